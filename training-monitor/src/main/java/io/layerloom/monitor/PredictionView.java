package io.layerloom.monitor;

import io.layerloom.engine.Input;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lets a person try a trained network: draw, write or set values on the left, and see at once what the network says on the right. */
public final class PredictionView extends HBox {
    private final List<String> classes;
    private final Predictions predictions;
    private final ProbabilityBars bars;
    private final Label answer = new Label();
    private final Label error = new Label();
    private final VBox input = new VBox(Measure.SPACE_8);

    private PredictionView(List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        super(Measure.SPACE_32);
        this.classes = List.copyOf(classes);
        bars = new ProbabilityBars(classes);
        bars.setMaxWidth(420);
        predictions = new Predictions(predictor, this::show, this::fail);
        answer.getStyleClass().add(Styles.HEADLINE);
        answer.setMinHeight(44);
        error.getStyleClass().add(Styles.BAD);
        error.setWrapText(true);
        error.managedProperty().bind(error.visibleProperty());
        Label title = new Label("The network says");
        title.getStyleClass().add(Styles.FIGURE_LABEL);
        VBox output = new VBox(Measure.SPACE_8, title, answer, bars, error);
        HBox.setHgrow(output, Priority.ALWAYS);
        getChildren().addAll(input, output);
        clear();
    }

    /** A view to draw digits for a network that reads images of this size. */
    public static PredictionView digits(
            int height,
            int width,
            int channels,
            List<String> classes,
            Function<Input, CompletableFuture<float[]>> predictor) {
        PredictionView view = new PredictionView(classes, predictor);
        DigitPad pad = new DigitPad(height, width, channels);
        Thumbnail seen = new Thumbnail(height, width, 56);
        pad.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pad.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pad.setOnInput(drawn -> {
            seen.show(pad.grey());
            view.predictions.ask(drawn);
        });
        pad.setOnCleared(() -> {
            seen.show(pad.grey());
            view.clear();
        });
        Label caption = new Label("What the network sees:\n" + height + " × " + width + ", centred");
        caption.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        HBox below = new HBox(Measure.SPACE_12, seen, caption);
        below.setAlignment(Pos.CENTER_LEFT);
        view.input.getChildren().addAll(pad, below);
        return view;
    }

    /** A view to write sentences for a network that reads text. */
    public static PredictionView sentences(
            List<String> examples, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        PredictionView view = new PredictionView(classes, predictor);
        SentenceField field = new SentenceField(examples);
        field.setPrefWidth(360);
        field.setOnInput(view.predictions::ask);
        field.setOnCleared(view::clear);
        view.input.getChildren().add(field);
        return view;
    }

    /** A view to set the columns of a table; for no classes the answer is a number. */
    public static PredictionView columns(
            List<Feature> features, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        PredictionView view = new PredictionView(classes, predictor);
        FeatureSliders sliders = new FeatureSliders(features);
        sliders.setPrefWidth(400);
        sliders.setOnInput(view.predictions::ask);
        view.input.getChildren().add(sliders);
        sliders.tell();
        return view;
    }

    /** The control that takes the input, for tests and for focus. */
    Node input() {
        return input.getChildren().get(0);
    }

    ProbabilityBars bars() {
        return bars;
    }

    private void clear() {
        predictions.forget();
        bars.clear();
        answer.setText(Figures.NONE);
        error.setVisible(false);
    }

    private void show(float[] values) {
        error.setVisible(false);
        if (classes.isEmpty()) {
            List<String> numbers = new ArrayList<>();
            for (float value : values) {
                numbers.add(Figures.loss(value));
            }
            answer.setText(String.join(" · ", numbers));
            return;
        }
        // One output for two classes is the probability of the second.
        bars.show(values.length == 1 && classes.size() == 2 ? new float[] {1 - values[0], values[0]} : values);
        int top = bars.top();
        answer.setText(top < 0 ? Figures.NONE : classes.get(top));
    }

    private void fail(String sentence) {
        bars.clear();
        answer.setText(Figures.NONE);
        error.setText(sentence);
        error.setVisible(true);
    }
}
