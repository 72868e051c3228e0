package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Difference.Change;
import io.layerloom.graph.Difference.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** In what two networks differ. */
class DifferenceTest {

    private static final Catalog CATALOG = SmallCatalog.CATALOG;

    private static Difference between(Graph first, Graph second) {
        return Difference.between(first, Inference.of(first, CATALOG), second, Inference.of(second, CATALOG), CATALOG);
    }

    @Property(tries = 200)
    void nothingDiffersFromItself(@ForAll long seed) {
        Graph graph = new RandomDocuments(seed).document(30).graph();
        Graph copy = new Graph(graph.nodes(), graph.wires());
        assertThat(between(graph, copy).changes()).isEmpty();
    }

    @Property(tries = 200)
    void theOtherWayRoundIsItsMirror(@ForAll long seed) {
        RandomDocuments random = new RandomDocuments(seed);
        Document first = random.document(25);
        Document second = first;
        for (int step = 0; step < 8; step++) {
            second = random.edit(second).apply(second);
        }
        for (Graph other : List.of(second.graph(), random.document(20).graph())) {
            assertThat(facts(between(first.graph(), other))).isEqualTo(mirrored(facts(between(other, first.graph()))));
        }
    }

    /** All that a difference says, apart from order and from which of two names a layer is called by. */
    private static Set<List<Object>> facts(Difference difference) {
        return difference.changes().stream()
                .map(change -> List.<Object>of(
                        change.kind(),
                        change.first(),
                        change.second(),
                        change.details().stream()
                                .map(detail -> List.of(detail.first(), detail.second()))
                                .collect(Collectors.toSet())))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Set<List<Object>> mirrored(Set<List<Object>> facts) {
        return facts.stream()
                .map(fact -> List.<Object>of(
                        switch ((Kind) fact.get(0)) {
                            case ADDED -> Kind.REMOVED;
                            case REMOVED -> Kind.ADDED;
                            case SETTINGS, SHAPE -> fact.get(0);
                        },
                        fact.get(2),
                        fact.get(1),
                        ((Set<List<String>>) fact.get(3))
                                .stream()
                                        .map(detail -> List.of(detail.get(1), detail.get(0)))
                                        .collect(Collectors.toSet())))
                .collect(Collectors.toSet());
    }

    @Property(tries = 200)
    void aLayerBelongsToOneOtherAtMost(@ForAll long seed) {
        Graph one = new RandomDocuments(seed).document(20).graph();
        Graph other = new RandomDocuments(seed + 1).document(20).graph();
        List<Change> changes = between(one, other).changes();
        List<NodeId> seconds =
                changes.stream().flatMap(change -> change.second().stream()).toList();
        assertThat(seconds).doesNotHaveDuplicates();
        assertThat(NodePairs.of(one, other).values()).doesNotHaveDuplicates();
    }

    @Test
    void aSettingIsToldWithBothValuesAndWhatFollowsFromItAsAnotherShape() {
        Sketch sketch = Sketch.chain(
                SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.OUTPUT);
        Graph before = sketch.document().graph();
        Graph now = Edits.set(sketch.id("conv2d_1"), SmallCatalog.FILTERS, 64)
                .apply(sketch.document())
                .graph();
        List<Change> changes = between(before, now).changes();
        assertThat(changes).extracting(Change::name).containsExactly("conv2d_1", "flatten_1");
        assertThat(changes).extracting(Change::kind).containsExactly(Kind.SETTINGS, Kind.SHAPE);
        assertThat(changes.get(0).details())
                .contains(new Difference.Detail(new Difference.What.Setting("Filters"), "8", "64"));
    }

    @Test
    void aLayerIsKnownAgainByItsNameInAProjectWithOtherIds() {
        Graph first =
                Sketch.chain(SmallCatalog.INPUT, SmallCatalog.DENSE).document().graph();
        Graph renumbered = new Graph(
                first.nodes().values().stream()
                        .map(node -> node.as(new NodeId("x" + node.id().value())))
                        .collect(Collectors.toMap(Node::id, node -> node)),
                first.wires().stream()
                        .map(wire -> new Wire(
                                new NodeId("x" + wire.from().value()),
                                new NodeId("x" + wire.to().value()),
                                wire.port()))
                        .toList());
        assertThat(between(first, renumbered).changes()).isEmpty();
        assertThat(between(first, Graph.EMPTY).ofFirst().values()).containsOnly(Kind.REMOVED);
        assertThat(between(Graph.EMPTY, first).ofSecond().values()).containsOnly(Kind.ADDED);
    }
}
