package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanvasEditsTest {

    private final Document document = TestCatalog.digits();

    private Document delete(String... ids) {
        Set<NodeId> gone = java.util.Arrays.stream(ids).map(NodeId::new).collect(java.util.stream.Collectors.toSet());
        Edit edit = CanvasEdits.delete(
                document, TestCatalog.CATALOG, Inference.of(document.graph(), TestCatalog.CATALOG), gone);
        return edit.apply(document);
    }

    private static Wire wire(String from, String to) {
        return new Wire(new NodeId(from), new NodeId(to), 0);
    }

    @Test
    void deletingAMiddleLayerHealsTheWire() {
        assertThat(delete("n3").graph().wires()).contains(wire("n2", "n4")).hasSize(7);
    }

    @Test
    void deletingAChainHealsTheWireAcrossIt() {
        assertThat(delete("n2", "n3").graph().wires()).contains(wire("n1", "n4"));
    }

    @Test
    void aWireThatWouldNotFitIsNotHealed() {
        assertThat(delete("n6").graph().wires()).doesNotContain(wire("n5", "n7"));
    }
}
