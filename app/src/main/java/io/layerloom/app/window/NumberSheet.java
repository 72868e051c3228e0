package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.LayerOutput;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The numbers of a plane, row by row, in columns. */
final class NumberSheet extends ListView<String> {

    private static final int MOST_DECIMALS = 4;

    NumberSheet() {
        getStyleClass().add(Styles.PLAIN_LIST);
        setId("layer-numbers");
        setAccessibleText(tr("Numbers"));
        setFixedCellSize(Measure.text(20));
        setCellFactory(list -> new Line());
    }

    private static final class Line extends ListCell<String> {
        Line() {
            getStyleClass().addAll(Styles.MONO, Styles.CAPTION);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }

    /** Shows a plane; the first line numbers the columns. */
    void show(LayerOutput.Grid grid, int plane) {
        int decimals = decimals(grid.plane(plane));
        List<List<String>> rows = IntStream.range(0, grid.height())
                .mapToObj(row -> row(grid, plane, row, decimals))
                .toList();
        int width = rows.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(1);
        int wide = Math.max(width, Integer.toString(grid.width()).length());
        int margin = Integer.toString(grid.height()).length();
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(margin) + " │ " + line(columns(grid.width()), wide));
        for (int row = 0; row < rows.size(); row++) {
            lines.add(padded(Integer.toString(row + 1), margin) + " │ " + line(rows.get(row), wide));
        }
        getItems().setAll(lines);
    }

    /** The same numbers for a table of another program. */
    static String copy(LayerOutput.Grid grid, int plane) {
        return IntStream.range(0, grid.height())
                .mapToObj(row -> IntStream.range(0, grid.width())
                        .mapToObj(column -> Float.toString(grid.at(plane, row, column)))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> columns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static List<String> row(LayerOutput.Grid grid, int plane, int row, int decimals) {
        return IntStream.range(0, grid.width())
                .mapToObj(column -> written(grid.at(plane, row, column), decimals))
                .toList();
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

    private static String line(List<String> cells, int width) {
        return cells.stream().map(cell -> padded(cell, width)).collect(Collectors.joining("  "));
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
