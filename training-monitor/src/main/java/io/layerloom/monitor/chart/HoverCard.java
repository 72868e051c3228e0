package io.layerloom.monitor.chart;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Tokens;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** The values of all curves at the pointer. */
final class HoverCard extends VBox {
    private static final double DISTANCE = 12;

    private final Label title = new Label();
    private final GridPane rows = new GridPane();

    /** One curve's value. */
    record Row(String label, String value, Color colour) {}

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
            Rectangle swatch = new Rectangle(8, 8, row.colour());
            swatch.setArcWidth(4);
            swatch.setArcHeight(4);
            rows.addRow(i, swatch, name, value);
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

    /** The colour of a curve in the card. */
    static Row row(Curve curve, double value, Measured measured, Tokens tokens) {
        return new Row(curve.label(), measured.format(value), curve.colour().apply(tokens));
    }
}
