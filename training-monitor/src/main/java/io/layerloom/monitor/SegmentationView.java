package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.engine.Mask;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Pictures that a network did not learn from, each with its true mask on the left and the one that the network gives on the right, and how far both are the same. Where the pointer is, a line says
 * what is there. To be used on the JavaFX thread.
 */
public final class SegmentationView extends VBox {

    private static final double SIDE = 152;
    private static final double STRENGTH = 0.9;
    private static final double SLIDER = 180;

    private final Slider strength = new Slider(0, 1, STRENGTH);
    private final CheckBox mistakes = new CheckBox(tr("Only where it is wrong"));
    private final Label pointed = new Label();
    private final Remark remark = new Remark(this::begin);
    private final List<Shown> pictures = new ArrayList<>();
    private final Deque<Shown> unasked = new ArrayDeque<>();
    private final List<String> classes;
    private final Predictions predictions;

    /** A picture of the page, twice. */
    private static final class Shown {
        private final Example.Masked example;
        private final MaskPicture really;
        private final MaskPicture taken;
        private final Label figure = new Label();
        private Optional<Mask> answer = Optional.empty();

        Shown(Example.Masked example, List<String> classes) {
            this.example = example;
            this.really = MaskPicture.of(example, classes, SIDE);
            this.taken = new MaskPicture(example.picture(), classes, SIDE);
            figure.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        }
    }

    /**
     * A view that asks for each picture in turn.
     *
     * @param examples pictures with masks
     * @param predictor answers as {@link Mask#of(int, int, float[])} reads it
     */
    public SegmentationView(
            List<Example> examples, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        super(Measure.SPACE_12);
        this.classes = List.copyOf(classes);
        predictions = new Predictions(predictor, this::answered, remark::fail);
        FlowPane grid = new FlowPane(Measure.SPACE_24, Measure.SPACE_12);
        grid.setId("segmentations");
        for (Example example : examples) {
            if (example.content() instanceof Example.Masked masked) {
                Shown shown = new Shown(masked, classes);
                pictures.add(shown);
                grid.getChildren().add(pair(shown));
            }
        }
        unasked.addAll(pictures);
        mistakes.selectedProperty().addListener((observable, before, after) -> pictures.forEach(this::refresh));
        getChildren().addAll(controls(), ClassLegend.ofMasks(classes), pointed, remark, grid);
        begin();
    }

    /** Asks for what is not answered yet, after a failure from where it came. */
    private void begin() {
        remark.say(
                unasked.isEmpty() && pictures.isEmpty()
                        ? tr("No picture was held back, so there is none to show.")
                        : tr("Loading what was learned…"));
        askNext();
    }

    private Node pair(Shown shown) {
        for (MaskPicture picture : List.of(shown.really, shown.taken)) {
            picture.strengthProperty().bind(strength.valueProperty());
            picture.setOnMouseMoved(event -> point(shown, picture, event));
            picture.setOnMouseExited(event -> pointed.setText(pointer()));
        }
        return new VBox(Measure.SPACE_4, new HBox(Measure.SPACE_4, shown.really, shown.taken), shown.figure);
    }

    private Node controls() {
        Label name = new Label();
        name.getStyleClass().add(Styles.FIELD_LABEL);
        name.textProperty()
                .bind(strength.valueProperty()
                        .map(value -> tr("Strength of the masks %s", Figures.percent(value.doubleValue()))));
        name.setLabelFor(strength);
        strength.setId("mask-strength");
        strength.setAccessibleText(tr("How much the masks hide of the pictures"));
        strength.setPrefWidth(SLIDER);
        strength.setMaxWidth(SLIDER);
        mistakes.setId("mask-mistakes");
        Label legend = new Label();
        legend.textProperty()
                .bind(mistakes.selectedProperty()
                        .map(wrong -> wrong
                                ? tr(
                                        "Left: what each pixel really is. Right: what the network takes it for where it errs; white stands for the background.")
                                : tr("Left: what each pixel really is. Right: what the network takes it for.")));
        legend.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        legend.setWrapText(true);
        pointed.setId("mask-pointed");
        pointed.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        pointed.setText(pointer());
        HBox row = new HBox(Measure.SPACE_24, new VBox(Measure.SPACE_4, name, strength), mistakes, legend);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String pointer() {
        return tr("Point at a pixel to read what it is and what it was taken for.");
    }

    private void point(Shown shown, MaskPicture picture, MouseEvent event) {
        int[] at = picture.pixelAt(event.getX(), event.getY());
        String really = tr("Row %d, column %d: really %s", at[0] + 1, at[1] + 1, name(shown.example.mask(), at));
        pointed.setText(shown.answer
                .map(taken -> tr("%s, taken for %s.", really, name(taken, at)))
                .orElse(really + "."));
    }

    private String name(Mask mask, int[] at) {
        int kind = mask.at(at[0], at[1]);
        return kind >= 0 && kind < classes.size() ? classes.get(kind) : tr("left out");
    }

    private void askNext() {
        if (!unasked.isEmpty()) {
            predictions.ask(new Input.Numbers(unasked.peek().example.picture().pixels()));
        }
    }

    private void answered(float[] numbers) {
        Example.Picture picture = unasked.element().example.picture();
        if (numbers.length != picture.height() * picture.width()) {
            remark.fail(tr(
                    "The network answers with %,d classes for %d×%d pixels. Train it on these data again.",
                    numbers.length, picture.height(), picture.width()));
            return;
        }
        remark.hush();
        Shown shown = unasked.remove();
        shown.answer = Optional.of(Mask.of(picture.height(), picture.width(), numbers));
        refresh(shown);
        askNext();
    }

    private void refresh(Shown shown) {
        shown.answer.ifPresent(taken -> {
            Mask really = shown.example.mask();
            shown.taken.show(taken, mistakes.isSelected() ? Optional.of(really) : Optional.empty());
            shown.figure.setText(tr("Mean IoU %s", Figures.percent(really.meanIou(taken, classes.size()))));
        });
    }
}
