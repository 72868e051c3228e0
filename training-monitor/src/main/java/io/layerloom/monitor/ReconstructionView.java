package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Lets a person draw or choose a picture, and shows beside it what a network gives back that has learned to. To be used on the JavaFX thread. */
public final class ReconstructionView extends VBox {

    private static final double PAD = 256;
    private static final double CHOICE = 28;
    private static final double SIDE = 120;
    private static final int CHOICES = 14;

    private final int height;
    private final int width;
    private final int channels;
    private final Predictions predictions;
    private final ImageView given = frame();
    private final ImageView back = frame();
    private final Label error = new Label();
    private float[] asked = {};
    private final Remark remark = new Remark(() -> ask(asked));

    /** A view for a network that reads pictures of this size, with some to choose from. */
    public ReconstructionView(
            int height,
            int width,
            int channels,
            List<Example.Picture> examples,
            Function<Input, CompletableFuture<float[]>> predictor) {
        super(Measure.SPACE_12);
        this.height = height;
        this.width = width;
        this.channels = channels;
        predictions = new Predictions(predictor, this::show, this::fail);
        error.setId("reconstruction-note");
        error.getStyleClass().add(Styles.MUTED);
        back.setId("given-back");
        HBox pictures = new HBox(
                Measure.SPACE_12, captioned(tr("The network gets"), given), captioned(tr("It gives back"), back));
        if (channels == 1) {
            getChildren().add(pad());
        }
        getChildren().addAll(choices(examples), pictures, error, remark);
    }

    private static ImageView frame() {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        return view;
    }

    private static Node captioned(String text, ImageView picture) {
        Label caption = new Label(text);
        caption.getStyleClass().add(Styles.FIGURE_LABEL);
        VBox box = new VBox(Measure.SPACE_4, caption, picture);
        box.setMinHeight(SIDE + Measure.SPACE_24);
        return box;
    }

    private DigitPad pad() {
        DigitPad pad = new DigitPad(height, width, channels);
        pad.setMinSize(PAD, PAD);
        pad.setMaxSize(PAD, PAD);
        pad.setOnInput(drawn -> ask(((Input.Numbers) drawn).values()));
        pad.setOnCleared(this::clear);
        return pad;
    }

    private FlowPane choices(List<Example.Picture> examples) {
        FlowPane all = new FlowPane(Measure.SPACE_4, Measure.SPACE_4);
        for (Example.Picture example : examples.subList(0, Math.min(CHOICES, examples.size()))) {
            Button choice = new Button("", ReconstructedPictures.view(example, CHOICE));
            choice.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
            choice.setAccessibleText(tr("Give this picture to the network"));
            choice.setOnAction(event -> ask(example.pixels()));
            all.getChildren().add(choice);
        }
        return all;
    }

    private void ask(float[] pixels) {
        asked = pixels.clone();
        given.setImage(image(asked));
        predictions.ask(new Input.Numbers(asked));
    }

    private javafx.scene.image.Image image(float[] pixels) {
        return Pixels.image(new Example.Picture(height, width, channels, pixels));
    }

    private void clear() {
        predictions.forget();
        given.setImage(null);
        back.setImage(null);
        error.setText("");
        remark.hush();
    }

    private void show(float[] values) {
        back.setImage(image(values));
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += Math.pow(values[i] - asked[i], 2);
        }
        remark.hush();
        error.setText(tr("Mean squared error %s", Figures.loss(squares / values.length)));
    }

    private void fail(String sentence) {
        back.setImage(null);
        error.setText("");
        remark.fail(sentence);
    }
}
