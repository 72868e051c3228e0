package io.layerloom.monitor.chart;

import io.layerloom.themes.Fonts;
import io.layerloom.themes.Tokens;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Grid lines and marks behind the curves; drawn again only when one of the things that they depend on is another one. */
final class AxisCanvas extends Canvas {
    /** Room around the plot for the marks. */
    static final Insets GUTTER = new Insets(8, 10, 20, 44);

    private static final double MARK_SIZE = 10.5;
    private static final double MARK_WIDTH = 74;
    private static final double MARK_HEIGHT = 40;

    private @Nullable State drawn;

    /** Everything that the picture depends on. */
    record State(View view, Measured measured, XUnit unit, double iterationsPerEpoch, Tokens tokens) {}

    AxisCanvas() {
        setMouseTransparent(true);
    }

    /** How many marks suit an axis {@code height} pixels high. */
    static int marks(double height) {
        return (int) Math.max(2, Math.min(6, Math.round(height / MARK_HEIGHT)));
    }

    void show(State state) {
        if (state.equals(drawn)) {
            return;
        }
        drawn = state;
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setLineWidth(1);
        g.setFont(Fonts.mono(MARK_SIZE));
        drawValues(g, state);
        drawX(g, state);
    }

    private static void drawValues(GraphicsContext g, State state) {
        View view = state.view();
        double factor = state.measured().factor();
        Ticks ticks = view.scale() == Scale.LINEAR
                ? Ticks.linear(view.y(), marks(view.height()))
                : Ticks.logarithmic(view.y());
        g.setStroke(state.tokens().line());
        g.setFill(state.tokens().muted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        double left = GUTTER.getLeft();
        for (double value : ticks.values()) {
            double y = Math.floor(GUTTER.getTop() + view.py(value)) + 0.5;
            g.strokeLine(left, y, left + view.width(), y);
            g.fillText(Figures.mark(value * factor, ticks.step() * factor), left - 8, y);
        }
    }

    private static void drawX(GraphicsContext g, State state) {
        View view = state.view();
        double perUnit = state.unit() == XUnit.EPOCH ? state.iterationsPerEpoch() : 1;
        Range units = new Range(view.x().low() / perUnit, view.x().high() / perUnit);
        Ticks ticks = Ticks.whole(units, (int) Math.max(1, view.width() / MARK_WIDTH));
        g.setTextBaseline(VPos.TOP);
        double y = GUTTER.getTop() + view.height() + 6;
        double end = GUTTER.getLeft() + view.width();
        for (double unit : ticks.values()) {
            double x = GUTTER.getLeft() + view.px(unit * perUnit);
            boolean last = x > end - 12;
            g.setTextAlign(last ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(Figures.mark(unit, ticks.step()), last ? end + 6 : x, y);
        }
    }
}
