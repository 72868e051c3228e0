package io.layerloom.engine.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How far programs and DL4J's own code were apart in the comparisons of {@link Parity}: the table of the documents, written anew after each class of tests. */
final class ParityTable implements AfterAllCallback {

    private static final Path FILE = Path.of("target", "parity.md");

    private static final Map<String, Differences> ALL = new TreeMap<>();

    /** The largest differences of a network: of its loss, its parameters after four steps, and its predictions. */
    record Differences(int comparisons, double loss, double parameters, double predictions) {

        Differences and(Differences other) {
            return new Differences(
                    comparisons + other.comparisons,
                    Math.max(loss, other.loss),
                    Math.max(parameters, other.parameters),
                    Math.max(predictions, other.predictions));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "| %d | %.1e | %.1e | %.1e |", comparisons, loss, parameters, predictions);
        }
    }

    static synchronized void note(ComputationGraphConfiguration network, boolean padded, Differences found) {
        String name = described(network) + (padded ? " | yes" : " |");
        ALL.merge(name, found, Differences::and);
    }

    private static String described(ComputationGraphConfiguration network) {
        return network.getVertices().values().stream().map(ParityTable::kind).collect(Collectors.joining(" – "));
    }

    private static String kind(GraphVertex vertex) {
        return vertex instanceof LayerVertex layer
                ? layer.getLayerConf().getLayer().getClass().getSimpleName()
                : vertex.getClass().getSimpleName();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        StringBuilder table = new StringBuilder("| network | padded | comparisons | loss | parameters | predictions |\n"
                + "|---|---|---:|---:|---:|---:|\n");
        synchronized (ParityTable.class) {
            ALL.forEach((name, found) -> table.append(String.format(Locale.ROOT, "| %s %s%n", name, found)));
        }
        try {
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
