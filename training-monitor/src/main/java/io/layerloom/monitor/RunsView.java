package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The list of runs above the curves of those that are ticked. */
public final class RunsView extends Region {
    private final RunTable table = new RunTable();
    private final RunCharts charts = new RunCharts();
    private final SplitPane split = new SplitPane();

    /** The run that was ticked because it was the only one. */
    private Optional<Path> alone = Optional.empty();

    /** A view without runs. */
    public RunsView() {
        EmptyState hint = new EmptyState(
                Icons.CHART,
                tr("Nothing to compare"),
                tr(
                        "Tick runs in the list to see their curves over each other: smoothed training loss and accuracy as lines, validation dashed."));
        hint.visibleProperty().bind(charts.visibleProperty().not());
        StackPane below = new StackPane(charts, hint);
        below.setPadding(new Insets(Measure.SPACE_12, Measure.SPACE_16, Measure.SPACE_8, Measure.SPACE_16));
        below.getStyleClass().add(Styles.PANEL);
        charts.setVisible(false);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().add(table);
        table.runs().addListener((ListChangeListener<RunSeries>) change -> follow(below));
        table.compared().addListener((ListChangeListener<RunSeries>) change -> {
            charts.compare(table.compared());
            charts.setVisible(!table.compared().isEmpty());
        });
        getChildren().add(split);
    }

    /** Where there are no runs there is nothing to say of their curves, and those of an only run are shown unasked. */
    private void follow(Node below) {
        boolean some = !table.runs().isEmpty();
        if (some && !split.getItems().contains(below)) {
            split.getItems().add(below);
            split.setDividerPositions(0.4);
        } else if (!some) {
            split.getItems().remove(below);
        }
        if (table.runs().size() == 1
                && !alone.equals(Optional.of(table.runs().get(0).folder()))) {
            alone = Optional.of(table.runs().get(0).folder());
            table.compare(table.runs().get(0), true);
        }
    }

    /** The list of runs. */
    public RunTable table() {
        return table;
    }

    /** The charts of the ticked runs. */
    public RunCharts charts() {
        return charts;
    }

    @Override
    protected void layoutChildren() {
        split.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
