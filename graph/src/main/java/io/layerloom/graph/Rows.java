package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Numbers in rows, as they are typed for a kernel or a matrix. A row without numbers parts what is above it from what is below, and counts for nothing else. */
public record Rows(List<List<Double>> rows) {

    /** More than this of a text is never looked at. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final String PARTS = "[\\s,;]+";

    public Rows {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Rows of numbers. */
    public static Rows of(double[]... rows) {
        List<List<Double>> all = new ArrayList<>();
        for (double[] row : rows) {
            all.add(DoubleStream.of(row).boxed().toList());
        }
        return new Rows(all);
    }

    /**
     * The numbers of a text: a line is a row, in which blanks, commas or semicolons part the numbers.
     *
     * @throws IllegalArgumentException if something in it is no number, with the rest of a sentence that says what and where
     */
    public static Rows parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    tr("must be at most %,d characters long. Received: %,d", LONGEST_TEXT, text.length()));
        }
        List<List<Double>> rows = new ArrayList<>();
        List<String> lines = text.strip().lines().map(String::strip).toList();
        for (String line : lines) {
            List<Double> row = new ArrayList<>();
            for (String part : line.split(PARTS)) {
                if (!part.isEmpty()) {
                    row.add(number(part, rows.size() + 1));
                }
            }
            rows.add(row);
        }
        return new Rows(rows);
    }

    private static double number(String part, int line) {
        try {
            double number = new BigDecimal(part).doubleValue();
            if (part.length() <= 40 && Double.isFinite(number)) {
                return number == 0 ? 0 : number;
            }
        } catch (NumberFormatException e) {
            // Said below, as is a number that nobody can hold.
        }
        String shown = part.length() > 20 ? part.substring(0, 20) + "…" : part;
        throw new IllegalArgumentException(tr("must be numbers, but in line %,d stands \"%s\"", line, shown));
    }

    /** All numbers, row by row. */
    public List<Double> numbers() {
        return rows.stream().flatMap(List::stream).toList();
    }

    /** How many numbers there are. */
    public int count() {
        return rows.stream().mapToInt(List::size).sum();
    }

    /** The rows that hold numbers, each written as one types it. */
    public List<String> lines() {
        return rows.stream().filter(row -> !row.isEmpty()).map(Rows::written).toList();
    }

    /** The first rows that no empty one parts. */
    public List<List<Double>> firstBlock() {
        return rows.stream().takeWhile(row -> !row.isEmpty()).toList();
    }

    /** The text from which {@link #parse} reads the same. */
    @Override
    public String toString() {
        return rows.stream().map(Rows::written).collect(Collectors.joining("\n"));
    }

    private static String written(List<Double> row) {
        return row.stream().map(Rows::written).collect(Collectors.joining(" "));
    }

    /** As short as it can be read back exactly. */
    private static String written(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
