package io.layerloom.engine.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A table, of which one column is to be predicted from the others. Its first row may name the columns; where it does not, they are called "column 1" and so on. Columns of numbers are standardised with mean and deviation of the training rows; columns of
 * texts become one input for each text. A target of texts, or of at most 20 different whole numbers, stands for classes.
 */
public final class CsvTable {

    private static final int MAX_CLASSES = 1000;
    private static final int MAX_WHOLE_CLASSES = 20;
    private static final int MAX_CATEGORIES = 200;
    private static final int MAX_COLUMNS = 10_000;

    private final String name;
    private final List<CsvParser.Row> rows;
    private final List<String> header;
    private final int target;
    private final List<Column> columns;
    private final List<String> classNames;

    /** What the target column is taken for. */
    public enum Task {
        /** Classes if it holds texts or few whole numbers, numbers otherwise. */
        AUTO,
        CLASSES,
        NUMBERS,
        /** No column is a target; all of them describe the rows. */
        NONE
    }

    /** What the first row of a table is. */
    public enum FirstRow {
        /** Values, if it has a number where the rows below have numbers, and does not just count the columns; names otherwise. */
        AUTO,
        NAMES,
        VALUES
    }

    private CsvTable(
            String name,
            List<CsvParser.Row> rows,
            List<String> header,
            int target,
            List<Column> columns,
            List<String> classNames) {
        this.name = name;
        this.rows = rows;
        this.header = header;
        this.target = target;
        this.columns = columns;
        this.classNames = classNames;
    }

    /** Reads a table whose first row tells by its content what it is. */
    public static CsvTable read(Path file, String target, Task task, Set<String> ignored) throws IOException {
        return read(file, FirstRow.AUTO, target, task, ignored);
    }

    /**
     * Reads a table.
     *
     * @param target the name of the column to predict; empty for the last one
     * @param ignored names of columns to leave out
     * @throws DataException if there is nothing to learn from, or a row does not fit, with its line and the reason
     */
    public static CsvTable read(Path file, FirstRow first, String target, Task task, Set<String> ignored)
            throws IOException {
        return of(String.valueOf(file.getFileName()), Lines.read(file), first, target, task, ignored);
    }

    /** Reads a table from a stream, which stays open. */
    public static CsvTable read(InputStream in, String name, String target, Task task, Set<String> ignored)
            throws IOException {
        return of(name, Lines.read(in, name), FirstRow.AUTO, target, task, ignored);
    }

    private static CsvTable of(String name, String text, FirstRow first, String target, Task task, Set<String> ignored)
            throws DataException {
        List<CsvParser.Row> all = CsvParser.parse(name, text);
        boolean named = first == FirstRow.NAMES || (first == FirstRow.AUTO && !beginsWithValues(all));
        if (all.size() < (named ? 2 : 1)) {
            throw named
                    ? new DataException("%s holds no rows below its header.", name)
                    : new DataException("%s holds no rows.", name);
        }
        List<String> cells = all.get(0).cells();
        List<String> header = header(name, named ? cells : numbered(cells.size()));
        List<CsvParser.Row> rows = named ? all.subList(1, all.size()) : all;
        requireRectangle(name, header, rows);
        if (task == Task.NONE) {
            return new CsvTable(name, rows, header, -1, columns(name, header, rows, -1, ignored), List.of());
        }
        int at = target(name, header, target);
        List<Column> columns = columns(name, header, rows, at, ignored);
        return new CsvTable(name, rows, header, at, columns, classNames(name, header.get(at), rows, at, task));
    }

    /** A number above numbers is one of them; only one that counts the columns, from 0 or 1 on, is a name. */
    private static boolean beginsWithValues(List<CsvParser.Row> all) {
        if (all.size() < 2) {
            return false;
        }
        List<String> first = all.get(0).cells();
        List<CsvParser.Row> below = all.subList(1, all.size());
        return !counts(first, 0)
                && !counts(first, 1)
                && IntStream.range(0, first.size()).anyMatch(at -> isNumber(first.get(at)) && isNumeric(below, at));
    }

    /** Whether these are numbers that go up by one from {@code from} on, except for a name at the end. */
    private static boolean counts(List<String> cells, int from) {
        return IntStream.range(0, Math.max(1, cells.size() - 1))
                .allMatch(at -> cells.get(at).equals(Integer.toString(from + at)));
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(at -> "column " + at).toList();
    }

