package io.layerloom.app.page;

import io.layerloom.engine.Example;
import io.layerloom.monitor.Feature;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** The columns of a table as sliders and lists, bounded by the rows at hand. */
final class Columns {

    private Columns() {}

    static List<Feature> of(List<Example> examples) {
        List<Example.Cells> rows = examples.stream()
                .map(Example::content)
                .filter(Example.Cells.class::isInstance)
                .map(Example.Cells.class::cast)
                .toList();
        List<Feature> features = new ArrayList<>();
        for (int at = 0; !rows.isEmpty() && at < rows.get(0).columns().size(); at++) {
            int column = at;
            List<String> cells =
                    rows.stream().map(row -> row.cells().get(column)).toList();
            features.add(feature(rows.get(0).columns().get(at), cells));
        }
        return features;
    }

    private static Feature feature(String name, List<String> cells) {
        List<Double> numbers =
                cells.stream().map(Columns::number).flatMap(Optional::stream).toList();
        if (numbers.size() < cells.size()) {
            List<String> words = cells.stream().distinct().sorted().toList();
            return new Feature.Choice(name, words, words.get(0));
        }
        DoubleSummaryStatistics figures =
                numbers.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Feature.Numeric(name, figures.getMin(), figures.getMax(), figures.getAverage());
    }

    private static Optional<Double> number(String cell) {
        try {
            return Optional.of(Double.parseDouble(cell.strip()));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
