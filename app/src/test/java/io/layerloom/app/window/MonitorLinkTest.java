package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.Values;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonitorLinkTest {

    private static Document iris() throws IOException {
        try (InputStream in = Samples.byId("iris-mlp").orElseThrow().openProject()) {
            return ProjectFile.read(in);
        }
    }

    @Test
    void aProjectThatIsWhatTheRunTrainsNeedsNoWord() throws IOException {
        assertThat(MonitorLink.drift(iris(), iris())).isEmpty();
    }

    @Test
    void namesWhatIsNotAnyMoreWhatTheRunTrains() throws IOException {
        Document trained = iris();
        NodeId first = trained.graph().nodes().keySet().iterator().next();
        Document other = Edits.remove(Set.of(first)).apply(trained);
        assertThat(MonitorLink.drift(trained, other).orElseThrow()).startsWith("The network was changed");
        Document elsewhere = other.with(other.plan().withData(new Component("csv", Values.EMPTY)));
        assertThat(MonitorLink.drift(trained, elsewhere).orElseThrow()).startsWith("The network and the data were");
    }

    @Test
    void movingALayerChangesNothingThatIsTrained() throws IOException {
        Document trained = iris();
        Node first = trained.graph().nodes().values().iterator().next();
        Document moved = Edits.move(Map.of(first.id(), new Point(900, 900))).apply(trained);
        assertThat(MonitorLink.drift(trained, moved)).isEmpty();
    }
}
