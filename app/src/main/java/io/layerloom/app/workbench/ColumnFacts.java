package io.layerloom.app.workbench;

import io.layerloom.engine.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a column of a table holds. */
public sealed interface ColumnFacts {

    /** The name in the header. */
    String name();

    /** Numbers, with the bounds and moments of those at hand. */
    record Numbers(String name, double least, double greatest, double mean, double deviation) implements ColumnFacts {
        static Numbers of(String name, List<Double> values) {
            double mean = values.stream().mapToDouble(x -> x).average().orElse(0);
            double variance = values.stream()
                    .mapToDouble(x -> (x - mean) * (x - mean))
                    .average()
                    .orElse(0);
            return new Numbers(
                    name,
                    values.stream().mapToDouble(x -> x).min().orElse(0),
                    values.stream().mapToDouble(x -> x).max().orElse(0),
                    mean,
                    Math.sqrt(variance));
        }
    }

    /**
     * One of several words in each cell.
     *
     * @param words in alphabetical order
     * @param commonest the most frequent of them
     * @param share its part of all cells, from 0 to 1
     */
    record Words(String name, List<String> words, String commonest, double share) implements ColumnFacts {
        public Words {
            words = List.copyOf(words);
        }

        static Words of(String name, List<String> cells) {
            Map<String, Long> counts =
                    cells.stream().collect(Collectors.groupingBy(cell -> cell, TreeMap::new, Collectors.counting()));
            Map.Entry<String, Long> most =
                    counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            return new Words(
                    name, List.copyOf(counts.keySet()), most.getKey(), (double) most.getValue() / cells.size());
        }
    }

    /** The columns of a table by its rows; none if the examples are no rows. */
    static List<ColumnFacts> of(List<Example> examples) {
        List<Example.Cells> rows = examples.stream()
                .map(Example::content)
                .map(content -> content instanceof Example.PictureRow row ? row.cells() : content)
                .filter(Example.Cells.class::isInstance)
                .map(Example.Cells.class::cast)
                .toList();
        List<ColumnFacts> columns = new ArrayList<>();
        for (int at = 0; !rows.isEmpty() && at < rows.get(0).columns().size(); at++) {
            int column = at;
            columns.add(of(
                    rows.get(0).columns().get(at),
                    rows.stream().map(row -> row.cells().get(column)).toList()));
        }
        return columns;
    }

    /** A column by its cells, of which there is at least one. */
    static ColumnFacts of(String name, List<String> cells) {
        List<Double> numbers = cells.stream()
                .map(ColumnFacts::number)
                .flatMap(Optional::stream)
                .toList();
        return numbers.size() == cells.size() ? Numbers.of(name, numbers) : Words.of(name, cells);
    }

    private static Optional<Double> number(String cell) {
        try {
            return Optional.of(Double.parseDouble(cell.strip()));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
