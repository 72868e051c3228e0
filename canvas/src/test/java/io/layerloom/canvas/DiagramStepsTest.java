package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A diagram that follows another one holds what one made afresh holds, whatever was edited and taken back; only the ways of wires may differ, which stay where they were, and where shapes stand on them. */
class DiagramStepsTest {

    private static Diagram of(Document document, Diagram former) {
        Inference inference = Inference.of(document.graph(), TestCatalog.CATALOG);
        return new DiagramBuilder(
                        TestCatalog.CATALOG, document, inference, "", Optional.empty(), Map.of(), Map.of(), former)
                .build();
    }

    @Property(tries = 100)
    void everyStepShowsWhatItWouldAfresh(@ForAll long seed) {
        RandomEdits hand = new RandomEdits(seed);
        Diagram diagram = Diagram.EMPTY;
        for (int i = 0; i < 40; i++) {
            Document document = hand.step();
            diagram = of(document, diagram);
            requireSame(diagram, of(document, Diagram.EMPTY));
            requireFound(diagram, hand.area());
            requireWhole(diagram);
            requireLabelled(diagram);
        }
    }

    private static void requireSame(Diagram diagram, Diagram fresh) {
        assertThat(diagram.nodes()).containsExactlyElementsOf(fresh.nodes());
        assertThat(diagram.wiresByWire().keySet())
                .containsExactlyElementsOf(fresh.wiresByWire().keySet());
        for (WireView wire : diagram.wires()) {
            WireView other = fresh.wire(wire.wire()).orElseThrow();
            assertThat(wire.label()).isEqualTo(other.label());
            assertThat(wire.bad()).isEqualTo(other.bad());
            assertThat(wire.route().bends()).isEqualTo(other.route().bends());
            assertThat(wire.path().start()).isEqualTo(other.path().start());
            assertThat(wire.path().end()).isEqualTo(other.path().end());
            assertThat(wire.from()).isSameAs(diagram.node(wire.wire().from()).orElseThrow());
            assertThat(wire.to()).isSameAs(diagram.node(wire.wire().to()).orElseThrow());
        }
    }

    /** Nothing lies outside of everything. */
    private static void requireWhole(Diagram diagram) {
        Box all = diagram.bounds().orElse(new Box(0, 0, 0, 0)).grown(1e-6);
        Stream.of(
                        diagram.nodes().stream().map(NodeView::box),
                        diagram.wires().stream().map(WireView::bounds),
                        diagram.document().layout().frames().stream().map(FrameGesture::box))
                .flatMap(boxes -> boxes)
                .forEach(box -> assertThat(all.contains(box.x(), box.y()) && all.contains(box.right(), box.bottom()))
                        .as("%s in %s", box, all)
                        .isTrue());
    }

    /** No label stays away for which there is room again. */
    private static void requireLabelled(Diagram diagram) {
        Diagram.Indexes there = diagram.indexes().copy();
        PillPlacer placer = new PillPlacer(there.nodes(), there.pills());
        for (WireView wire : diagram.wires()) {
            if (wire.pill().isEmpty()) {
                assertThat(wire.label().flatMap(label -> placer.place(wire.path(), label)))
                        .isEmpty();
            }
        }
    }

    /** What is asked for by place is what lies there, and nothing that is gone. */
    private static void requireFound(Diagram diagram, Box area) {
        assertThat(diagram.nodesIn(area))
                .containsExactlyElementsOf(diagram.nodes().stream()
                        .filter(node -> node.box().overlaps(area))
                        .toList());
        assertThat(diagram.wiresIn(area))
                .containsExactlyElementsOf(diagram.wires().stream()
                        .filter(wire -> wire.bounds().grown(1).overlaps(area))
                        .toList());
        Box everywhere = new Box(-1e5, -1e5, 2e5, 2e5);
        assertThat(diagram.indexes().pills().within(everywhere))
                .containsExactlyInAnyOrderElementsOf(diagram.wires().stream()
                        .flatMap(wire -> wire.pill().stream())
                        .toList());
        assertThat(diagram.indexes().lanes().within(everywhere))
                .containsExactlyInAnyOrderElementsOf(diagram.wires().stream()
                        .flatMap(wire -> wire.route().lane().stream())
                        .toList());
    }
}
