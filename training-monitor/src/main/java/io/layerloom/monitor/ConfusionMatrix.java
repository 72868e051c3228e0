package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Fonts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.util.Arrays;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Which classes were taken for which, as a heat map: rows are what examples are, columns what they were taken for.
 *
 * <p>The colour of a cell is its part of its row, so that rare classes speak as loudly as frequent ones; hits are blue, mistakes red.
 */
public final class ConfusionMatrix extends Region {
    private static final double LEAST_CELL_WITH_COUNT = 24;
    private static final double LEAST_CELL_WITH_NAME = 12;
    private static final double TOP = 38;
    private static final double GREATEST_CELL = 84;
    private static final double GREATEST_SIDE = 520;
    private static final double LABEL_SIZE = 11;
    private static final double GREATEST_COUNT = 15;

    /** What a click on a cell does. */
    public interface CellAction {
        /** A cell was clicked, by the indices of its classes. */
        void clicked(int actual, int predicted);
    }

    private final List<String> classes;
    private final int[][] counts;
    private final Canvas canvas = new Canvas();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    /** Held here because the theme only holds it weakly. */
    private final InvalidationListener redraw = o -> requestLayout();

    private @Nullable CellAction onCell;
    private int hoverRow = -1;
    private int hoverColumn = -1;
    private double left;
    private double cell;

