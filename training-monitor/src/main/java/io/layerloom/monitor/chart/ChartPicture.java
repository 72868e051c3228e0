package io.layerloom.monitor.chart;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;

/** A chart drawn for a page or a slide: always of one size, with title, names of the axes and legend, however small the chart on screen is. */
final class ChartPicture extends Region {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;
    private static final double EDGE = Measure.SPACE_24;
    private static final double LINE = 20;

    /** Pixels for each unit above, so that small text is sharp. */
    private static final double SCALE = 2;

    private final Label title = new Label();
    private final Label across = new Label();
    private final Legend legend = new Legend();
    private final PlotArea plot;

    private ChartPicture(String name, PlotArea shown) {
        plot = shown.copy();
        title.setText(shown.measured().titled(name));
        title.getStyleClass().add(Styles.HEADING);
        across.setText(shown.unit.get().label());
        across.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        Tokens tokens = Themes.tokens();
        legend.setMostLines(2);
        legend.show(shown.curves().stream()
                .map(curve -> Legend.Entry.of(curve, tokens))
                .distinct()
                .toList());
        getChildren().addAll(title, legend, plot, across);
    }

    /** The picture of a chart as it is zoomed and scaled now; on the JavaFX thread. */
    static WritableImage of(String name, PlotArea shown) {
        ChartPicture picture = new ChartPicture(name, shown);
        // A scene gives the picture its style sheet; no window ever shows it.
        StackPane root = new StackPane(picture);
        new Scene(root, WIDTH, HEIGHT);
        root.applyCss();
        root.layout();
        picture.plot.drawAt(SCALE);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(Themes.tokens().panel());
        return picture.snapshot(parameters, null);
    }

    @Override
    protected void layoutChildren() {
        double width = WIDTH - 2 * EDGE;
        title.resizeRelocate(EDGE, EDGE, width, Measure.text(LINE));
        double top = EDGE + Measure.text(LINE) + Measure.SPACE_8;
        double names = legend.prefHeight(width);
        legend.resizeRelocate(EDGE, top, width, names);
        top += names + Measure.SPACE_8;
        double wide = Math.ceil(across.prefWidth(-1));
        across.resizeRelocate(
                EDGE + Math.rint((width - wide) / 2), HEIGHT - EDGE - Measure.text(LINE), wide, Measure.text(LINE));
        plot.resizeRelocate(EDGE, top, width, HEIGHT - EDGE - Measure.text(LINE) - Measure.SPACE_4 - top);
    }
}
