package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagramTest {

    static Diagram of(Document document) {
        return of(document, Map.of(), Diagram.EMPTY);
    }

    static Diagram of(Document document, Diagram former) {
        return of(document, Map.of(), former);
    }

    private static Diagram of(Document document, Map<NodeId, Point> overrides, Diagram former) {
        Inference inference = former.document().equals(document)
                ? former.inference()
                : Inference.of(document.graph(), TestCatalog.CATALOG);
        return new DiagramBuilder(
                        TestCatalog.CATALOG,
                        document,
                        inference,
                        "MNIST digits",
                        Optional.empty(),
                        Map.of(),
                        overrides,
                        former)
                .build();
    }

    private final Diagram digits = of(TestCatalog.digits());

    private NodeView node(String id) {
        return digits.node(new NodeId(id)).orElseThrow();
    }

    private WireView wire(String from, String to) {
        return digits.wires().stream()
                .filter(wire -> wire.wire().from().value().equals(from)
                        && wire.wire().to().value().equals(to))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nodesPortsAndWiresAreFoundWhereTheyAreDrawn() {
        assertThat(digits.nodeAt(new Point(600, 200)).map(NodeView::id)).contains(new NodeId("n2"));
        assertThat(digits.nodeAt(new Point(590, 100))).isEmpty();
        assertThat(digits.portAt(new Point(755, 190), 11)).contains(node("n2").outputPort());
        assertThat(digits.portAt(new Point(593, 186), 11)).contains(node("n2").inputPort(0));
        assertThat(digits.wireAt(new Point(800, 315), 6).map(WireView::wire))
                .contains(wire("n4", "n5").wire());
        assertThat(digits.wireAt(new Point(800, 350), 6)).isEmpty();
    }

    @Test
    void aBackGoingWireRunsBetweenTheRows() {
        WirePath path = wire("n4", "n5").path();
        for (NodeView node : digits.nodes()) {
            assertThat(path.crosses(node.box().grown(-3))).as(node.id().value()).isFalse();
        }
        assertThat(path.at(0.5).y()).isBetween(226.0, 400.0);
    }

    @Test
    void aSkippingWireGoesAroundWhatItSkips() {
        Document document = TestCatalog.residual();
        Diagram residual = of(document);
        for (WireView wire : residual.wires()) {
            for (NodeView node : residual.nodes()) {
                assertThat(wire.path().crosses(node.box().grown(-3)))
                        .as(wire.wire() + " " + node.id())
                        .isFalse();
            }
        }
    }

    @Test
    void labelsCoverNoNodeAndNoOtherLabel() {
        for (WireView wire : digits.wires()) {
            Box pill = wire.pill().orElseThrow();
            assertThat(digits.nodesIn(pill.grown(-4))).isEmpty();
            assertThat(digits.wires())
                    .filteredOn(other -> !other.wire().equals(wire.wire()))
                    .noneMatch(other -> other.pill().orElseThrow().overlaps(pill));
        }
    }

    @Test
    void facesSayWhatMatters() {
        assertThat(node("n1").face().foot().get(0)).isEqualTo("MNIST digits");
        assertThat(node("n1").face().tone()).isEqualTo("input_output");
        assertThat(node("n8").face().tone()).isEqualTo("output");
        assertThat(node("n2").face().title()).isEqualTo("Convolution 2D");
        assertThat(node("n2").face().foot().get(0)).isEqualTo("320 parameters");
        assertThat(node("n7").face().foot().get(0)).isEqualTo("51,264 parameters");
        assertThat(node("n7").face().foot(12, 0, String::length)).isEqualTo("51,264 par");
        assertThat(node("n7").face().foot(3, 0, String::length)).endsWith("…");
        assertThat(node("n9").face().foot().get(0)).isEqualTo("does not fit");
        assertThat(node("n9").face().mark()).isEqualTo(NodeFace.Mark.PROBLEM);
        assertThat(wire("n5", "n9").bad()).isTrue();
        assertThat(wire("n5", "n6").bad()).isFalse();
    }

    @Test
    void dimensionsThatTheLastLayerChangedAreSetApart() {
        ShapeLabel label = wire("n3", "n4").label().orElseThrow();
        assertThat(label.text()).isEqualTo("13×13×32");
        assertThat(label.parts().stream().filter(ShapeLabel.Part::changed).map(ShapeLabel.Part::text))
                .containsExactly("13", "13");
    }

    @Test
    void movingOneNodeKeepsTheWaysOfTheOthers() {
        Diagram moved = of(digits.document(), Map.of(new NodeId("n9"), new Point(700, 600)), digits);
        WireView kept = moved.wire(wire("n1", "n2").wire()).orElseThrow();
        WireView led = moved.wire(wire("n5", "n9").wire()).orElseThrow();
        assertThat(kept.route()).isSameAs(wire("n1", "n2").route());
        assertThat(led.path().end())
                .isEqualTo(moved.node(new NodeId("n9")).orElseThrow().input(0));
    }

    @Test
    void aMergingLayerOffersOneMorePortThanItsWires() {
        Diagram residual = of(TestCatalog.residual());
        NodeView add = residual.nodes().stream()
                .filter(node -> node.type().equals(Optional.of(TestCatalog.ADD)))
                .findFirst()
                .orElseThrow();
        assertThat(add.inputs()).isEqualTo(3);
    }

    @Test
    void whatIsShownAsAWholeIncludesTheWires() {
        Diagram diagram = of(TestCatalog.digits());
        Box all = diagram.bounds().orElseThrow();
        assertThat(diagram.wires())
                .allSatisfy(wire -> assertThat(wire.bounds().union(all)).isEqualTo(all));
        Box nodes = diagram.bounds(diagram.nodesById().keySet()).orElseThrow();
        assertThat(all.right()).isGreaterThan(nodes.right()); // one leads back to the row below
    }
}
