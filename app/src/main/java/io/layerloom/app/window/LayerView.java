package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.ChoiceEditor;
import io.layerloom.app.workbench.LayerLook;
import io.layerloom.engine.LayerOutput;
import io.layerloom.monitor.EmptyState;
import io.layerloom.monitor.RunSeries;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the selected layer makes of an example: the example, each plane of what comes out as a picture, and every number of one of them. */
public final class LayerView extends BorderPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double SMALL = 56;
    private static final double LARGE = 144;
    private static final int MOST_PLANES = 128;

    private final LayerLook look;
    private final ObservableList<RunSeries> runs;
    private final HBox weights = new HBox();
    private final Label title = Texts.line("", Styles.TITLE);
    private final Label which = Texts.line("", Styles.MUTED, Styles.MONO);
    private final Label pointed = Texts.line("", Styles.MONO, Styles.CAPTION, Styles.MUTED);
    private final NumberSheet numbers = new NumberSheet();
    private final HBox bar = new HBox(8);
    /** Whether the tab that it lies in is chosen. */
    private final ObservableValue<Boolean> chosen =
            parentProperty().flatMap(Node::visibleProperty).orElse(false);

    /** What can be chosen now, and what a person chose of it. */
    private List<Choice> choices = List.of();

    private Optional<Choice> taken = Optional.empty();
    private Optional<LayerOutput> shown = Optional.empty();
    private int plane;

    /** Weights to compute with, under their words. */
    private record Choice(String words, Optional<Path> run) {}

    /**
     * A view.
     *
     * @param runs those of the project, the newest first
     */
    public LayerView(LayerLook look, ObservableList<RunSeries> runs, FileDialogs files) {
        this.look = look;
        this.runs = runs;
        setId("layer-output");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button before = button("layer-before", tr("The example before"), Icons.CHEVRON_LEFT);
        before.setOnAction(event -> look.move(-1));
        Button next = button("layer-next", tr("The next example"), Icons.CHEVRON_RIGHT);
        next.setOnAction(event -> look.move(1));
        Button own = button("layer-picture", tr("Open a picture of your own"), Icons.IMAGE);
        own.setOnAction(event -> files.openPicture().ifPresent(look::open));
        Button copy = button("layer-copy", tr("Copy the numbers"), Icons.COPY);
        copy.setOnAction(event -> copy());
        bar.getChildren().addAll(title, weights, gap, which, before, next, own, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(8, 12, 4, 12));
        Watch.on(look.viewProperty(), this, LayerView::show);
        Watch.on(runs, this, LayerView::listWeights);
        Watch.on(Themes.current(), this, LayerView::show);
        sceneProperty().addListener(observable -> watch());
        chosen.addListener(observable -> watch());
        listWeights();
        show();
    }

    private void watch() {
        look.watch(getScene() != null && chosen.getValue());
    }

    private static Button button(String id, String words, Icons icon) {
        Button button = new Button(null, icon.node());
        button.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setId(id);
        return button;
    }

    private void listWeights() {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(tr("First weights"), Optional.empty()));
        runs.stream()
                .filter(RunSeries::hasWeights)
                .forEach(run -> all.add(new Choice(run.name(), Optional.of(run.folder()))));
        if (all.equals(choices)) {
            return; // runs are listed again and again while one goes on
        }
        choices = all;
        taken = taken.flatMap(before ->
                all.stream().filter(choice -> choice.run().equals(before.run())).findFirst());
        // What was learned last says more than the numbers that learning began with.
        Choice first = taken.orElse(all.get(Math.min(1, all.size() - 1)));
        ChoiceEditor<Choice> editor = new ChoiceEditor<>(all, Choice::words, first);
        editor.onCommit(choice -> {
            taken = Optional.of(choice);
            look.use(choice.run());
        });
        look.use(first.run());
        editor.node().setId("layer-weights");
        weights.getChildren().setAll(editor.node());
    }

    private void copy() {
        shown.ifPresent(output -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(NumberSheet.copy(output.output(), plane));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void show() {
        LayerLook.View view = look.viewProperty().get();
        pointed.setText("");
        if (view instanceof LayerLook.View.Ready ready) {
            shown = Optional.of(ready.output());
            show(ready.layer(), ready.output());
            return;
        }
        shown = Optional.empty();
        which.setText("");
        title.setText("");
        if (view instanceof LayerLook.View.Nothing nothing) {
            setTop(null);
            setCenter(new EmptyState(Icons.INSIGHT, tr("Every number of a layer"), nothing.sentence()));
        } else if (view instanceof LayerLook.View.Waiting waiting) {
            setTop(null);
            setCenter(new EmptyState(Icons.INSIGHT, tr("Computing %s", waiting.layer()), ""));
        } else if (view instanceof LayerLook.View.Refused refused) {
            setTop(bar);
            setCenter(new EmptyState(Icons.PROBLEM, tr("%s cannot be computed", refused.layer()), refused.sentence()));
        }
    }

    private void show(String layer, LayerOutput output) {
        LayerOutput.Grid grid = output.output();
        plane = Math.min(plane, grid.held() - 1);
        title.setText(layer + "  " + sides(grid));
        which.setText(which(output));
        Node in = new VBox(4, Texts.line(tr("Example"), Styles.SECTION), large(output.input(), 0));
        VBox figures = new VBox(4, Texts.line(figures(grid), Styles.SECTION), numbers);
        VBox.setVgrow(numbers, Priority.ALWAYS);
        HBox.setHgrow(figures, Priority.ALWAYS);
        numbers.setMinWidth(Measure.text(160));
        numbers.show(grid, plane);
        HBox all = new HBox(16, in, figures);
        // A vector is one row of numbers, of which a picture would tell nothing.
        if (!isVector(grid)) {
            all.getChildren().add(1, new VBox(4, Texts.line(planes(grid), Styles.SECTION), planes(output)));
        }
        all.setPadding(new Insets(4, 12, 4, 12));
        setTop(bar);
        setCenter(all);
        HBox foot = new HBox(pointed);
        foot.setPadding(new Insets(0, 12, 6, 12));
        setBottom(foot);
    }

    private static String which(LayerOutput output) {
        if (output.example() < 0) {
            return tr("A picture of your own");
        }
        return output.examples() == 0
                ? tr("Random code %,d", output.example() + 1)
                : tr("Example %,d of %,d", output.example() + 1, output.examples());
    }

    private static boolean isVector(LayerOutput.Grid grid) {
        return grid.planes() == 1 && grid.height() == 1;
    }

    private static String sides(LayerOutput.Grid grid) {
        if (isVector(grid)) {
            return Integer.toString(grid.width());
        }
        return grid.planes() == 1
                ? grid.height() + "×" + grid.width()
                : grid.height() + "×" + grid.width() + "×" + grid.planes();
    }

    private static String planes(LayerOutput.Grid grid) {
        int held = Math.min(MOST_PLANES, grid.held());
        return held < grid.planes() ? tr("The first %,d of %,d channels", held, grid.planes()) : tr("Channels");
    }

    private String figures(LayerOutput.Grid grid) {
        float[] values = grid.plane(plane);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        String from = NumberSheet.written(least, 4);
        String to = NumberSheet.written(most, 4);
        return grid.planes() == 1
                ? tr("From %s to %s", from, to)
                : tr("Channel %,d, from %s to %s", plane + 1, from, to);
    }

    private Node planes(LayerOutput output) {
        LayerOutput.Grid grid = output.output();
        float most = magnitude(grid.values());
        if (grid.planes() == 1) {
            return large(grid, 0);
        }
        FlowPane flow = new FlowPane(4, 4);
        flow.setPrefWrapLength(190);
        for (int at = 0; at < Math.min(MOST_PLANES, grid.held()); at++) {
            int chosen = at;
            PlanePicture picture = pointing(new PlanePicture(grid, at, most, SMALL), grid, at);
            StackPane frame = new StackPane(picture);
            frame.getStyleClass().add("ll-plane");
            frame.pseudoClassStateChanged(SELECTED, at == plane);
            frame.setId("layer-plane-" + at);
            frame.setOnMouseClicked(event -> {
                plane = chosen;
                show();
            });
            flow.getChildren().add(frame);
        }
        ScrollPane scroll = new ScrollPane(flow);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(206);
        scroll.setPrefWidth(206);
        return scroll;
    }

    private Node large(LayerOutput.Grid grid, int at) {
        return pointing(new PlanePicture(grid, at, magnitude(grid.values()), LARGE), grid, at);
    }

    private PlanePicture pointing(PlanePicture picture, LayerOutput.Grid grid, int at) {
        picture.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> picture.cell(event)
                        .ifPresent(cell -> pointed.setText(tr(
                                "Row %,d, column %,d: %s",
                                cell[0] + 1, cell[1] + 1, Float.toString(grid.at(at, cell[0], cell[1]))))));
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.setText(""));
        return picture;
    }

    private static float magnitude(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Float.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
        }
        return most;
    }
}
