package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Provenance;
import io.layerloom.graph.language.Language;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The runs of a project with their figures; ticked ones are compared in the charts. */
public final class RunTable extends Region {
    private static final double SCROLL_BAR = 16;

    private final ObservableList<RunSeries> runs = FXCollections.observableArrayList();
    private final ObservableList<RunSeries> compared = FXCollections.observableArrayList();
    private final ObservableList<RunSeries> comparedView = FXCollections.unmodifiableObservableList(compared);
    private final Map<RunSeries, BooleanProperty> ticks = new HashMap<>();
    private final TableView<RunSeries> table = new TableView<>();
    private final EmptyState empty = new EmptyState(Icons.RUNS);
    private final StackPane content;
    private final ObjectProperty<ContextMenu> menu = new SimpleObjectProperty<>();
    private @Nullable Consumer<RunSeries> onOpen;

    /** A table without runs. */
    public RunTable() {
        table.getStyleClass().add(Styles.PLAIN_TABLE);
        table.setEditable(true);
        table.setItems(runs);
        table.setRowFactory(view -> row());
        CopyMenu.byKey(table, CopyMenu.row(table)::fire);
        addColumns();
        table.widthProperty().addListener((observable, before, width) -> follow(width.doubleValue()));
        nameEmpty();
        empty.visibleProperty().bind(Bindings.isEmpty(runs));
        table.visibleProperty().bind(Bindings.isNotEmpty(runs));
        content = new StackPane(table, empty);
        getChildren().add(content);
    }

    /** Says everything anew, in the language of now. */
    public void retell() {
        nameEmpty();
        table.getColumns().clear();
        addColumns();
        follow(table.getWidth());
    }

    /** Offers something that leads to a first run, as long as there is none. */
    public void offer(Node action) {
        empty.offer(action);
    }

    private void nameEmpty() {
        empty.say(
                tr("No runs yet"),
                tr(
                        "A run is one training of the network from start to end: its settings, its curves, what it learned. Press Train and the first one appears here; tick several to compare them."));
    }

    private void addColumns() {
        TableColumn<RunSeries, Boolean> tick = new TableColumn<>();
        tick.setCellValueFactory(row -> tickOf(row.getValue()));
        tick.setCellFactory(CheckBoxTableCell.forTableColumn(tick));
        tick.setSortable(false);
        tick.setResizable(false);
        tick.setPrefWidth(Measure.text(36));
        tick.setMaxWidth(Measure.text(36));
        table.getColumns().add(tick);
        table.getColumns()
                .addAll(List.of(
                        Columns.text(tr("Run"), 144, RunSeries::label, Comparator.comparing(RunSeries::name)),
                        stateColumn(),
                        Columns.number(tr("Epochs"), 80, RunSeries::epochs, RunTable::epochs),
                        scoreColumn(),
                        Columns.number(tr("Loss"), 70, RunSeries::finalLoss, r -> Figures.loss(r.finalLoss())),
                        Columns.number(tr("Time"), 74, RunSeries::seconds, r -> Figures.time(r.seconds())),
                        Columns.text(tr("Data"), 112, run -> tr(run.data()), Comparator.comparing(RunSeries::data)),
                        Columns.text(
                                tr("Started"), 140, r -> date(r.created()), Comparator.comparing(RunSeries::created)),
                        Columns.number(tr("Parameters"), 112, RunSeries::parameters, RunTable::parameters)));
        table.getColumns().get(table.getColumns().size() - 1).getStyleClass().add(Styles.LAST_COLUMN);
        for (TableColumn<RunSeries, ?> column : table.getColumns()) {
            column.setMinWidth(column.getPrefWidth());
        }
    }

    /** Where not all columns have room the table is scrolled: to squeeze them would cut every one of them. */
    private void follow(double width) {
        double needed = table.getColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        table.setColumnResizePolicy(
                width < needed + SCROLL_BAR
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** A run that never began has not planned any. */
    private static String epochs(RunSeries run) {
        return run.plannedEpochs() == 0 ? Figures.NONE : run.epochs() + " / " + run.plannedEpochs();
    }

    private static String parameters(RunSeries run) {
        return run.damage().isPresent() ? Figures.NONE : Figures.count(run.parameters());
    }

    private static TableColumn<RunSeries, RunSeries> scoreColumn() {
        TableColumn<RunSeries, RunSeries> column = Columns.explained(
                Columns.text(tr("Result"), 124, r -> r.score().text(), Comparator.comparing(RunSeries::score)),
                tr(
                        "How well the network does what it was trained for, on the test part if there is one: accuracy, mAP of detection, mean IoU of masks, perplexity of text, mean squared error (MSE) of what is given back, or mean absolute error (MAE) of numbers."));
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        return column;
    }

    private static TableColumn<RunSeries, RunSeries> stateColumn() {
        TableColumn<RunSeries, RunSeries> column =
                Columns.text(tr("State"), 124, RunTable::state, Comparator.comparing(RunSeries::state));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(RunSeries run, boolean none) {
                super.updateItem(run, none);
                setText(null);
                setGraphic(none || run == null ? null : pill(run));
            }
        });
        return column;
    }

