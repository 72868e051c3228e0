package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.ConfusionCells.Place;
import io.layerloom.themes.Fonts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Which classes were taken for which, as a heat map: rows are what examples are, columns what they were taken for.
 *
 * <p>The colour of a cell is its part of its row, so that rare classes speak as loudly as frequent ones; hits are blue, mistakes red.
 * Tab leads to the matrix, the arrow keys from cell to cell.
 */
public final class ConfusionMatrix extends Region {
    private static final double LEAST_CELL_WITH_COUNT = 24;
    private static final double LEAST_CELL_WITH_NAME = 12;
    private static final double TOP = 38;
    private static final double GREATEST_CELL = 84;
    private static final double GREATEST_SIDE = 520;
    private static final double LABEL_SIZE = 11;
    private static final double GREATEST_COUNT = 15;

    /** What a click on a cell, or Enter, does. */
    public interface CellAction {
        /** A cell was clicked, by the indices of its classes. */
        void clicked(int actual, int predicted);
    }

    private final ConfusionWords words;
    private final Canvas canvas = new Canvas();
    private final ConfusionCells cells;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    /** Held here because the theme only holds it weakly. */
    private final InvalidationListener redraw = o -> requestLayout();

    private @Nullable CellAction onCell;
    private Optional<Place> pointed = Optional.empty();
    /** Where the keyboard leads on from. */
    private Place reached = new Place(0, 0);
    /** Whether the person walks by the keyboard; a matrix can have it without that, as after a click. */
    private boolean walking;

    private Optional<Place> current = Optional.empty();
    private double left;
    private double cell;

    /** A matrix of counts by actual class (row) and predicted class (column). */
    public ConfusionMatrix(List<String> classes, int[][] counts) {
        words = new ConfusionWords(classes, counts);
        cells = new ConfusionCells(words, drawn(), this::go);
        getChildren().addAll(canvas, cells);
        setMinSize(160, 160);
        Themes.current().addListener(new WeakInvalidationListener(redraw));
        Themes.textSize().addListener(new WeakInvalidationListener(redraw));
        setOnMouseMoved(e -> point(under(e)));
        setOnMouseExited(e -> point(Optional.empty()));
        setOnMouseClicked(e -> under(e).ifPresent(place -> {
            reached = place;
            requestFocus();
            open(place);
        }));
        setOnKeyPressed(this::key);
        setFocusTraversable(true);
        focusedProperty().addListener((observable, before, focused) -> walk(walking && focused));
        focusVisibleProperty().addListener((observable, before, visible) -> walk(walking || visible));
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(tr("Confusion matrix of %,d classes", classes.size()));
        sentence.set(words.summary());
    }

    private ConfusionCells.Drawn drawn() {
        return new ConfusionCells.Drawn() {
            @Override
            public Optional<Place> reached() {
                return isFocused() ? Optional.of(reached) : Optional.empty();
            }

            @Override
            public BoundingBox bounds(Place place) {
                return new BoundingBox(left + place.column() * cell, top() + place.row() * cell, cell, cell);
            }

            @Override
            public void open(Place place) {
                ConfusionMatrix.this.open(place);
            }
        };
    }

    /** What the cell says in words where the pointer is, or else the keyboard; without either, what is mixed up most. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What a click on a cell does, or Enter. */
    public void setOnCell(CellAction action) {
        onCell = action;
    }

    private Optional<Place> under(MouseEvent e) {
        int row = (int) Math.floor((e.getY() - top()) / cell);
        int column = (int) Math.floor((e.getX() - left) / cell);
        int n = words.classes().size();
        boolean inside = row >= 0 && row < n && column >= 0 && column < n;
        return inside ? Optional.of(new Place(row, column)) : Optional.empty();
    }

    private void point(Optional<Place> place) {
        pointed = place;
        update();
    }

    /** Leads the keyboard to a cell. */
    private void go(Place place) {
        reached = place;
        requestFocus();
        walk(true);
    }

    private void walk(boolean on) {
        walking = on;
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        update();
    }

