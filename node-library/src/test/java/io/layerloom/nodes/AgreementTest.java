package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The parts of a Faster R-CNN go by the same anchors and the same map, however they are drawn. */
class AgreementTest {

    private static final NodeId END = new NodeId("end");
    private static final String OTHER = "1,1; 2,3; 3,2";

    private static Document network() {
        Values convolution = Sketch.with(Conv2d.KERNEL, Size2.square(1)).with(Conv2d.ACTIVATION, Activation.LINEAR);
        Values anchors = convolution.with(Conv2d.FILTERS, 15);
        Values head = Sketch.with(StepDense.UNITS, 8).with(StepDense.ACTIVATION, Activation.LINEAR);
        Values picture =
                Input.TYPE.adopt().apply(Values.EMPTY, new Shape.Image(8, 8, 1)).orElseThrow();
        return Sketch.empty()
                .layer("in", "input", picture)
                .layer("map", "conv2d", convolution.with(Conv2d.FILTERS, 4), "in")
                .layer("anchors", "conv2d", anchors, "map")
                .layer("twin", "conv2d", anchors, "map")
                .layer("proposals", "region_proposals", "anchors")
                .layer("noise", "gaussian_noise", "proposals")
                .layer("cut", "roi_align", "map", "noise")
                .layer("head", "step_dense", head, "cut")
                .layer("end", "regions_output", "anchors", "noise", "head")
                .document();
    }

    private static Document bypassed(Document document) {
        return Edits.bypass(List.of(new NodeId("noise")), true, NodeLibrary.CATALOG)
                .apply(document);
    }

    /** The proposals, and what passes through behind them, as one node. */
    private static Document blocked(Document document) {
        return BlockEdits.make(
                        List.of(new NodeId("proposals"), new NodeId("noise")), new NodeId("b1"), NodeLibrary.CATALOG)
                .apply(document);
    }

    private static Document withAnchors(Document document, String sides) {
        return Edits.set(END, Anchors.SIDES, sides).apply(document);
    }

    private static Document withTwin(Document document) {
        return document.with(document.graph().with(new Wire(new NodeId("twin"), END, 0)));
    }

    private static List<Problem> errors(Document document) {
        return Inference.of(document.graph(), NodeLibrary.CATALOG).problems().stream()
                .filter(Problem::isError)
                .toList();
    }

    @Test
    void whatAgreesIsNoProblem() {
        assertThat(errors(network())).isEmpty();
        assertThat(errors(bypassed(network()))).isEmpty();
        assertThat(errors(blocked(bypassed(network())))).isEmpty();
    }

    @Test
    void otherAnchorsAreFoundThroughWhatIsBypassedAndThroughBlocks() {
        for (Document document : List.of(bypassed(network()), blocked(bypassed(network())))) {
            Document other = withAnchors(document, OTHER);
            assertThat(errors(other)).singleElement().satisfies(problem -> {
                assertThat(problem.node()).contains(END);
                assertThat(problem.message()).contains("\"end\" must be those of \"proposals\"", OTHER);
                assertThat(errors(remedied(other, problem))).isEmpty();
            });
        }
    }

    @Test
    void theOutputMustReadTheMapOfTheProposals() {
        for (Document document : List.of(bypassed(network()), blocked(bypassed(network())))) {
            Document other = withTwin(document);
            assertThat(errors(other)).singleElement().satisfies(problem -> {
                assertThat(problem.node()).contains(END);
                assertThat(problem.port()).contains(0);
                assertThat(problem.message())
                        .isEqualTo(
                                "\"end\" must get by wire 1 what \"proposals\" gets, from \"anchors\", but it comes from \"twin\". Let the wire come from there.");
                Document mended = remedied(other, problem);
                assertThat(errors(mended)).isEmpty();
                assertThat(mended.graph().wires()).contains(new Wire(new NodeId("anchors"), END, 0));
            });
        }
    }

    private static Document remedied(Document document, Problem problem) {
        return Remedies.of(document, problem, NodeLibrary.CATALOG, Optional.empty())
                .get(0)
                .edit()
                .apply(document);
    }
}