    private static List<String> header(String name, List<String> cells) throws DataException {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty() || !seen.add(cell)) {
                throw cell.isEmpty()
                        ? new DataException(
                                "%s: column %d of the header is empty; each column needs a name of its own.",
                                name, i + 1)
                        : new DataException(
                                "%s: column %d of the header repeats the name %s; each column needs a name of its own.",
                                name, i + 1, cell);
            }
        }
        if (cells.size() < 2 || cells.size() > MAX_COLUMNS) {
            throw new DataException(
                    "%s has %,d columns; a table needs 2 to %,d, separated by commas, semicolons or tabs.",
                    name, cells.size(), MAX_COLUMNS);
        }
        return List.copyOf(cells);
    }

    private static void requireRectangle(String name, List<String> header, List<CsvParser.Row> rows)
            throws DataException {
        for (CsvParser.Row row : rows) {
            if (row.cells().size() != header.size()) {
                throw new DataException(
                        "%s, line %d: there are %d cells, but the first row has %d.",
                        name, row.line(), row.cells().size(), header.size());
            }
        }
    }

    private static int target(String name, List<String> header, String target) throws DataException {
        int at = target.isEmpty() ? header.size() - 1 : header.indexOf(target);
        if (at < 0) {
            throw new DataException("%s has no column %s; it has %s.", name, target, shortList(header));
        }
        return at;
    }

    private static List<Column> columns(
            String name, List<String> header, List<CsvParser.Row> rows, int target, Set<String> ignored)
            throws DataException {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != target && !ignored.contains(header.get(i))) {
                columns.add(column(name, header.get(i), rows, i));
            }
        }
        if (columns.isEmpty()) {
            throw new DataException("%s has no column to predict from; leave fewer columns out.", name);
        }
        return columns;
    }

    private static Column column(String name, String column, List<CsvParser.Row> rows, int at) throws DataException {
        if (isNumeric(rows, at)) {
            for (CsvParser.Row row : rows) {
                number(name, row, column, at);
            }
            return Column.ofNumbers(column);
        }
        Set<String> texts = new TreeSet<>();
        for (CsvParser.Row row : rows) {
            texts.add(requireFilled(name, row, column, at));
            if (texts.size() > MAX_CATEGORIES) {
                throw new DataException(
                        "%s: the column %s holds more than %d different texts; leave it out if it only names the rows.",
                        name, column, MAX_CATEGORIES);
            }
        }
        return new Column(column, List.copyOf(texts), 0, 1);
    }

    /** A column whose cells are numbers for nine tenths is a column of numbers with faults, not one of texts. */
    private static boolean isNumeric(List<CsvParser.Row> rows, int at) {
        long numbers = rows.stream()
                .filter(row -> at < row.cells().size() && isNumber(row.cells().get(at)))
                .count();
        return numbers > 0 && numbers * 10 >= rows.size() * 9L;
    }

    private static boolean isNumber(String cell) {
        if (cell.isEmpty() || "+-.0123456789NI".indexOf(cell.charAt(0)) < 0) {
            return false;
        }
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static double number(String name, CsvParser.Row row, String column, int at) throws DataException {
        try {
            return Column.number(row.cells().get(at), column);
        } catch (DataException e) {
            throw new DataException(e, "%s, line %d: %s", name, row.line(), e.sentence());
        }
    }

    private static String requireFilled(String name, CsvParser.Row row, String column, int at) throws DataException {
        String cell = row.cells().get(at);
        if (cell.isEmpty()) {
            throw new DataException(
                    "%s, line %d: %s",
                    name, row.line(), Sentence.of("The column %s is empty; fill it or leave the row out.", column));
        }
        return cell;
    }

    private static List<String> classNames(String name, String column, List<CsvParser.Row> rows, int at, Task task)
            throws DataException {
        Set<String> texts = new LinkedHashSet<>();
        for (CsvParser.Row row : rows) {
            texts.add(requireFilled(name, row, column, at));
        }
        boolean numeric = isNumeric(rows, at);
        boolean whole = texts.stream().allMatch(text -> text.matches("[+-]?\\d{1,9}"));
        boolean few = whole && texts.size() <= MAX_WHOLE_CLASSES;
        if (task == Task.NUMBERS || (task == Task.AUTO && numeric && !few)) {
            for (CsvParser.Row row : rows) {
                number(name, row, column, at);
            }
            return List.of();
        }
        if (texts.size() < 2 || texts.size() > MAX_CLASSES) {
            throw new DataException(
                    "%s: the number of classes in the column %s is %,d; 2 to %,d can be told apart.",
                    name, column, texts.size(), MAX_CLASSES);
        }
        Comparator<String> order = whole ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
        return texts.stream().sorted(order).toList();
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** Whether there is a column to predict. */
    public boolean hasTarget() {
        return target >= 0;
    }

    /** The name of the column to predict; empty if there is none. */
    public String target() {
        return hasTarget() ? header.get(target) : "";
    }

    /** The columns to predict from, not standardised yet. */
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** The names of the classes in alphabetical or numerical order; empty where numbers are to be predicted. */
    public List<String> classNames() {
        return classNames;
    }

    /** How many inputs of a network the columns fill. */
    public int width() {
        return columns.stream().mapToInt(Column::width).sum();
    }

    /** The class of each row; empty where numbers are to be predicted. */
    public int[] classes() {
        return classNames.isEmpty()
                ? new int[0]
                : rows.stream()
                        .mapToInt(row -> classNames.indexOf(row.cells().get(target)))
                        .toArray();
    }

    /** The cells of a row without the target, in the order of {@link #columns}. */
    public List<String> cells(int row) {
        return columns.stream()
                .map(column -> rows.get(row).cells().get(header.indexOf(column.name())))
                .toList();
    }

    /**
     * The cells of any column, row by row.
     *
     * @throws DataException if there is no such column
     */
    List<String> cells(String column) throws DataException {
        int at = target(name, header, column);
        return rows.stream().map(row -> row.cells().get(at)).toList();
    }

    /** The columns, standardised with mean and deviation of the training rows. */
    public List<Column> standardised(int[] trainRows) throws DataException {
        List<Column> out = new ArrayList<>();
        for (Column column : columns) {
            int at = header.indexOf(column.name());
            double[] values = new double[column.isNumeric() ? trainRows.length : 0];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(name, rows.get(trainRows[i]), column.name(), at);
            }
            out.add(column.isNumeric() ? column.standardised(values) : column);
        }
        return out;
    }

    /**
     * All rows as a network takes them, through these columns, which may be those of another table.
     *
     * @throws DataException if a column is missing here, or a cell does not fit its column, with its line and the reason
     */
    public Examples examples(List<Column> encoded) throws DataException {
        int width = encoded.stream().mapToInt(Column::width).sum();
        int[] places = places(encoded);
        Memory.require((long) width * rows.size(), name);
        float[] features = new float[width * rows.size()];
        int at = 0;
        for (CsvParser.Row row : rows) {
            for (int i = 0; i < places.length; i++) {
                fill(encoded.get(i), row, places[i], features, at);
                at += encoded.get(i).width();
            }
        }
        if (!hasTarget()) {
            return Examples.unlabelled(features, new long[] {width}, rows.size());
        }
        return classNames.isEmpty()
                ? Examples.ofNumbers(features, new long[] {width}, targets(), 1)
                : Examples.ofClasses(features, new long[] {width}, classes(), classNames);
    }

    private int[] places(List<Column> encoded) throws DataException {
        int[] places = new int[encoded.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = target(name, header, encoded.get(i).name());
        }
        return places;
    }

    private void fill(Column column, CsvParser.Row row, int place, float[] into, int at) throws DataException {
        try {
            column.encode(row.cells().get(place), into, at);
        } catch (DataException e) {
            throw new DataException(e, "%s, line %d: %s", name, row.line(), e.sentence());
        }
    }

    private float[] targets() throws DataException {
        float[] out = new float[rows.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) number(name, rows.get(i), header.get(target), target);
        }
        return out;
    }

    private static Object shortList(List<String> names) {
        List<String> first = names.subList(0, Math.min(12, names.size()));
        String listed = String.join(", ", first);
        int more = names.size() - first.size();
        return more > 0 ? Sentence.of("%s and %,d more", listed, more) : listed;
    }
}
