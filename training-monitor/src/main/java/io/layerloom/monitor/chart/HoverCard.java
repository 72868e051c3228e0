package io.layerloom.monitor.chart;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Tokens;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** The values of all curves at the pointer. */
final class HoverCard extends VBox {
    private static final double DISTANCE = 12;

    private final Label title = new Label();
    private final GridPane rows = new GridPane();

    /** One curve's value. */
    record Row(String label, String value, Curve.Kind kind, Color colour) {}

    HoverCard() {
        getStyleClass().add(Styles.HOVER_CARD);
        title.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        rows.setHgap(Measure.SPACE_8);
        rows.setVgap(2);
        getChildren().addAll(title, rows);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Shows the card beside {@code x}, on the side where there is room. */
    void show(String heading, List<Row> values, double x, double y, double width, double height) {
        title.setText(heading);
        rows.getChildren().clear();
        for (int i = 0; i < values.size(); i++) {
            Row row = values.get(i);
            Label name = styled(row.label(), Styles.CAPTION);
            Label value = styled(row.value(), Styles.CAPTION, Styles.MONO, Styles.MEDIUM);
            rows.addRow(i, new LineSample(row.kind(), row.colour()), name, value);
        }
        setVisible(true);
        applyCss();
        autosize();
        double left = x + DISTANCE + getWidth() > width ? x - DISTANCE - getWidth() : x + DISTANCE;
        relocate(Math.max(0, Math.round(left)), Math.max(0, Math.round(Math.min(y, height - getHeight()))));
    }

    void hide() {
        setVisible(false);
    }

    private static Label styled(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A curve in the card. */
    static Row row(Curve curve, double value, Measured measured, Tokens tokens) {
        return new Row(
                curve.label(),
                measured.format(value),
                curve.kind(),
                curve.colour().apply(tokens));
    }
}
