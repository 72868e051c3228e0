package io.layerloom.graph;

import static io.layerloom.graph.SmallCatalog.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Layers that are left out and let through what comes in. */
class BypassTest {

    private static Sketch dense() {
        return Sketch.chain(
                SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.DENSE, SmallCatalog.OUTPUT);
    }

    private static Document bypass(Sketch sketch, boolean on, String... names) {
        List<NodeId> ids = Arrays.stream(names).map(sketch::id).toList();
        return Edits.bypass(ids, on, CATALOG).apply(sketch.document());
    }

    private static Inference infer(Document document) {
        return Inference.of(document.graph(), CATALOG);
    }

    private static Optional<String> refusal(Sketch sketch, String name) {
        return Bypass.refusal(sketch.document().graph(), sketch.id(name), CATALOG);
    }

    @Test
    void whatComesInPassesThroughAndNothingIsCounted() {
        Sketch sketch = dense();
        Document without = bypass(sketch, true, "dense_1");
        Inference inference = infer(without);
        assertThat(inference.problems()).isEmpty();
        Inference.Report report = inference.report(sketch.id("dense_1"));
        assertThat(report.output())
                .isEqualTo(sketch.infer().report(sketch.id("flatten_1")).output());
        assertThat(report.count()).isEqualTo(Count.NONE);
        assertThat(report.multiplyAdds()).isZero();
        assertThat(inference.parameters()).isNotEqualTo(sketch.infer().parameters());
        Document again =
                Edits.bypass(List.of(sketch.id("dense_1")), false, CATALOG).apply(without);
        assertThat(again).isEqualTo(sketch.document());
        assertThat(History.of(sketch.document())
                        .apply(Edits.bypass(List.of(sketch.id("dense_1")), true, CATALOG))
                        .undo()
                        .present())
                .isEqualTo(sketch.document());
    }

    @Test
    void whatDoesNotFitBehindItIsFoundThere() {
        Sketch sketch = dense();
        Document without = bypass(sketch, true, "flatten_1");
        assertThat(infer(without).problemsOf(sketch.id("dense_1")))
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("needs a vector, but gets an image"));
        assertThat(infer(without).problemsOf(sketch.id("flatten_1"))).isEmpty();
    }

    @Test
    void aLayerThatThisVersionDoesNotKnowCanBeLeftOut() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN).unknown("strange");
        String output = sketch.add(SmallCatalog.OUTPUT);
        sketch.wire("flatten_1", "strange", 0).wire("strange", output, 0);
        assertThat(sketch.infer().hasErrors()).isTrue();
        assertThat(infer(bypass(sketch, true, "strange")).problems()).isEmpty();
    }

    @Test
    void isRefusedWithASentenceWhereNothingCanPass() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.CONV);
        String add = sketch.add(SmallCatalog.ADD);
        sketch.wire("conv2d_1", add, 0);
        assertThat(refusal(sketch, add)).isEmpty();
        sketch.wire("conv2d_2", add, 1);
        assertThat(refusal(sketch, add))
                .hasValue(
                        "\"" + add
                                + "\" gets 2 inputs, so it is not clear which of them would pass through. Remove all wires but one, then bypass it.");
        assertThat(refusal(sketch, "input_1").orElseThrow()).startsWith("Nothing leads into \"input_1\"");
        assertThat(refusal(dense(), "output_1").orElseThrow()).startsWith("\"output_1\" ends the network");
        assertThat(bypass(sketch, true, add, "input_1")).isEqualTo(sketch.document());
        // A file may say so all the same.
        sketch.raw(add, "bypassed", true);
        assertThat(sketch.infer().problemsOf(sketch.id(add)))
                .extracting(Problem::message)
                .containsExactly(refusal(sketch, add).orElseThrow());
    }

    @Test
    void wiresTakeThePlaceOfWhatIsLeftOut() {
        Sketch sketch = dense();
        Graph left = Bypass.without(bypass(sketch, true, "dense_1", "dense_2").graph());
        assertThat(left.nodes().values()).extracting(Node::name).containsExactly("input_1", "flatten_1", "output_1");
        assertThat(left.wires())
                .containsExactly(
                        new Wire(sketch.id("input_1"), sketch.id("flatten_1"), 0),
                        new Wire(sketch.id("flatten_1"), sketch.id("output_1"), 0));
        Graph graph = sketch.document().graph();
        assertThat(Bypass.without(graph)).isSameAs(graph);
    }

    @Test
    void blocksAreLeftOutAsAWholeOrWithin() {
        Sketch sketch = dense();
        NodeId block = sketch.document().graph().freshId();
        Document made = BlockEdits.make(List.of(sketch.id("dense_1"), sketch.id("dense_2")), block, CATALOG)
                .apply(sketch.document());
        Document whole = Edits.bypass(List.of(block), true, CATALOG).apply(made);
        assertThat(written(whole)).containsExactly("input_1", "flatten_1", "output_1");
        Document within = BlockEdits.within(
                        List.of(block), Edits.bypass(List.of(sketch.id("dense_2")), true, CATALOG), CATALOG)
                .apply(made);
        assertThat(written(within)).containsExactly("input_1", "flatten_1", "dense_1", "output_1");
        assertThat(infer(within).parameters())
                .isEqualTo(infer(bypass(sketch, true, "dense_2")).parameters());
    }

    private static List<String> written(Document document) {
        return Expansion.of(document.graph(), CATALOG).graph().nodes().values().stream()
                .map(Node::name)
                .toList();
    }

    @Test
    void staysInTheFileInAFormatThatOlderVersionsOnlyLookAt() throws ProjectFileException {
        Document without = bypass(dense(), true, "dense_1");
        String json = ProjectFile.toJson(without);
        assertThat(json).contains("\"format\": 3").contains("\"bypassed\": true");
        assertThat(ProjectFile.read(json)).isEqualTo(without);
        assertThat(ProjectFile.toJson(bypass(dense(), false, "dense_1")))
                .contains("\"format\": 1")
                .doesNotContain("bypassed");
    }

    @Property(tries = 300)
    void leavesTheNetworkOfTheLayersThatAreUsed(@ForAll long seed) {
        Random random = new Random(seed);
        Document document = new RandomDocuments(seed).document(12);
        List<NodeId> ids = document.graph().nodes().keySet().stream()
                .filter(id -> random.nextInt(3) == 0)
                .toList();
        Document without = Edits.bypass(ids, true, CATALOG).apply(document);
        Inference drawn = infer(without);
        Graph left = Bypass.without(without.graph());
        Inference used = Inference.of(left, CATALOG);
        assertThat(left.nodes().values()).noneMatch(Bypass::is);
        if (!drawn.hasErrors()) {
            assertThat(used.parameters()).isEqualTo(drawn.parameters());
            assertThat(used.hasErrors()).isFalse();
            left.nodes()
                    .keySet()
                    .forEach(id -> assertThat(used.report(id).output())
                            .isEqualTo(drawn.report(id).output()));
        }
        assertThat(PlanProblems.of(without, drawn, CATALOG, Optional.empty())).isNotNull();
        assertThat(Edits.bypass(ids, false, CATALOG).apply(without)).isEqualTo(document);
    }
}
