package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EditsTest {

    @Property(tries = 300)
    void everyEditLeavesAWellFormedDocumentAndUndoGivesBackTheFormerOnes(@ForAll long seed) {
        RandomDocuments random = new RandomDocuments(seed);
        History history = History.of(Document.EMPTY);
        List<Document> seen = new ArrayList<>(List.of(history.present()));
        for (int i = 0; i < 40; i++) {
            History after = history.apply(random.edit(history.present()));
            requireWellFormed(after.present());
            if (!after.present().equals(history.present())) {
                seen.add(after.present());
            }
            history = after;
        }
        for (int i = seen.size() - 2; i >= 0; i--) {
            history = history.undo();
            assertThat(history.present()).isEqualTo(seen.get(i));
        }
        assertThat(history.undo()).isSameAs(history);
        for (int i = 1; i < seen.size(); i++) {
            history = history.redo();
            assertThat(history.present()).isEqualTo(seen.get(i));
        }
        assertThat(history.redo()).isSameAs(history);
    }

    private static void requireWellFormed(Document document) {
        Graph graph = document.graph();
        Set<String> names = new HashSet<>();
        graph.nodes().forEach((id, node) -> {
            assertThat(node.id()).isEqualTo(id);
            assertThat(names.add(node.name())).as("unique name %s", node.name()).isTrue();
            assertThat(Edits.NAME.matcher(node.name()).matches()).isTrue();
        });
        Set<List<Object>> ports = new HashSet<>();
        for (Wire wire : graph.wires()) {
            assertThat(graph.nodes()).containsKeys(wire.from(), wire.to());
            assertThat(ports.add(List.of(wire.to(), wire.port()))).isTrue();
        }
        assertThat(graph.wires()).containsAll(document.layout().bends().keySet());
        assertThat(graph.nodes().keySet()).containsAll(document.layout().collapsed());
        assertThat(graph.nodes().keySet())
                .containsAll(document.layout().positions().keySet());
    }

    @Test
    void movingANodeInfersNothingAnew() {
        Document before = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN).document();
        NodeId id = before.graph().nodes().keySet().iterator().next();
        Document after = Edits.move(java.util.Map.of(id, new Point(5, 5))).apply(before);
        assertThat(after.graph()).isSameAs(before.graph());
    }

    @Test
    void aNewWireTakesThePlaceOfTheOneInItsInput() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV);
        sketch.add(SmallCatalog.INPUT);
        sketch.wire("input_2", "conv2d_1", 0);
        assertThat(sketch.document().graph().wires())
                .containsExactly(new Wire(sketch.id("input_2"), sketch.id("conv2d_1"), 0));
    }

    @Test
    void nothingIsPutAfterAnOutput() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        sketch.add(SmallCatalog.DENSE);
        Document document = sketch.document();
        NodeId output = sketch.id("output_1");
        NodeId dense = sketch.id("dense_1");
        Wire inside = document.graph().into(output).get(0);
        Point at = new Point(0, 0);
        for (Edit refused : List.of(
                Edits.connect(new Wire(output, dense, 0), SmallCatalog.CATALOG),
                Edits.reconnect(inside, new Wire(output, dense, 0), SmallCatalog.CATALOG),
                Edits.append(SmallCatalog.DENSE, new NodeId("n9"), at, output, SmallCatalog.CATALOG),
                Edits.insert(SmallCatalog.OUTPUT, new NodeId("n9"), at, inside))) {
            assertThatThrownBy(() -> refused.apply(document))
                    .as(refused.label())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Output ends the network; nothing comes after it.");
        }
    }

    @Test
    void namesMustBeFreeAndFitForSource() {
        Document document = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV).document();
        NodeId conv = document.graph().named("conv2d_1").orElseThrow().id();
        assertThatThrownBy(() -> Edits.rename(conv, "input_1").apply(document)).hasMessageContaining("unique");
        assertThatThrownBy(() -> Edits.rename(conv, "1st layer").apply(document))
                .hasMessageContaining("begins with");
        assertThat(Edits.rename(conv, "first").apply(document).graph().named("first"))
                .isPresent();
    }

    @Test
    void copiesAreCollapsedAndTheirWiresLedAsThoseOfTheOriginals() {
        Document document = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV).document();
        Wire wire = document.graph().wires().get(0);
        document =
                Edits.bend("Add reroute point", wire, List.of(new Point(7, 8))).apply(document);
        document = Edits.collapse(List.of(wire.to()), true).apply(document);
        Document fragment = Edits.fragment(document, document.graph().nodes().keySet());
        Map<NodeId, NodeId> ids = Edits.freshIds(document.graph(), fragment);
        Layout after = Edits.paste(fragment, ids, 20, 30).apply(document).layout();
        Wire copy = new Wire(ids.get(wire.from()), ids.get(wire.to()), wire.port());
        assertThat(after.bendsOf(copy)).containsExactly(new Point(27, 38));
        assertThat(after.bendsOf(wire)).containsExactly(new Point(7, 8));
        assertThat(after.collapsed()).containsExactlyInAnyOrder(wire.to(), copy.to());
    }

    @Test
    void aThousandLayersArePastedByOneEdit() {
        Document document = Document.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            document = Edits.add(SmallCatalog.DENSE, document.graph().freshId(), new Point(i, 0))
                    .apply(document);
        }
        Document fragment = Edits.fragment(document, document.graph().nodes().keySet());
        Document after = Edits.paste(fragment, Edits.freshIds(document.graph(), fragment), 20, 20)
                .apply(document);
        assertThat(after.graph().nodes()).hasSize(2_000);
    }
}
