package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Lets a person try a trained network: draw, write or set values above, and see at once below what the network says. */
public final class PredictionView extends VBox {
    private static final double PAD = 256;
    private static final double SEEN = 56;
    private static final Duration PATIENCE = Duration.millis(300);

    private final List<String> classes;
    private final Predictions predictions;
    private final ProbabilityBars bars;
    private final Label answer = new Label();
    private final Remark remark = new Remark(this::askAgain);
    private final HBox verdict = new HBox(Measure.SPACE_16);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Region input;
    private @Nullable Input last;

    private PredictionView(Region input, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        super(Measure.SPACE_12);
        this.input = input;
        this.classes = List.copyOf(classes);
        bars = new ProbabilityBars(classes);
        predictions = new Predictions(predictor, this::show, this::fail);
        answer.getStyleClass().add(Styles.HEADLINE);
        patience.setOnFinished(e -> remark.say(tr("Loading what was learned…")));
        Label title = new Label(tr("The network says"));
        title.getStyleClass().add(Styles.FIGURE_LABEL);
        // The remark stands where the answer is awaited, so that the bars do not move when it goes.
        verdict.getChildren().add(new VBox(title, answer, remark));
        verdict.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(input, verdict, bars);
        clear();
    }

    /** A view to draw digits for a network that reads images of this size. */
    public static PredictionView digits(
            int height,
            int width,
            int channels,
            List<String> classes,
            Function<Input, CompletableFuture<float[]>> predictor) {
        DigitPad pad = new DigitPad(height, width, channels);
        pad.setMinSize(PAD, PAD);
        pad.setMaxSize(PAD, PAD);
        PredictionView view = new PredictionView(pad, classes, predictor);
        Thumbnail seen = new Thumbnail(height, width, SEEN);
        pad.setOnInput(drawn -> {
            seen.show(pad.grey());
            view.ask(drawn);
        });
        pad.setOnCleared(() -> {
            seen.show(pad.grey());
            view.clear();
        });
        Label caption = new Label(tr("The network sees"));
        caption.getStyleClass().add(Styles.FIGURE_LABEL);
        view.verdict.getChildren().add(0, new VBox(Measure.SPACE_4, caption, seen));
        view.verdict.setAlignment(Pos.TOP_LEFT);
        return view;
    }

    /** A view to write sentences for a network that reads text. */
    public static PredictionView sentences(
            List<String> examples, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        SentenceField field = new SentenceField(examples);
        PredictionView view = new PredictionView(field, classes, predictor);
        field.setOnInput(view::ask);
        field.setOnCleared(view::clear);
        return view;
    }

    /** A view to set the columns of a table; for no classes the answer is a number. */
    public static PredictionView columns(
            List<Feature> features, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        FeatureSliders sliders = new FeatureSliders(features);
        PredictionView view = new PredictionView(sliders, classes, predictor);
        sliders.setOnInput(view::ask);
        sliders.tell();
        return view;
    }

    /** A view to choose two examples for a network that compares them. */
    public static PredictionView pairs(
            List<Example> examples, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        ExampleChoice first = new ExampleChoice(tr("First"), examples, 0);
        ExampleChoice second = new ExampleChoice(tr("Second"), examples, 1);
        PredictionView view = new PredictionView(new HBox(Measure.SPACE_16, first, second), classes, predictor);
        Runnable asked = () -> view.ask(new Input.Pair(first.input(), second.input()));
        first.setOnChosen(asked);
        second.setOnChosen(asked);
        asked.run();
        return view;
    }

    /** A view to choose a picture and to set the columns of its row, for a network that reads both; the label of the example is left aside, as the row may be another one. */
    public static PredictionView pictureRows(
            List<Example> examples,
            List<Feature> features,
            List<String> classes,
            Function<Input, CompletableFuture<float[]>> predictor) {
        List<Example> unlabelled = examples.stream()
                .map(example -> new Example("", example.content()))
                .toList();
        ExampleChoice picture = new ExampleChoice(tr("Picture"), unlabelled, 0);
        FeatureSliders row = new FeatureSliders(features);
        PredictionView view = new PredictionView(new VBox(Measure.SPACE_16, picture, row), classes, predictor);
        row.setOnInput(set -> view.ask(new Input.Pair(picture.input(), set)));
        picture.setOnChosen(row::tell);
        row.tell();
        return view;
    }

    /** The control that takes the input, for tests and for focus. */
    Node input() {
        return input;
    }

    /** How likely the network takes each class to be. */
    public ProbabilityBars bars() {
        return bars;
    }

    private void askAgain() {
        if (last != null) {
            ask(last);
        }
    }

    private void ask(Input asked) {
        last = asked;
        if (patience.getStatus() != PauseTransition.Status.RUNNING) {
            patience.playFromStart();
        }
        predictions.ask(asked);
    }

    private void clear() {
        predictions.forget();
        bars.clear();
        answer.setText(Figures.NONE);
        hush();
    }

    private void hush() {
        patience.stop();
        remark.hush();
    }

    private void show(float[] values) {
        hush();
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
        hush();
        bars.clear();
        answer.setText(Figures.NONE);
        remark.fail(sentence);
    }
}
