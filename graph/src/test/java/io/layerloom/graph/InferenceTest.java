package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InferenceTest {

    private static List<String> messages(Sketch sketch, Problem.Cause cause) {
        return sketch.infer().problems().stream()
                .filter(problem -> problem.cause() == cause)
                .map(Problem::message)
                .toList();
    }

    @Test
    void shapesAndSizesFollowFromTheInput() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        Inference inference = sketch.infer();
        assertThat(inference.problems()).isEmpty();
        assertThat(sketch.document().graph().wires())
                .extracting(wire -> inference.shapeOn(wire).orElseThrow().label())
                .containsExactly("28×28×1", "26×26×8", "5,408");
        assertThat(inference.order()).hasSize(4);
    }

    @Test
    void aLayerOfTheWrongRankNamesBothShapes() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.DENSE, SmallCatalog.OUTPUT);
        assertThat(messages(sketch, Problem.Cause.SHAPE))
                .containsExactly("Dense needs a vector, but gets an image of 28×28×1.");
    }

    @Test
    void onlyTheNodesOfACycleAreNamed() {
        Sketch sketch = Sketch.chain(
                SmallCatalog.INPUT,
                SmallCatalog.ADD,
                SmallCatalog.CONV,
                SmallCatalog.ADD,
                SmallCatalog.CONV,
                SmallCatalog.FLATTEN,
                SmallCatalog.OUTPUT);
        sketch.wire("conv2d_1", "add_1", 1).wire("conv2d_2", "add_2", 1);
        assertThat(sketch.infer().problems())
                .filteredOn(problem -> problem.cause() == Problem.Cause.CYCLE)
                .extracting(problem -> sketch.document()
                        .graph()
                        .node(problem.node().orElseThrow())
                        .name())
                .containsExactlyInAnyOrder("add_1", "conv2d_1", "add_2", "conv2d_2");
        sketch.wire("add_1", "add_1", 2);
        assertThat(messages(sketch, Problem.Cause.CYCLE)).anyMatch(text -> text.contains("cycle of 2 nodes"));
    }

    @Test
    void aNodeBetweenTwoCyclesIsNotOnOne() {
        Sketch sketch = Sketch.chain(SmallCatalog.ADD, SmallCatalog.CONV, SmallCatalog.CONV, SmallCatalog.ADD);
        sketch.wire("conv2d_1", "add_1", 0).wire("add_2", "add_2", 1);
        assertThat(sketch.infer().problemsOf(sketch.id("conv2d_2")))
                .noneMatch(problem -> problem.cause() == Problem.Cause.CYCLE);
        assertThat(messages(sketch, Problem.Cause.CYCLE))
                .hasSize(3)
                .contains("\"add_2\" feeds itself. Remove the wire from its output to its input.");
    }

    @Test
    void aWireOutOfAnOutputIsReportedWhereItLeads() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        sketch.add(SmallCatalog.DENSE);
        sketch.forced("output_1", "dense_1", 0);
        assertThat(sketch.infer().problemsOf(sketch.id("dense_1")))
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.cause()).isEqualTo(Problem.Cause.AFTER_OUTPUT);
                    assertThat(problem.port()).hasValue(0);
                    assertThat(problem.message())
                            .isEqualTo(
                                    "Output ends the network; nothing comes after it. Remove the wire from \"output_1\" to \"dense_1\".");
                });
    }

    @Test
    void missingInputsAreCounted() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.ADD, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT);
        sketch.add(SmallCatalog.CONV);
        assertThat(messages(sketch, Problem.Cause.MISSING_INPUT))
                .containsExactlyInAnyOrder(
                        "Add needs at least 2 wires, but gets 1.",
                        "Convolution 2D has no input. Connect a wire to its left port.");
        assertThat(messages(sketch, Problem.Cause.UNUSED))
                .containsExactly(
                        "\"conv2d_1\" leads to no Output, so it is left out of training. Wire it on, or delete it.");
    }

    @Test
    void anUnknownLayerIsNamedAndWhatFollowsStaysUnknown() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.OUTPUT)
                .unknown("mystery")
                .wire("input_1", "mystery", 0)
                .wire("mystery", "flatten_1", 0);
        assertThat(messages(sketch, Problem.Cause.UNKNOWN_LAYER))
                .hasSize(1)
                .first()
                .asString()
                .contains("hologram");
        assertThat(sketch.infer().report(sketch.id("output_1")).output()).isEmpty();
    }

    @Test
    void badValuesAreNamedWithTheirSetting() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.OUTPUT)
                .set("dense_1", SmallCatalog.UNITS, 0)
                .raw("output_1", "units", "many");
        assertThat(sketch.infer().problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "Units must lie between 1 and 100,000. Received: 0.",
                        "Units must be a whole number from 1 to 100,000. Received: many.");
        assertThat(sketch.infer().problems())
                .allMatch(problem -> problem.param().orElse("").equals("units"));
    }

    @Test
    void anEmptyDocumentHasNoProblemsAndALoneLayerHasSome() {
        assertThat(new Sketch().infer().problems()).isEmpty();
        assertThat(Sketch.chain(SmallCatalog.DENSE).infer().problems())
                .extracting(Problem::cause)
                .containsExactlyInAnyOrder(
                        Problem.Cause.MISSING_INPUT, Problem.Cause.NO_INPUT, Problem.Cause.NO_OUTPUT);
    }

    @Test
    void aLongChainBehindACycleIsInferredAtOnce() {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            NodeId id = new NodeId("n" + i);
            nodes.put(id, new Node(id, "dense", "dense_" + i, Values.EMPTY));
            if (i > 0) {
                wires.add(new Wire(new NodeId("n" + (i - 1)), id, 0));
            }
        }
        wires.add(new Wire(new NodeId("n1"), new NodeId("n0"), 0));
        Inference inference = Inference.of(new Graph(nodes, wires), SmallCatalog.CATALOG);
        assertThat(inference.problems())
                .filteredOn(problem -> problem.cause() == Problem.Cause.CYCLE)
                .hasSize(2);
    }
}
