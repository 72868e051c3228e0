package io.layerloom.engine;

import java.util.List;

/**
 * What a run remembers of its data, {@code data.json}: enough to predict without it.
 *
 * @param classes names of the classes; empty where numbers are predicted
 * @param plain for images and vectors; each of the four is a list of at most one; a table beside it where each example has a picture and a row
 */
record DataCard(
        String name,
        List<String> classes,
        List<InputEncoder.Plain> plain,
        List<InputEncoder.Table> table,
        List<InputEncoder.Texts> texts,
        List<InputEncoder.Pairs> pairs) {

    DataCard {
        // Records of runs that were made before there were any have none.
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    static DataCard of(LoadedDataset data) {
        InputEncoder encoder = data.loaded().encoder();
        if (encoder instanceof InputEncoder.Both both
                && both.first() instanceof InputEncoder.Plain picture
                && both.second() instanceof InputEncoder.Table row) {
            return new DataCard(
                    data.schema().name(),
                    data.examples().classNames(),
                    List.of(picture),
                    List.of(row),
                    List.of(),
                    List.of());
        }
        return new DataCard(
                data.schema().name(),
                data.examples().classNames(),
                encoder instanceof InputEncoder.Plain p ? List.of(p) : List.of(),
                encoder instanceof InputEncoder.Table t ? List.of(t) : List.of(),
                encoder instanceof InputEncoder.Texts t ? List.of(t) : List.of(),
                encoder instanceof InputEncoder.Pairs p ? List.of(p) : List.of());
    }

    InputEncoder encoder() {
        if (!plain.isEmpty() && !table.isEmpty()) {
            return new InputEncoder.Both(plain.get(0), table.get(0));
        }
        if (!plain.isEmpty()) {
            return plain.get(0);
        }
        if (!pairs.isEmpty()) {
            return pairs.get(0);
        }
        return table.isEmpty() ? texts.get(0) : table.get(0);
    }
}
