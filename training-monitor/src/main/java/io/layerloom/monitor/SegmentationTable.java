package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.SegmentationScore;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;

/** How well the pixels of each class were told from all others; a click on a column's head sorts by it. */
final class SegmentationTable extends TableView<SegmentationScore> {
    private static final double FIGURE = 96;
    private static final double ROW = 30;
    private static final double HEAD = 33;
    private static final int MOST_ROWS = 14;

    SegmentationTable(List<SegmentationScore> scores) {
        super(FXCollections.observableArrayList(scores));
        getStyleClass().add(Styles.PLAIN_TABLE);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .add(Columns.text(
                        tr("Class"), 100, SegmentationScore::name, Comparator.comparing(SegmentationScore::name)));
        getColumns()
                .add(
                        Columns.explained(
                                Columns.number(
                                        tr("IoU"),
                                        FIGURE,
                                        SegmentationScore::iou,
                                        score -> Figures.percent(score.iou())),
                                tr(
                                        "Intersection over union: the pixels that are of this class and were taken for it, divided by those of which at least one is so.")));
        getColumns()
                .add(Columns.explained(
                        Columns.number(
                                tr("Pixels right"),
                                FIGURE,
                                SegmentationScore::accuracy,
                                score -> Figures.percent(score.accuracy())),
                        tr("The part of the pixels of this class that were taken for it.")));
        getColumns()
                .add(Columns.explained(
                        Columns.number(
                                tr("Pixels"),
                                FIGURE,
                                SegmentationScore::pixels,
                                score -> Figures.count(score.pixels())),
                        tr("How many pixels of this class are on the test pictures.")));
        CopyMenu.on(this);
        setPrefHeight(Math.min(MOST_ROWS, scores.size()) * Measure.text(ROW) + Measure.text(HEAD));
        setPrefWidth(Measure.text(460));
    }
}
