package io.layerloom.monitor.chart;

import io.layerloom.themes.Fonts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.TextSize;
import io.layerloom.themes.Tokens;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/** Grid lines and marks behind the curves; drawn again only when one of the things that they depend on is another one. */
final class AxisCanvas extends Canvas {
    private static final double MARK_SIZE = 10.5;
    private static final double MARK_GAP = 8;
    private static final double MARK_WIDTH = 74;
    private static final double MARK_HEIGHT = 40;

    /** The least room between the last mark and the name of the axis. */
    private static final double NAME_GAP = 12;

    private @Nullable State drawn;
    private double scale = 1;

    /**
     * Everything that the picture depends on.
     *
     * @param name what the marks of the horizontal axis count, said behind them; empty if there is no need
     */
    record State(
            View view,
            double left,
            Measured measured,
            XUnit unit,
            double iterationsPerEpoch,
            String name,
            Tokens tokens,
            TextSize size) {}

    AxisCanvas() {
        setMouseTransparent(true);
    }

    /** Room around the plot for the marks; on the left at least this much. */
    static Insets gutter() {
        return new Insets(8, 10, Measure.text(MARK_SIZE) + 9.5, Measure.text(44));
    }

    /** How many marks suit an axis {@code height} pixels high. */
    static int marks(double height) {
        return (int) Math.max(2, Math.min(6, Math.round(height / Measure.text(MARK_HEIGHT))));
    }

    /** How much room the marks of {@code y} need on the left of a plot {@code height} pixels high. */
    static double left(Range y, Scale scale, Measured measured, double height) {
        Ticks ticks = ticks(y, scale, height);
        int longest = ticks.values().stream()
                .mapToInt(value -> mark(value, ticks, measured).length())
                .max()
                .orElse(0);
        double letters = Math.ceil(width("0".repeat(longest), Fonts.mono(Measure.text(MARK_SIZE))));
        return Math.max(gutter().getLeft(), letters + MARK_GAP + 2);
    }

    private static Ticks ticks(Range y, Scale scale, double height) {
        return scale == Scale.LINEAR ? Ticks.linear(y, marks(height)) : Ticks.logarithmic(y);
    }

    private static String mark(double value, Ticks ticks, Measured measured) {
        return Figures.mark(value * measured.factor(), ticks.step() * measured.factor());
    }

    /** Takes a place of this size, drawn with {@code factor} times the pixels that the screen would need. */
    void fit(double width, double height, double factor) {
        if (width * factor != getWidth() || height * factor != getHeight() || factor != scale) {
            scale = factor;
            drawn = null;
            setWidth(width * factor);
            setHeight(height * factor);
            getTransforms().setAll(Transform.scale(1 / factor, 1 / factor));
        }
    }

    void show(State state) {
        if (state.equals(drawn)) {
            return;
        }
        drawn = state;
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(scale, 0, 0, scale, 0, 0);
        g.clearRect(0, 0, getWidth() / scale, getHeight() / scale);
        g.setLineWidth(1);
        g.setFont(Fonts.mono(Measure.text(MARK_SIZE)));
        drawValues(g, state);
        drawX(g, state);
    }

    private static void drawValues(GraphicsContext g, State state) {
        View view = state.view();
        Ticks ticks = ticks(view.y(), view.scale(), view.height());
        g.setStroke(state.tokens().line());
        g.setFill(state.tokens().muted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        double left = state.left();
        for (double value : ticks.values()) {
            double y = Math.floor(gutter().getTop() + view.py(value)) + 0.5;
            g.strokeLine(left, y, left + view.width(), y);
            g.fillText(mark(value, ticks, state.measured()), left - MARK_GAP, y);
        }
    }

    private static void drawX(GraphicsContext g, State state) {
        View view = state.view();
        double perUnit = state.unit() == XUnit.EPOCH ? state.iterationsPerEpoch() : 1;
        Range units = new Range(view.x().low() / perUnit, view.x().high() / perUnit);
        g.setTextBaseline(VPos.TOP);
        double y = gutter().getTop() + view.height() + 6;
        double end = state.left() + view.width();
        boolean named = !state.name().isEmpty();
        double room = end + 6 - (named ? drawName(g, state.name(), end + 6, y) : 0);
        Range marked = named ? before(room, units, state, g.getFont()) : units;
        double unitWidth = view.width() / units.span();
        double closest = (widest(units, g.getFont()) + MARK_GAP) / unitWidth;
        double wanted = Math.max(1, marked.span() * unitWidth / Measure.text(MARK_WIDTH));
        Ticks ticks = Ticks.whole(marked, (int) wanted, closest);
        for (double unit : ticks.values()) {
            double x = state.left() + view.px(unit * perUnit);
            String text = Figures.mark(unit, ticks.step());
            double half = width(text, g.getFont()) / 2;
            if (x + half <= room) {
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText(text, x, y);
            } else if (!named) {
                g.setTextAlign(TextAlignment.RIGHT);
                g.fillText(text, room, y);
            }
        }
    }

    private static double widest(Range units, Font font) {
        return width(Figures.mark(Math.floor(units.high()), 1), font);
    }

    /** The part of an axis whose marks are written before {@code room} ends; all of it where that would leave nothing. */
    private static Range before(double room, Range units, State state, Font font) {
        double part =
                (room - widest(units, font) / 2 - state.left()) / state.view().width();
        return part <= 0 || part >= 1 ? units : new Range(units.low(), units.low() + part * units.span());
    }

    /** Writes what the marks count at the end of their row, and answers how much room that takes. */
    private static double drawName(GraphicsContext g, String unit, double right, double y) {
        Font marks = g.getFont();
        Font letters = Fonts.ui(Measure.text(MARK_SIZE));
        String name = unit.toLowerCase(Locale.ROOT);
        g.setFont(letters);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(name, right, y);
        g.setFont(marks);
        return width(name, letters) + NAME_GAP;
    }

    private static double width(String text, Font font) {
        Text letters = new Text(text);
        letters.setFont(font);
        return letters.getLayoutBounds().getWidth();
    }
}
