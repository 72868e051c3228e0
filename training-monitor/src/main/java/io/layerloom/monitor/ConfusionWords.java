package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.chart.Figures;
import java.util.Arrays;
import java.util.List;

/** The counts of a confusion matrix, rows by what examples are and columns by what they were taken for, and what they say in words. */
final class ConfusionWords {

    private final List<String> classes;
    private final int[][] counts;

    ConfusionWords(List<String> classes, int[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** The classes, in the order of rows and columns. */
    List<String> classes() {
        return classes;
    }

    /** How many examples of one class were taken for one. */
    int count(int row, int column) {
        return counts[row][column];
    }

    /** How many examples there are of a class. */
    long total(int row) {
        return Arrays.stream(counts[row]).asLongStream().sum();
    }

    /** What a cell says. */
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

    /** A cell by name, for those who walk from one to the next: few words, what changes at its end. */
    String name(int row, int column) {
        return tr(
                "true class %s, predicted class %s: %s",
                classes.get(row), classes.get(column), plural(count(row, column), "%,d example", "%,d examples"));
    }

    /** What is mixed up most. */
    String summary() {
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
}