    private static Label pill(RunSeries run) {
        if (run.damage().isEmpty()) {
            return pill(run.state(), state(run));
        }
        Label pill = new Label(state(run));
        pill.getStyleClass().addAll(Styles.PILL, Styles.BAD);
        pill.setTooltip(new Tooltip(run.damage().get()));
        return pill;
    }

    private static String state(RunSeries run) {
        if (run.damage().isPresent()) {
            return tr("damaged");
        }
        return switch (run.state()) {
            case RUNNING -> tr("running");
            case COMPLETED -> tr("finished");
            case STOPPED -> tr("stopped");
            case EARLY_STOPPED -> tr("stopped early");
            case INTERRUPTED -> tr("interrupted");
            case FAILED -> tr("failed");
        };
    }

    private static Label pill(Provenance.State state, String word) {
        Label pill = new Label(word);
        pill.getStyleClass()
                .addAll(
                        Styles.PILL,
                        switch (state) {
                            case RUNNING -> Styles.ACCENT;
                            case COMPLETED, EARLY_STOPPED -> Styles.OK;
                            case STOPPED, INTERRUPTED -> Styles.WARN;
                            case FAILED -> Styles.BAD;
                        });
        return pill;
    }

    private TableRow<RunSeries> row() {
        TableRow<RunSeries> row = new TableRow<>();
        row.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && !row.isEmpty() && onOpen != null) {
                onOpen.accept(row.getItem());
            }
        });
        row.contextMenuProperty()
                .bind(Bindings.when(row.emptyProperty())
                        .then((ContextMenu) null)
                        .otherwise(menu));
        return row;
    }

    /** What can be done with a run, as the menu of its line, which also copies it. */
    public void setMenu(List<MenuItem> items) {
        ContextMenu all = new ContextMenu(items.toArray(MenuItem[]::new));
        all.getItems().addAll(new SeparatorMenuItem(), CopyMenu.row(table));
        menu.set(all);
    }

    /** The runs that are listed, to be observed. */
    ObservableList<RunSeries> runs() {
        return runs;
    }

    private BooleanProperty tickOf(RunSeries run) {
        return ticks.computeIfAbsent(run, r -> {
            SimpleBooleanProperty ticked = new SimpleBooleanProperty(compared.contains(r));
            ticked.addListener((o, before, now) -> {
                if (now) {
                    compared.add(newest(r));
                } else {
                    compared.remove(r);
                }
            });
            return ticked;
        });
    }

    /** A run that is no longer listed is no longer compared; one that was read anew, as after it went on, is compared as it is now. */
    private void follow() {
        List<RunSeries> still =
                compared.stream().filter(runs::contains).map(this::newest).toList();
        if (!same(still, compared)) {
            compared.setAll(still);
        }
    }

    private RunSeries newest(RunSeries run) {
        int at = runs.indexOf(run);
        return at < 0 ? run : runs.get(at);
    }

    /** Whether two lists hold the same objects; equal runs may still differ in how far they were read. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(List<RunSeries> one, List<RunSeries> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(at -> one.get(at) == other.get(at));
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.ofPattern(
                        tr("d MMM yyyy, HH:mm"), Language.current().locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** Lists these runs; what is ticked, selected and sorted stays so. Where nothing was selected, the first run is. */
    public void show(List<RunSeries> listed) {
        RunSeries selected = selectedProperty().get();
        runs.setAll(listed);
        ticks.keySet().retainAll(runs);
        follow();
        table.sort();
        table.refresh(); // a run that was read anew is equal to what it was, and may have come further
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(Math.max(0, selected == null ? 0 : runs.indexOf(selected)));
    }

    /** The ticked runs, in the order in which they were ticked; to be observed, and changed by {@link #compare}. */
    public ObservableList<RunSeries> compared() {
        return comparedView;
    }

    /** Ticks a run, or takes its tick away. */
    public void compare(RunSeries run, boolean ticked) {
        tickOf(run).set(ticked);
    }

    /** The run whose row is selected; null for none. */
    public ReadOnlyObjectProperty<RunSeries> selectedProperty() {
        return table.getSelectionModel().selectedItemProperty();
    }

    /** What a double click on a run does. */
    public void setOnOpen(Consumer<RunSeries> action) {
        onOpen = action;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
