package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.DetectionScore;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;

/** How well the objects of each class were found; a click on a column's head sorts by it. */
final class DetectionTable extends TableView<DetectionScore> {
    private static final double FIGURE = 96;
    private static final double ROW = 30;
    private static final double HEAD = 33;
    private static final int MOST_ROWS = 14;

    DetectionTable(List<DetectionScore> scores) {
        super(FXCollections.observableArrayList(scores));
        getStyleClass().add(Styles.PLAIN_TABLE);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .add(Columns.text(tr("Class"), 100, DetectionScore::name, Comparator.comparing(DetectionScore::name)));
        getColumns()
                .add(Columns.explained(
                        Columns.number("AP@0.5", FIGURE, DetectionScore::ap50, score -> Figures.percent(score.ap50())),
                        tr("Average precision where a box counts that overlaps the true one by half.")));
        getColumns()
                .add(Columns.explained(
                        Columns.number("AP@[.5:.95]", FIGURE, DetectionScore::ap, score -> Figures.percent(score.ap())),
                        tr("The mean of the average precisions at overlaps of 0.5, 0.55 and so on up to 0.95.")));
        getColumns()
                .add(Columns.explained(
                        Columns.number(
                                tr("Objects"),
                                FIGURE,
                                DetectionScore::objects,
                                score -> Figures.count(score.objects())),
                        tr("How many objects of this class are on the test pictures.")));
        CopyMenu.on(this);
        setPrefHeight(Math.min(MOST_ROWS, scores.size()) * Measure.text(ROW) + Measure.text(HEAD));
        setPrefWidth(Measure.text(460));
    }
}
