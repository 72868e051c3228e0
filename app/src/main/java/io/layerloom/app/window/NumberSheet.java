package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.LayerOutput;
import io.layerloom.themes.Fonts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The numbers of a plane in rows and columns, whose own numbers stay in sight while the sheet is scrolled; zeros step back. */
final class NumberSheet extends Region {

    private static final int MOST_DECIMALS = 4;
    private static final double LINE = 20;
    private static final double BAR = 10;

    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final double line = Measure.text(LINE);
    private final Font font = Fonts.mono(Measure.text(Measure.CAPTION));
    private final double letter;
    private Optional<Plane> shown = Optional.empty();

    /** What is shown, and how many letters a number and the number of a row take. */
    private record Plane(LayerOutput.Grid grid, int index, int decimals, int letters, int margin) {

        static Plane of(LayerOutput.Grid grid, int index) {
            int decimals = NumberSheet.decimals(grid.plane(index));
            int longest = 0;
            for (float value : grid.plane(index)) {
                longest = Math.max(longest, written(value, decimals).length());
            }
            return new Plane(
                    grid,
                    index,
                    decimals,
                    Math.max(longest, Integer.toString(grid.width()).length()),
                    Integer.toString(grid.height()).length());
        }
    }

    NumberSheet() {
        setId("layer-numbers");
        setAccessibleText(tr("Numbers"));
        setFocusTraversable(true);
        Text probe = new Text("0");
        probe.setFont(font);
        letter = probe.getLayoutBounds().getWidth();
        down.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : new ScrollBar[] {across, down}) {
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener(observable -> paint());
        }
        getChildren().addAll(canvas, across, down);
        setOnMousePressed(event -> requestFocus());
        setOnScroll(event -> {
            move(down, -event.getDeltaY());
            move(across, -event.getDeltaX());
            event.consume();
        });
        setOnKeyPressed(this::key);
    }

    /** Shows a plane from its beginning. */
    void show(LayerOutput.Grid grid, int plane) {
        shown = Optional.of(Plane.of(grid, plane));
        across.setValue(0);
        down.setValue(0);
        requestLayout();
        paint();
    }

    /** The same numbers for a table of another program. */
    static String copy(LayerOutput.Grid grid, int plane) {
        return IntStream.range(0, grid.height())
                .mapToObj(row -> IntStream.range(0, grid.width())
                        .mapToObj(column -> Float.toString(grid.at(plane, row, column)))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** No more decimals than the numbers need, and none that their size makes idle. */
    private static int decimals(float[] values) {
        double most = 0;
        boolean whole = true;
        for (float value : values) {
            most = Float.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
            whole &= value == Math.rint(value);
        }
        return whole ? 0 : most >= 100 ? 2 : MOST_DECIMALS;
    }

    /** A number in few characters. */
    static String written(float value, int decimals) {
        if (!Float.isFinite(value)) {
            return Float.toString(value);
        }
        boolean tiny = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals);
        String text = tiny || Math.abs(value) >= 1e6
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.replace('-', '−');
    }

    private void key(KeyEvent event) {
        double page = canvas.getHeight() - 2 * line;
        switch (event.getCode()) {
            case UP -> move(down, -line);
            case DOWN -> move(down, line);
            case PAGE_UP -> move(down, -page);
            case PAGE_DOWN -> move(down, page);
            case LEFT -> move(across, -shown.map(this::column).orElse(line));
            case RIGHT -> move(across, shown.map(this::column).orElse(line));
            case HOME -> move(down, -down.getMax());
            case END -> move(down, down.getMax());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static void move(ScrollBar bar, double by) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + by)));
    }

    private double column(Plane plane) {
        return Math.ceil((plane.letters() + 2) * letter);
    }

    private double margin(Plane plane) {
        return Math.ceil((plane.margin() + 1) * letter);
    }

    @Override
    protected double computePrefWidth(double height) {
        return shown.map(plane -> margin(plane) + plane.grid().width() * column(plane) + BAR)
                .orElse(0.0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return shown.map(plane -> (plane.grid().height() + 1) * line + BAR).orElse(0.0);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BAR);
        double height = Math.max(0, getHeight() - BAR);
        canvas.setWidth(width);
        canvas.setHeight(height);
        across.resizeRelocate(0, height, width, BAR);
        down.resizeRelocate(width, 0, BAR, height);
        shown.ifPresent(plane -> {
            reach(across, plane.grid().width() * column(plane), width - margin(plane));
            reach(down, plane.grid().height() * line, height - line);
        });
        paint();
    }

    /** Lets a bar reach over so much of which there is room for a part. */
    private static void reach(ScrollBar bar, double whole, double room) {
        double hidden = Math.max(0, whole - room);
        bar.setMax(hidden);
        bar.setVisibleAmount(whole <= 0 ? 0 : hidden * Math.max(0, room) / whole);
        bar.setVisible(hidden > 0);
        move(bar, 0);
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        shown.ifPresent(plane -> paint(g, plane));
    }

    private void paint(GraphicsContext g, Plane plane) {
        Tokens tokens = Themes.tokens();
        double margin = margin(plane);
        double column = column(plane);
        double left = margin - Math.rint(across.getValue());
        double top = line - Math.rint(down.getValue());
        int firstRow = (int) Math.max(0, Math.floor((line - top) / line));
        int lastRow = (int) Math.min(plane.grid().height() - 1.0, Math.floor((canvas.getHeight() - top) / line));
        int firstColumn = (int) Math.max(0, Math.floor((margin - left) / column));
        int lastColumn = (int) Math.min(plane.grid().width() - 1.0, Math.floor((canvas.getWidth() - left) / column));
        g.setFont(font);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        clip(g, margin, line, () -> {
            for (int row = firstRow; row <= lastRow; row++) {
                for (int at = firstColumn; at <= lastColumn; at++) {
                    float value = plane.grid().at(plane.index(), row, at);
                    g.setFill(value == 0 ? tokens.faint() : tokens.text());
                    g.fillText(
                            written(value, plane.decimals()),
                            left + (at + 1) * column - letter,
                            top + (row + 0.5) * line);
                }
            }
        });
        g.setFill(tokens.muted());
        clip(g, margin, 0, () -> {
            for (int at = firstColumn; at <= lastColumn; at++) {
                g.fillText(Integer.toString(at + 1), left + (at + 1) * column - letter, line / 2);
            }
        });
        clip(g, 0, line, () -> {
            for (int row = firstRow; row <= lastRow; row++) {
                g.fillText(Integer.toString(row + 1), margin - letter / 2 - 2, top + (row + 0.5) * line);
            }
        });
        g.setStroke(tokens.line());
        g.setLineWidth(1);
        double right = Math.min(canvas.getWidth(), left + plane.grid().width() * column);
        double bottom = Math.min(canvas.getHeight(), top + plane.grid().height() * line);
        g.strokeLine(margin - 0.5, 0, margin - 0.5, bottom);
        g.strokeLine(0, line - 0.5, right, line - 0.5);
    }

    /** Paints only right of and below a point. */
    private void clip(GraphicsContext g, double x, double y, Runnable painting) {
        g.save();
        g.beginPath();
        g.rect(x, y, canvas.getWidth() - x, canvas.getHeight() - y);
        g.clip();
        painting.run();
        g.restore();
    }
}
