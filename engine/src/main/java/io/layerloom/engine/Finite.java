package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Column;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;

/**
 * Keeps numbers that are not finite from the inputs of a network. Cells of files are looked at when they are read, but standardising a number that is large enough gives infinity. The
 * loss need not tell: a ReLU makes 0 of what is no number.
 */
final class Finite {

    private Finite() {}

    /** Refuses data that hold such a number, with its place. */
    static void require(LoadedDataset data, Network network) throws DataException {
        Examples examples = data.examples();
        InputEncoder encoder = data.loaded().encoder();
        require(examples.features(), examples.size(), data, name(network), encoder.of(LayerType.Part.FIRST));
        require(examples.secondFeatures(), examples.size(), data, name(network), encoder.of(LayerType.Part.SECOND));
    }

    private static void require(float[] features, int examples, LoadedDataset data, String input, InputEncoder encoder)
            throws DataException {
        int first = first(features);
        if (first < 0) {
            return;
        }
        int width = features.length / examples;
        throw new DataException(tr(
                "The input %s would get %s in example %,d of %s%s. Leave that row out, or give smaller numbers.",
                input, features[first], first / width + 1, data.schema().name(), column(encoder, first % width)));
    }

    /** Refuses a question that holds such a number, at the Input of this name. */
    static void require(InputEncoder.Encoded question, InputEncoder encoder, String name) throws DataException {
        int first = first(question.values());
        if (first >= 0) {
            throw new DataException(tr(
                    "The input %s would get %s%s, which is far outside of what the network has learned.",
                    name, question.values()[first], column(encoder, first)));
        }
    }

    private static int first(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    /** All inputs for data get the same. */
    private static String name(Network network) {
        return network.data().name();
    }

    private static String column(InputEncoder encoder, int feature) {
        if (encoder instanceof InputEncoder.Table table) {
            int end = 0;
            for (Column column : table.columns()) {
                end += column.width();
                if (feature < end) {
                    return tr(" from the column %s", column.name());
                }
            }
        }
        return "";
    }
}