    private void open(Place place) {
        if (onCell != null) {
            onCell.clicked(place.row(), place.column());
        }
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isControlDown() || event.isMetaDown()) {
            return; // a shortcut of the window
        }
        int last = words.classes().size() - 1;
        Place to = switch (event.getCode()) {
            case LEFT, KP_LEFT -> new Place(reached.row(), Math.max(0, reached.column() - 1));
            case RIGHT, KP_RIGHT -> new Place(reached.row(), Math.min(last, reached.column() + 1));
            case UP, KP_UP -> new Place(Math.max(0, reached.row() - 1), reached.column());
            case DOWN, KP_DOWN -> new Place(Math.min(last, reached.row() + 1), reached.column());
            case HOME -> new Place(reached.row(), 0);
            case END -> new Place(reached.row(), last);
            default -> reached;
        };
        boolean opens = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (opens) {
            open(reached);
        } else if (event.getCode().isArrowKey() || !to.equals(reached)) {
            pointed = Optional.empty(); // until the pointer moves again
            go(to);
        } else {
            return;
        }
        event.consume(); // at the edge, too: an arrow does not leave the matrix
    }

    private void update() {
        Optional<Place> now = pointed.or(() -> walking ? Optional.of(reached) : Optional.empty());
        if (!now.equals(current)) {
            current = now;
            sentence.set(now.map(place -> sentence(place.row(), place.column())).orElseGet(words::summary));
            requestLayout();
        }
    }

    /** What a cell says in words. */
    String sentence(int row, int column) {
        return words.sentence(row, column);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return cells.answer(attribute, parameters)
                .orElseGet(() -> super.queryAccessibleAttribute(attribute, parameters));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** How far all cells of a row reach at most. */
    private double side() {
        return Math.min(GREATEST_CELL * words.classes().size(), GREATEST_SIDE);
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
        int longest = words.classes().stream().mapToInt(String::length).max().orElse(1);
        return Math.min(Measure.text(120), Measure.text(34 + longest * 6.2));
    }

    @Override
    protected void layoutChildren() {
        int n = words.classes().size();
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
            long all = Math.max(1, words.total(row));
            for (int column = 0; column < n; column++) {
                drawCell(g, tokens, row, column, (double) words.count(row, column) / all);
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
        int row = current.map(Place::row).orElse(-1);
        int column = current.map(Place::column).orElse(-1);
        int every = (int) Math.max(1, Math.ceil(Measure.text(LEAST_CELL_WITH_NAME) / cell));
        for (int i = 0; i < words.classes().size(); i += every) {
            String name = words.classes().get(i);
            double at = (i + 0.5) * cell;
            g.setFont(Fonts.ui(Measure.text(LABEL_SIZE), i == row ? Fonts.Weight.SEMIBOLD : Fonts.Weight.REGULAR));
            g.setFill(i == row ? tokens.text() : tokens.muted());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(shorten(name, 16), left - 8, top() + at, left - 10);
            g.setFont(Fonts.ui(Measure.text(LABEL_SIZE), i == column ? Fonts.Weight.SEMIBOLD : Fonts.Weight.REGULAR));
            g.setFill(i == column ? tokens.text() : tokens.muted());
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
        if (current.equals(Optional.of(new Place(row, column)))) {
            g.setStroke(tokens.text());
            g.setLineWidth(walking ? 2.5 : 1.5);
            g.strokeRoundRect(x + 0.75, y + 0.75, cell - gap - 1.5, cell - gap - 1.5, 4, 4);
        }
        if (cell >= Measure.text(LEAST_CELL_WITH_COUNT) && words.count(row, column) > 0) {
            boolean dark = Tokens.contrast(fill, tokens.text()) >= Tokens.contrast(fill, tokens.onAccent());
            g.setFill(dark ? tokens.text() : tokens.onAccent());
            g.setFont(Fonts.mono(
                    Math.max(Measure.text(9.5), Math.min(Measure.text(GREATEST_COUNT), Math.rint(cell * 0.3)))));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(
                    Integer.toString(words.count(row, column)), x + (cell - gap) / 2, y + (cell - gap) / 2, cell - 3);
        }
    }

    private static String shorten(String name, int length) {
        return name.length() <= length ? name : name.substring(0, Math.max(1, length - 1)) + "…";
    }
}
