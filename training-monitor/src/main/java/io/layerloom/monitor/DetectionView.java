package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Found;
import io.layerloom.engine.Input;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Pictures that a network did not learn from, with what is really there and what it finds; a slider leaves out what it is not sure of. To be used on the JavaFX thread. */
public final class DetectionView extends VBox {

    private static final double SIDE = 168;
    private static final double FROM_THE_START = 0.5;
    private static final double SLIDER = 220;

    private final Slider threshold = new Slider(0.01, 0.99, FROM_THE_START);
    private final Remark remark = new Remark(this::begin);
    private final List<Shown> pictures = new ArrayList<>();
    private final Deque<Shown> unasked = new ArrayDeque<>();
    private final Predictions predictions;
    private final Label counts = new Label();

    /** A picture of the page. */
    private static final class Shown {
        private final Example.Scene scene;
        private final ScenePicture picture;
        private List<Found> found = List.of();

        Shown(Example.Scene scene, ScenePicture picture) {
            this.scene = scene;
            this.picture = picture;
        }
    }

    /**
     * A view that asks for each picture in turn.
     *
     * @param examples pictures with boxes
     * @param predictor answers as {@link Found#of(float[])} reads it
     */
    public DetectionView(
            List<Example> examples, List<String> classes, Function<Input, CompletableFuture<float[]>> predictor) {
        super(Measure.SPACE_12);
        predictions = new Predictions(predictor, this::answered, remark::fail);
        FlowPane grid = new FlowPane(Measure.SPACE_8, Measure.SPACE_8);
        grid.setId("detections");
        for (Example example : examples) {
            if (example.content() instanceof Example.Scene scene) {
                Shown shown = new Shown(scene, new ScenePicture(scene.picture(), classes, SIDE));
                shown.picture.show(scene.objects(), List.of());
                pictures.add(shown);
                grid.getChildren().add(shown.picture);
            }
        }
        unasked.addAll(pictures);
        threshold.valueProperty().addListener((observable, before, after) -> refresh());
        getChildren().addAll(controls(), new ClassLegend(classes), remark, grid);
        begin();
    }

    /** Asks for what is not answered yet, after a failure from where it came. */
    private void begin() {
        remark.say(
                unasked.isEmpty()
                        ? tr("No picture was held back, so there is none to show.")
                        : tr("Loading what was learned…"));
        askNext();
    }

    private Node controls() {
        Label name = new Label();
        name.getStyleClass().add(Styles.FIELD_LABEL);
        name.textProperty()
                .bind(threshold
                        .valueProperty()
                        .map(value -> tr("Shown if surer than %s", Figures.percent(value.doubleValue()))));
        name.setLabelFor(threshold);
        threshold.setId("threshold");
        threshold.setAccessibleText(tr("How sure the network must be of what is shown"));
        threshold.setPrefWidth(SLIDER);
        threshold.setMaxWidth(SLIDER);
        Label legend = new Label(
                tr("Dashed white: what is really there. In colour: what the network finds, and how sure it is."));
        legend.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        legend.setWrapText(true);
        counts.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        counts.setId("detection-counts");
        return new HBox(
                Measure.SPACE_24,
                new VBox(Measure.SPACE_4, name, threshold),
                new VBox(Measure.SPACE_4, legend, counts));
    }

    private void askNext() {
        if (!unasked.isEmpty()) {
            predictions.ask(new Input.Numbers(unasked.peek().scene.picture().pixels()));
        }
    }

    private void answered(float[] numbers) {
        remark.hush();
        unasked.remove().found = Found.of(numbers);
        refresh();
        askNext();
    }

    private void refresh() {
        int right = 0;
        int found = 0;
        int really = 0;
        for (Shown shown : pictures) {
            List<Found> sure = shown.found.stream()
                    .filter(one -> one.confidence() >= threshold.getValue())
                    .toList();
            shown.picture.show(shown.scene.objects(), sure);
            right += right(shown.scene.objects(), sure);
            found += sure.size();
            really += shown.scene.objects().size();
        }
        counts.setText(tr(
                "%s of %s objects found on these pictures; boxes around nothing or of a wrong class: %s.",
                Figures.count(right), Figures.count(really), Figures.count(found - right)));
    }

    /** How many objects have a box of their class that overlaps them by half; each box serves one. */
    private static int right(List<Found> really, List<Found> found) {
        List<Found> left = new ArrayList<>(found);
        int right = 0;
        for (Found object : really) {
            right += left.stream()
                            .filter(one -> one.kind() == object.kind() && one.overlap(object) >= 0.5)
                            .findFirst()
                            .map(left::remove)
                            .orElse(false)
                    ? 1
                    : 0;
        }
        return right;
    }
}
