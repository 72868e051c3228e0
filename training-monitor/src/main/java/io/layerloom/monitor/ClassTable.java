package io.layerloom.monitor;

import io.layerloom.engine.ClassScore;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** How well each class was recognised; a click on a column's head sorts by it. */
final class ClassTable extends TableView<ClassScore> {

    ClassTable(List<ClassScore> scores) {
        super(FXCollections.observableArrayList(scores));
        getStyleClass().add(Styles.PLAIN_TABLE);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<ClassScore, ClassScore> name =
                column("Class", "", ClassScore::name, Comparator.comparing(ClassScore::name));
        name.setPrefWidth(100);
        getColumns().add(name);
        getColumns()
                .add(number(
                        "Precision",
                        "Of the examples taken for this class, the part that belongs to it.",
                        ClassScore::precision,
                        s -> Figures.percent(s.precision())));
        getColumns()
                .add(number(
                        "Recall",
                        "Of the examples of this class, the part that was recognised.",
                        ClassScore::recall,
                        s -> Figures.percent(s.recall())));
        getColumns()
                .add(number(
                        "F1",
                        "The harmonic mean of precision and recall: high only if both are.",
                        ClassScore::f1,
                        s -> Figures.percent(s.f1())));
        getColumns()
                .add(number(
                        "Examples",
                        "How many examples of this class were tested.",
                        ClassScore::support,
                        s -> Figures.count(s.support())));
        setPrefHeight(Math.min(14, scores.size()) * 30 + 33);
        setPrefWidth(460);
    }

    private static TableColumn<ClassScore, ClassScore> number(
            String title, String help, ToDoubleFunction<ClassScore> value, Function<ClassScore, String> text) {
        TableColumn<ClassScore, ClassScore> column = column(title, help, text, Comparator.comparingDouble(value));
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        column.setPrefWidth(88);
        return column;
    }

    private static TableColumn<ClassScore, ClassScore> column(
            String title, String help, Function<ClassScore, String> text, Comparator<ClassScore> order) {
        TableColumn<ClassScore, ClassScore> column = new TableColumn<>();
        Label head = new Label(title);
        if (!help.isEmpty()) {
            head.setTooltip(new Tooltip(help));
        }
        column.setGraphic(head);
        column.setMinWidth(60);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(ClassScore score, boolean none) {
                super.updateItem(score, none);
                setText(none || score == null ? "" : text.apply(score));
            }
        });
        column.setComparator(order);
        return column;
    }
}