    /** A matrix of counts by actual class (row) and predicted class (column). */
    public ConfusionMatrix(List<String> classes, int[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        getChildren().add(canvas);
        setMinSize(160, 160);
        Themes.current().addListener(new WeakInvalidationListener(redraw));
        Themes.textSize().addListener(new WeakInvalidationListener(redraw));
        setOnMouseMoved(this::hover);
        setOnMouseExited(e -> hover(-1, -1));
        setOnMouseClicked(e -> {
            if (hoverRow >= 0 && onCell != null) {
                onCell.clicked(hoverRow, hoverColumn);
            }
        });
        setAccessibleText(tr("Confusion matrix of %,d classes", classes.size()));
        sentence.set(summary());
    }

    /** What the cell under the pointer says in words; without a pointer, what is mixed up most. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What a click on a cell does. */
    public void setOnCell(CellAction action) {
        onCell = action;
    }

    private void hover(MouseEvent e) {
        int row = (int) Math.floor((e.getY() - top()) / cell);
        int column = (int) Math.floor((e.getX() - left) / cell);
        int n = classes.size();
        boolean inside = row >= 0 && row < n && column >= 0 && column < n;
        hover(inside ? row : -1, inside ? column : -1);
    }

    private void hover(int row, int column) {
        if (row == hoverRow && column == hoverColumn) {
            return;
        }
        hoverRow = row;
        hoverColumn = column;
        sentence.set(row < 0 ? summary() : sentence(row, column));
        requestLayout();
    }

    /** What a cell says in words. */
    String sentence(int row, int column) {
        long count = counts[row][column];
        long all = total(row);
        String part = all == 0 ? "" : " (" + Figures.percent((double) count / all) + ")";
        String name = classes.get(row);
        if (row == column) {
            return count == 1
                    ? tr("%,d of %,d examples of %s was recognised%s.", count, all, name, part)
                    : tr("%,d of %,d examples of %s were recognised%s.", count, all, name, part);
        }
        return count == 1
                ? tr("%,d of %,d examples of %s was taken for %s%s.", count, all, name, classes.get(column), part)
                : tr("%,d of %,d examples of %s were taken for %s%s.", count, all, name, classes.get(column), part);
    }

    private String summary() {
        int worstRow = -1;
        int worstColumn = -1;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                boolean worse = worstRow < 0 || counts[row][column] > counts[worstRow][worstColumn];
                if (row != column && counts[row][column] > 0 && worse) {
                    worstRow = row;
                    worstColumn = column;
                }
            }
        }
        return worstRow < 0
                ? tr("No example was taken for another class.")
                : tr("Mixed up most: %s", sentence(worstRow, worstColumn));
    }

    private long total(int row) {
        return Arrays.stream(counts[row]).asLongStream().sum();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** How far all cells of a row reach at most. */
    private double side() {
        return Math.min(GREATEST_CELL * classes.size(), GREATEST_SIDE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return nameWidth() + side() + 2;
    }

    @Override
    protected double computePrefHeight(double width) {
        double usable = (width < 0 ? computePrefWidth(-1) : width) - nameWidth() - 2;
        return top() + Math.min(side(), usable) + 2;
    }

    /** Where the cells begin: below the names of the columns. */
    private static double top() {
        return Measure.text(TOP);
    }

    private double nameWidth() {
        int longest = classes.stream().mapToInt(String::length).max().orElse(1);
        return Math.min(Measure.text(120), Measure.text(34 + longest * 6.2));
    }

    @Override
    protected void layoutChildren() {
        int n = classes.size();
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        left = nameWidth();
        double room = Math.min(getWidth() - left - 2, getHeight() - top() - 2);
        cell = Math.min(side(), room) / Math.max(1, n);
        cell = cell >= 4 ? Math.floor(cell) : Math.max(0.5, cell);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Tokens tokens = Themes.tokens();
        drawAxes(g, tokens);
        for (int row = 0; row < n; row++) {
            long all = Math.max(1, total(row));
            for (int column = 0; column < n; column++) {
                drawCell(g, tokens, row, column, (double) counts[row][column] / all);
            }
        }
    }

    private void drawAxes(GraphicsContext g, Tokens tokens) {
        g.setTextBaseline(VPos.CENTER);
        g.setFill(tokens.muted());
        g.setFont(Fonts.ui(Measure.text(LABEL_SIZE)));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(tr("taken for →"), left, Measure.text(8));
        g.fillText(tr("is ↓"), 0, Measure.text(8));
        int every = (int) Math.max(1, Math.ceil(Measure.text(LEAST_CELL_WITH_NAME) / cell));
        for (int i = 0; i < classes.size(); i += every) {
            String name = classes.get(i);
            double at = (i + 0.5) * cell;
            g.setFont(Fonts.ui(Measure.text(LABEL_SIZE), i == hoverRow ? Fonts.Weight.SEMIBOLD : Fonts.Weight.REGULAR));
            g.setFill(i == hoverRow ? tokens.text() : tokens.muted());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(shorten(name, 16), left - 8, top() + at, left - 10);
            g.setFont(Fonts.ui(
                    Measure.text(LABEL_SIZE), i == hoverColumn ? Fonts.Weight.SEMIBOLD : Fonts.Weight.REGULAR));
            g.setFill(i == hoverColumn ? tokens.text() : tokens.muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(
                    shorten(name, (int) Math.max(2, cell * every / Measure.text(6))),
                    left + at,
                    top() - Measure.text(10),
                    cell * every);
        }
    }

    private void drawCell(GraphicsContext g, Tokens tokens, int row, int column, double part) {
        double gap = cell >= 8 ? 1 : 0;
        double x = left + column * cell;
        double y = top() + row * cell;
        Color strong = row == column ? tokens.accentFill() : tokens.bad();
        // Mistakes are few where a network is good; the root makes one in a hundred visible.
        double share = row == column ? part : Math.sqrt(part);
        Color fill = part == 0 ? tokens.hover() : tokens.hover().interpolate(strong, 0.04 + 0.96 * share);
        g.setFill(fill);
        g.fillRoundRect(x, y, cell - gap, cell - gap, gap * 4, gap * 4);
        if (row == hoverRow && column == hoverColumn) {
            g.setStroke(tokens.text());
            g.setLineWidth(1.5);
            g.strokeRoundRect(x + 0.75, y + 0.75, cell - gap - 1.5, cell - gap - 1.5, 4, 4);
        }
        if (cell >= Measure.text(LEAST_CELL_WITH_COUNT) && counts[row][column] > 0) {
            boolean dark = Tokens.contrast(fill, tokens.text()) >= Tokens.contrast(fill, tokens.onAccent());
            g.setFill(dark ? tokens.text() : tokens.onAccent());
            g.setFont(Fonts.mono(
                    Math.max(Measure.text(9.5), Math.min(Measure.text(GREATEST_COUNT), Math.rint(cell * 0.3)))));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(Integer.toString(counts[row][column]), x + (cell - gap) / 2, y + (cell - gap) / 2, cell - 3);
        }
    }

    private static String shorten(String name, int length) {
        return name.length() <= length ? name : name.substring(0, Math.max(1, length - 1)) + "…";
    }
}
