package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Layout;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames and tidying: who is in a frame before is in it afterwards, and nobody else. */
class TidyPlanTest {

    private static final int LAYERS = 60;

    /** Layers in twelve columns of five. */
    private static Document network() {
        Document large = TestCatalog.large(LAYERS, 80);
        Map<NodeId, Point> places = new HashMap<>();
        for (int i = 0; i < LAYERS; i++) {
            places.put(id(i), new Point(i % 12 * 232.0, i / 12 * 190.0));
        }
        return large.with(new Layout(places));
    }

    private static NodeId id(int number) {
        return new NodeId("n" + number);
    }

    /** A frame around the layers from one column to another, in some rows. */
    private static Frame frame(int left, int right, int top, int bottom, double pad) {
        return new Frame(
                "f",
                left * 232.0 - pad,
                top * 190.0 - pad,
                (right - left) * 232.0 + NodeFace.WIDTH + 2 * pad,
                (bottom - top) * 190.0 + 100 + 2 * pad);
    }

    private static Document framed(Document document, Frame... frames) {
        return document.with(document.layout().framing(List.of(frames)));
    }

    private static Document tidied(Document document, Set<NodeId> chosen, Flow flow) {
        Diagram diagram = DiagramTest.of(document);
        Arrangement places =
                TidyPlan.of(diagram, chosen, new TidyLayout(diagram, flow, new Box(0, 0, 1200, 800), () -> false));
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < document.layout().frames().size(); i++) {
            Box box = places.frames().get(i);
            frames.add(new Frame("f", box.x(), box.y(), box.width(), box.height()));
        }
        return Edits.tidy(places.nodes(), Map.of(), frames).apply(document);
    }

    private static List<Set<NodeId>> members(Document document) {
        Diagram diagram = DiagramTest.of(document);
        return document.layout().frames().stream()
                .map(frame -> FrameGesture.inside(diagram, frame))
                .toList();
    }

    private static void assertSound(Document before, Document after) {
        assertThat(members(after)).isEqualTo(members(before));
        TidyLayoutTest.assertNoOverlaps(
                DiagramTest.of(after).nodes().stream().map(NodeView::box).toList());
        for (int i = 0; i < members(after).size(); i++) {
            Box frame = FrameGesture.box(after.layout().frames().get(i));
            for (NodeId id : members(after).get(i)) {
                Box box = DiagramTest.of(after).node(id).orElseThrow().box();
                assertThat(frame.union(box)).as("%s in its frame", id).isEqualTo(frame);
            }
        }
    }

    private static Set<NodeId> all() {
        return network().graph().nodes().keySet();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void framesHoldTheSameLayersWhateverIsTidied(int seed) {
        Random random = new Random(seed);
        Document before = framed(
                network(),
                frame(0, 5, 0, 3, 30), // holds the next two, one of them within the other
                frame(0, 2, 0, 1, 20),
                frame(0, 1, 0, 0, 12),
                frame(8, 10, 1, 2, 20),
                frame(7, 11, 4, 4, 20));
        Flow flow = random.nextBoolean() ? Flow.RIGHT : Flow.DOWN;
        assertSound(before, tidied(before, all(), flow));
        Set<NodeId> some = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            some.add(id(random.nextInt(LAYERS)));
        }
        assertSound(before, tidied(before, some, flow));
    }

    @Test
    void framesThatShareLayersKeepThemInTheirOrder() {
        Document before = framed(network(), frame(0, 3, 0, 2, 20), frame(2, 5, 1, 4, 20));
        assertSound(before, tidied(before, all(), Flow.RIGHT));
    }

    @Test
    void aSelectionInAFrameStaysInItAndTheOthersWhereTheyLie() {
        Document before = framed(network(), frame(0, 5, 0, 1, 30));
        Set<NodeId> some = Set.of(id(0), id(1), id(2), id(3));
        Document after = tidied(before, some, Flow.DOWN);
        assertSound(before, after);
        Set<NodeId> outside = new HashSet<>(all());
        outside.removeAll(members(before).get(0));
        assertThat(outside)
                .isNotEmpty()
                .allMatch(id -> after.layout().of(id).equals(before.layout().of(id)));
    }

    @Test
    void whatIsTidiedTwiceStaysAsItIs() {
        Document once = tidied(framed(network(), frame(0, 5, 0, 3, 30)), all(), Flow.RIGHT);
        assertThat(tidied(once, all(), Flow.RIGHT).layout()).isEqualTo(once.layout());
    }

    @Test
    void aChainRunsStraightThroughAFrame() {
        Document chain = TestCatalog.with(Document.EMPTY, "n0", TestCatalog.INPUT, 0, 0);
        for (int i = 1; i < 5; i++) {
            chain = TestCatalog.with(chain, "n" + i, TestCatalog.CONV, 232.0 * i, 0);
            chain = TestCatalog.wired(chain, "n" + (i - 1), "n" + i, 0);
        }
        Document before = framed(chain, frame(2, 3, 0, 0, 30));
        Document after = tidied(before, before.graph().nodes().keySet(), Flow.RIGHT);
        assertThat(DiagramTest.of(after).wires())
                .allMatch(wire -> wire.path().start().y() == wire.path().end().y());
    }
}
