package io.layerloom.monitor;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** Columns of tables whose rows are written by a function and sorted by what lies behind the text. */
final class Columns {
    private static final double LEAST = 56;

    private Columns() {}

    /** A column of words; {@code width} is that of text of 100 %. */
    static <T> TableColumn<T, T> text(String title, double width, Function<T, String> text, Comparator<T> order) {
        TableColumn<T, T> column = new TableColumn<>();
        column.setGraphic(new Label(title));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(T row, boolean none) {
                super.updateItem(row, none);
                setText(none || row == null ? "" : text.apply(row));
            }
        });
        column.setUserData(text);
        column.setComparator(order);
        column.setPrefWidth(Measure.text(width));
        column.setMinWidth(Measure.text(LEAST));
        return column;
    }

    /** A column of figures. */
    static <T> TableColumn<T, T> number(
            String title, double width, ToDoubleFunction<T> value, Function<T, String> text) {
        TableColumn<T, T> column = text(title, width, text, Comparator.comparingDouble(value));
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        return column;
    }

    /** What stands in a column of any table in a row; empty where that is a control. */
    @SuppressWarnings("unchecked") // set together with the column
    static <T> String written(TableColumn<T, ?> column, T row) {
        if (column.getUserData() instanceof Function<?, ?> text) {
            return ((Function<T, String>) text).apply(row);
        }
        return column.getCellData(row) instanceof String words ? words : "";
    }

    /** The column with a sentence on what it holds. */
    static <T> TableColumn<T, T> explained(TableColumn<T, T> column, String help) {
        ((Label) column.getGraphic()).setTooltip(new Tooltip(help));
        return column;
    }
}
