package io.layerloom.monitor;

import io.layerloom.engine.Provenance;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The runs of a project with their figures; ticked ones are compared in the charts. */
public final class RunTable extends Region {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final ObservableList<RunSeries> runs = FXCollections.observableArrayList();
    private final ObservableList<RunSeries> compared = FXCollections.observableArrayList();
    private final ObservableList<RunSeries> comparedView = FXCollections.unmodifiableObservableList(compared);
    private final Map<RunSeries, BooleanProperty> ticks = new HashMap<>();
    private final TableView<RunSeries> table = new TableView<>();
    private final StackPane content;
    private @Nullable Consumer<RunSeries> onOpen;

    /** A table without runs. */
    public RunTable() {
        table.getStyleClass().add(Styles.PLAIN_TABLE);
        table.setEditable(true);
        table.setItems(runs);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> row());
        addColumns();
        EmptyState empty = new EmptyState(
                Icons.RUNS,
                "No runs yet",
                "A run is one training of the network from start to end: its settings, its curves, what it learned. Press Train and the first one appears here; tick several to compare them.");
        empty.visibleProperty().bind(Bindings.isEmpty(runs));
        table.visibleProperty().bind(Bindings.isNotEmpty(runs));
        runs.addListener((ListChangeListener<RunSeries>) change -> forget());
        content = new StackPane(table, empty);
        getChildren().add(content);
    }

    private void addColumns() {
        TableColumn<RunSeries, Boolean> tick = new TableColumn<>();
        tick.setCellValueFactory(row -> tickOf(row.getValue()));
        tick.setCellFactory(CheckBoxTableCell.forTableColumn(tick));
        tick.setSortable(false);
        tick.setResizable(false);
        tick.setMinWidth(36);
        tick.setMaxWidth(36);
        table.getColumns().add(tick);
        table.getColumns().add(column("Run", 140, RunSeries::name, Comparator.comparing(RunSeries::name)));
        table.getColumns()
                .add(column("Started", 140, r -> date(r.created()), Comparator.comparing(RunSeries::created)));
        table.getColumns().add(stateColumn());
        table.getColumns().add(number("Epochs", 70, RunSeries::epochs, r -> r.epochs() + " / " + r.plannedEpochs()));
        table.getColumns()
                .add(number("Accuracy", 84, RunSeries::finalAccuracy, r -> Figures.percent(r.finalAccuracy())));
        table.getColumns().add(number("Loss", 76, RunSeries::finalLoss, r -> Figures.loss(r.finalLoss())));
        table.getColumns().add(number("Time", 70, RunSeries::seconds, r -> Figures.time(r.seconds())));
        table.getColumns().add(number("Parameters", 96, RunSeries::parameters, r -> Figures.count(r.parameters())));
    }

    private static TableColumn<RunSeries, RunSeries> column(
            String title, double width, Function<RunSeries, String> text, Comparator<RunSeries> order) {
        TableColumn<RunSeries, RunSeries> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(RunSeries run, boolean none) {
                super.updateItem(run, none);
                setText(none || run == null ? "" : text.apply(run));
            }
        });
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(56);
        return column;
    }

    private static TableColumn<RunSeries, RunSeries> number(
            String title, double width, ToDoubleFunction<RunSeries> value, Function<RunSeries, String> text) {
        TableColumn<RunSeries, RunSeries> column = column(title, width, text, Comparator.comparingDouble(value));
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        return column;
    }

    private static TableColumn<RunSeries, RunSeries> stateColumn() {
        TableColumn<RunSeries, RunSeries> column =
                column("State", 110, r -> "", Comparator.comparing(RunSeries::state));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(RunSeries run, boolean none) {
                super.updateItem(run, none);
                setGraphic(none || run == null ? null : pill(run.state()));
            }
        });
        return column;
    }

    private static Label pill(Provenance.State state) {
        Label pill = new Label(
                switch (state) {
                    case RUNNING -> "running";
                    case COMPLETED -> "finished";
                    case STOPPED -> "stopped";
                    case EARLY_STOPPED -> "stopped early";
                    case FAILED -> "failed";
                });
        pill.getStyleClass()
                .addAll(
                        Styles.PILL,
                        switch (state) {
                            case RUNNING -> Styles.ACCENT;
                            case COMPLETED, EARLY_STOPPED -> Styles.OK;
                            case STOPPED -> Styles.WARN;
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
        return row;
    }

    private BooleanProperty tickOf(RunSeries run) {
        return ticks.computeIfAbsent(run, r -> {
            SimpleBooleanProperty ticked = new SimpleBooleanProperty(compared.contains(r));
            ticked.addListener((o, before, now) -> {
                if (now) {
                    compared.add(r);
                } else {
                    compared.remove(r);
                }
            });
            return ticked;
        });
    }

    /** A run that is no longer listed is no longer compared. */
    private void forget() {
        compared.retainAll(runs);
        ticks.keySet().retainAll(runs);
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** The runs that are listed. */
    public ObservableList<RunSeries> runs() {
        return runs;
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
