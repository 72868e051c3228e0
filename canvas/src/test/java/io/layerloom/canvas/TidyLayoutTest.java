package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Layout;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyLayoutTest {

    private static Map<NodeId, Point> tidy(Document document, double room) {
        return tidy(document, Flow.RIGHT, new Box(0, 0, room, room / 1.5));
    }

    private static Map<NodeId, Point> tidy(Document document, Flow flow, Box sight) {
        Diagram diagram = DiagramTest.of(document);
        FrameTree.Group all = new FrameTree(diagram).of(document.graph().nodes().keySet());
        return new TidyLayout(diagram, flow, sight, () -> false).of(all).nodes();
    }

    private static List<Box> boxes(Document document, Map<NodeId, Point> places) {
        Document moved = document.with(new Layout(places));
        return new ArrayList<>(
                DiagramTest.of(moved).nodes().stream().map(NodeView::box).toList());
    }

    static void assertNoOverlaps(List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {600, 1100, 100_000})
    void nothingOverlapsAndEveryNodeHasAPlace(double room) {
        for (Document document : List.of(TestCatalog.digits(), TestCatalog.residual(), TestCatalog.large(150, 220))) {
            Map<NodeId, Point> places = tidy(document, room);
            assertThat(places.keySet()).isEqualTo(document.graph().nodes().keySet());
            assertNoOverlaps(boxes(document, places));
        }
    }

    @Test
    void dataFlowsFromLeftToRight() {
        Document document = TestCatalog.residual();
        Map<NodeId, Point> places = tidy(document, 100_000);
        assertThat(document.graph().wires())
                .allMatch(wire -> places.get(wire.from()).x() + NodeFace.WIDTH
                        < places.get(wire.to()).x());
    }

    @Test
    void aLongChainIsFoldedIntoEvenRows() {
        Map<NodeId, Point> places = tidy(TestCatalog.digits(), 900);
        assertThat(places.get(new NodeId("n4")).x()).isGreaterThan(600);
        assertThat(places.get(new NodeId("n5")).x()).isZero();
        assertThat(places.get(new NodeId("n5")).y())
                .isGreaterThan(places.get(new NodeId("n4")).y() + 76);
    }

    @Test
    void whatFlowsDownHasEachLayerBelowThoseThatFeedIt() {
        Document document = TestCatalog.residual();
        Map<NodeId, Point> places = tidy(document, Flow.DOWN, new Box(0, 0, 100_000, 100_000));
        assertNoOverlaps(boxes(document, places));
        assertThat(document.graph().wires())
                .allMatch(wire ->
                        places.get(wire.from()).y() + 76 < places.get(wire.to()).y());
    }

    @ParameterizedTest
    @EnumSource
    void aLongNetworkWithWiresAcrossEveryCutIsAboutAsWideAsTheWindowInItsProportions(Flow flow) {
        Document document = TestCatalog.large(400, 700);
        Map<NodeId, Point> places = tidy(document, flow, new Box(0, 0, 1200, 800));
        Box all = boxes(document, places).stream().reduce(Box::union).orElseThrow();
        assertThat(all.width() / all.height()).isBetween(0.75, 3.0);
        assertNoOverlaps(boxes(document, places));
    }

    @Test
    void theSameNetworkIsAlwaysLaidOutTheSameWay() {
        assertThat(tidy(TestCatalog.digits(), 900)).isEqualTo(tidy(TestCatalog.digits(), 900));
    }

    @Test
    void itStopsWhenNobodyWaits() {
        Diagram diagram = DiagramTest.of(TestCatalog.digits());
        FrameTree.Group all = new FrameTree(diagram).of(diagram.nodesById().keySet());
        TidyLayout layout = new TidyLayout(diagram, Flow.RIGHT, new Box(0, 0, 900, 600), () -> true);
        assertThatThrownBy(() -> layout.of(all)).isInstanceOf(CancellationException.class);
    }

    /** Three ways side by side, on each of which one layer is lower than the others. */
    private static Document ways() {
        Document d = TestCatalog.with(Document.EMPTY, "n1", TestCatalog.INPUT, 0, 0);
        for (String way : List.of("a", "b", "c")) {
            for (int i = 1; i <= 3; i++) {
                d = TestCatalog.with(d, way + i, TestCatalog.POOL, 0, 0);
                d = TestCatalog.wired(d, i == 1 ? "n1" : way + (i - 1), way + i, 0);
            }
        }
        d = TestCatalog.with(d, "end", TestCatalog.ADD, 0, 0);
        for (int port = 0; port < 3; port++) {
            d = TestCatalog.wired(d, List.of("a3", "b3", "c3").get(port), "end", port);
        }
        return Edits.collapse(Set.of(new NodeId("a1"), new NodeId("b2"), new NodeId("c3")), true)
                .apply(d);
    }

    @Test
    void wiresThatNoOtherOneMeetsAreStraight() {
        Document tidied = ways().with(ways().layout().with(tidy(ways(), 100_000)));
        assertThat(DiagramTest.of(tidied).wires())
                .filteredOn(wire -> !wire.wire().from().value().equals("n1")
                        && !wire.wire().to().value().equals("end"))
                .hasSize(6)
                .allMatch(wire -> wire.path().start().y() == wire.path().end().y());
    }
}
