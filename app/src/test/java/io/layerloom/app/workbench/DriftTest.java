package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.Values;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static Document iris() throws IOException {
        try (InputStream in = Samples.byId("iris-mlp").orElseThrow().openProject()) {
            return ProjectFile.read(in);
        }
    }

    private static Optional<String> drift(Document trained, Document now) {
        return Drift.between(trained, now, NodeLibrary.CATALOG);
    }

    @Test
    void aSettingThatAnEarlierVersionDidNotKnowIsNoChange() throws IOException {
        Document now = iris();
        Node output = now.graph().named("species").orElseThrow();
        Map<String, Object> fewer = new HashMap<>(output.values().plain());
        fewer.remove("focalGamma");
        Map<NodeId, Node> nodes = new LinkedHashMap<>(now.graph().nodes());
        nodes.put(output.id(), output.with(new Values(fewer)));
        Document trained = now.with(new Graph(nodes, now.graph().wires()));
        assertThat(trained).isNotEqualTo(now);
        assertThat(drift(trained, now)).isEmpty();
    }

    @Test
    void aProjectThatIsWhatTheRunTrainsNeedsNoWord() throws IOException {
        assertThat(drift(iris(), iris())).isEmpty();
    }

    @Test
    void namesWhatIsNotAnyMoreWhatTheRunTrains() throws IOException {
        Document trained = iris();
        NodeId first = trained.graph().nodes().keySet().iterator().next();
        Document other = Edits.remove(Set.of(first)).apply(trained);
        assertThat(drift(trained, other).orElseThrow()).startsWith("The network was changed");
        Document elsewhere = other.with(other.plan().withData(new Component("csv", Values.EMPTY)));
        assertThat(drift(trained, elsewhere).orElseThrow()).startsWith("The network and the data were");
    }

    @Test
    void movingALayerChangesNothingThatIsTrained() throws IOException {
        Document trained = iris();
        Node first = trained.graph().nodes().values().iterator().next();
        Document moved = Edits.move(Map.of(first.id(), new Point(900, 900))).apply(trained);
        assertThat(drift(trained, moved)).isEmpty();
    }
}
