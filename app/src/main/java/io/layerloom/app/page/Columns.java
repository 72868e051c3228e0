package io.layerloom.app.page;

import io.layerloom.app.workbench.ColumnFacts;
import io.layerloom.engine.Example;
import io.layerloom.monitor.Feature;
import java.util.List;

/** The columns of a table as sliders and lists, bounded by the rows at hand. */
final class Columns {

    private Columns() {}

    static List<Feature> of(List<Example> examples) {
        return ColumnFacts.of(examples).stream().map(Columns::feature).toList();
    }

    private static Feature feature(ColumnFacts column) {
        if (column instanceof ColumnFacts.Numbers numbers) {
            return new Feature.Numeric(numbers.name(), numbers.least(), numbers.greatest(), numbers.mean());
        }
        ColumnFacts.Words words = (ColumnFacts.Words) column;
        return new Feature.Choice(words.name(), words.words(), words.words().get(0));
    }
}
