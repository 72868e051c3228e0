package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.ColumnFacts;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.engine.Example;
import io.layerloom.graph.language.Language;
import io.layerloom.monitor.CopyMenu;
import io.layerloom.themes.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TablePosition;
import org.controlsfx.control.spreadsheet.GridBase;
import org.controlsfx.control.spreadsheet.SpreadsheetCell;
import org.controlsfx.control.spreadsheet.SpreadsheetCellType;
import org.controlsfx.control.spreadsheet.SpreadsheetColumn;
import org.controlsfx.control.spreadsheet.SpreadsheetView;

/** The rows of a table as they stand in its file, to be read only; above them, always in sight, what each column holds. */
final class TablePreview extends SpreadsheetView {

    private static final int MOST_COLUMNS = 100;
    private static final double LETTER = 7.6;
    private static final double LEAST = 84;
    private static final double GREATEST = 240;
    private static final double ROW_HEAD = 64;
    private static final List<String> FACTS = List.of(later("type"), later("range"), later("typical"));

    TablePreview(List<ColumnFacts> columns, List<Example> examples, Optional<ColumnFacts> target) {
        super(grid(shown(columns), examples, target));
        getStyleClass().add("ll-table-preview");
        setId("preview-table");
        setEditable(false);
        setContextMenu(new ContextMenu(CopyMenu.item(tr("Copy cells"), this::chosen)));
        setShowRowHeader(true);
        setRowHeaderWidth(Measure.text(ROW_HEAD));
        IntStream.range(0, FACTS.size()).forEach(getFixedRows()::add);
        setFixingRowsAllowed(false);
        setFixingColumnsAllowed(false);
        for (int at = 0; at < getColumns().size(); at++) {
            SpreadsheetColumn column = getColumns().get(at);
            column.setPrefWidth(Measure.text(width(at)));
            column.setMinWidth(Measure.text(LEAST));
        }
    }

    /** The chosen cells, for a spreadsheet. */
    private Stream<String> chosen() {
        Map<Integer, Map<Integer, String>> lines = new TreeMap<>();
        for (TablePosition<?, ?> at : getSelectionModel().getSelectedCells()) {
            lines.computeIfAbsent(at.getRow(), row -> new TreeMap<>()).put(at.getColumn(), text(at));
        }
        return lines.values().stream().map(line -> String.join("\t", line.values()));
    }

    private String text(TablePosition<?, ?> at) {
        return getGrid().getRows().get(at.getRow()).get(at.getColumn()).getText();
    }

    private static List<ColumnFacts> shown(List<ColumnFacts> columns) {
        return columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
    }

    private double width(int column) {
        int letters = getGrid().getRows().stream()
                .limit(40)
                .mapToInt(row -> row.get(column).getText().length())
                .max()
                .orElse(0);
        int head = getGrid().getColumnHeaders().get(column).length();
        return Math.max(LEAST, Math.min(GREATEST, 20 + LETTER * Math.max(letters, head)));
    }

    private static GridBase grid(List<ColumnFacts> columns, List<Example> examples, Optional<ColumnFacts> target) {
        List<ColumnFacts> all = new ArrayList<>(columns);
        target.ifPresent(facts -> all.add(0, facts));
        ObservableList<ObservableList<SpreadsheetCell>> rows = FXCollections.observableArrayList();
        List<String> heads = new ArrayList<>(FACTS.stream().map(Language::tr).toList());
        for (int fact = 0; fact < FACTS.size(); fact++) {
            int which = fact;
            rows.add(row(
                    rows.size(), all.stream().map(column -> fact(column, which)).toList(), all, "ll-fact"));
        }
        for (Example example : examples) {
            List<String> cells = new ArrayList<>(target.isPresent() ? List.of(example.label()) : List.of());
            cells.addAll(((Example.Cells) example.content()).cells().subList(0, columns.size()));
            heads.add(Texts.count(rows.size() - FACTS.size() + 1));
            rows.add(row(rows.size(), cells, all, "ll-value"));
        }
        GridBase grid = new GridBase(rows.size(), all.size());
        grid.setRows(rows);
        grid.getRowHeaders().setAll(heads);
        grid.getColumnHeaders().setAll(all.stream().map(TablePreview::head).toList());
        return grid;
    }

    private static String head(ColumnFacts column) {
        return column.name().equals(DataLook.TARGET) ? tr(DataLook.TARGET) : column.name();
    }

    private static ObservableList<SpreadsheetCell> row(
            int at, List<String> texts, List<ColumnFacts> columns, String style) {
        ObservableList<SpreadsheetCell> cells = FXCollections.observableArrayList();
        for (int column = 0; column < texts.size(); column++) {
            SpreadsheetCell cell = SpreadsheetCellType.STRING.createCell(at, column, 1, 1, texts.get(column));
            cell.setEditable(false);
            cell.getStyleClass().add(style);
            if (columns.get(column) instanceof ColumnFacts.Numbers) {
                cell.getStyleClass().add("ll-figure-cell");
            }
            if (column == 0 && columns.get(0).name().equals(DataLook.TARGET)) {
                cell.getStyleClass().add("ll-target-cell");
            }
            cells.add(cell);
        }
        return cells;
    }

    private static String fact(ColumnFacts column, int which) {
        if (column instanceof ColumnFacts.Numbers numbers) {
            return switch (which) {
                case 0 -> tr("number");
                case 1 -> figure(numbers.least()) + " – " + figure(numbers.greatest());
                default -> figure(numbers.mean()) + " ± " + figure(numbers.deviation());
            };
        }
        ColumnFacts.Words words = (ColumnFacts.Words) column;
        return switch (which) {
            case 0 -> tr("text");
            case 1 -> tr("%,d different", words.words().size());
            default -> String.format(Locale.ROOT, "%.0f %% %s", 100 * words.share(), words.commonest());
        };
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.3g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }
}
