package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.ClassScore;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** How well each class was recognised; a click on a column's head sorts by it. */
final class ClassTable extends TableView<ClassScore> {
    private static final double FIGURE = 88;
    private static final double ROW = 30;
    private static final double HEAD = 33;
    private static final int MOST_ROWS = 14;

    ClassTable(List<ClassScore> scores) {
        super(FXCollections.observableArrayList(scores));
        getStyleClass().add(Styles.PLAIN_TABLE);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(Columns.text(tr("Class"), 100, ClassScore::name, Comparator.comparing(ClassScore::name)));
        getColumns()
                .add(percent(
                        tr("Precision"),
                        tr("Of the examples taken for this class, the part that belongs to it."),
                        ClassScore::precision));
        getColumns()
                .add(percent(
                        tr("Recall"),
                        tr("Of the examples of this class, the part that was recognised."),
                        ClassScore::recall));
        getColumns()
                .add(percent(
                        "F1", tr("The harmonic mean of precision and recall: high only if both are."), ClassScore::f1));
        getColumns()
                .add(Columns.explained(
                        Columns.number(tr("Examples"), FIGURE, ClassScore::support, s -> Figures.count(s.support())),
                        tr("How many examples of this class were tested.")));
        CopyMenu.on(this);
        setPrefHeight(Math.min(MOST_ROWS, scores.size()) * Measure.text(ROW) + Measure.text(HEAD));
        setPrefWidth(Measure.text(460));
    }

    private static TableColumn<ClassScore, ClassScore> percent(
            String title, String help, ToDoubleFunction<ClassScore> value) {
        return Columns.explained(
                Columns.number(title, FIGURE, value, s -> Figures.percent(value.applyAsDouble(s))), help);
    }
}
