package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Layers that training is to leave as they are, on paper. */
class FreezingTest {

    private static final NodeId CONV = new NodeId("conv1");

    private static Document frozen(String... names) {
        Document document = SampleNetworks.MNIST_CNN.document();
        List<NodeId> ids = List.of(names).stream().map(NodeId::new).toList();
        return Edits.freeze(ids, true, NodeLibrary.CATALOG).apply(document);
    }

    private static Inference inference(Document document) {
        return Inference.of(document.graph(), NodeLibrary.CATALOG);
    }

    @Test
    void frozenParametersAreShownButNotCountedAsTrainable() {
        Inference before = SampleNetworks.MNIST_CNN.inference();
        Inference after = inference(frozen("conv1", "pool1"));
        assertThat(after.report(CONV).count().sentence()).endsWith("= 320 parameters, frozen");
        assertThat(after.frozen()).isEqualTo(320);
        assertThat(after.parameters()).isEqualTo(before.parameters() - 320);
        assertThat(NodeLibrary.CATALOG
                        .lower(frozen("conv1"), inference(frozen("conv1")))
                        .parameters())
                .isEqualTo(after.parameters());
    }

    @Test
    void whatHasNoWeightsStaysAsItIs() {
        Document document = SampleNetworks.MNIST_CNN.document();
        assertThat(frozen("pool1", "flat", "image")).isEqualTo(document);
        assertThat(NodeLibrary.CATALOG.layers().stream()
                        .filter(LayerType::isFreezable)
                        .map(LayerType::id))
                .contains("conv2d", "batch_norm", "output", "embedding", "transformer_encoder", "prelu")
                .doesNotContain("max_pool2d", "dropout", "input", "loss_output");
    }

    @Test
    void aFileKeepsItAndFilesWithoutItStayAsTheyWere() throws ProjectFileException {
        Document document = frozen("conv1");
        assertThat(ProjectFile.read(ProjectFile.toJson(document))).isEqualTo(document);
        assertThat(NodeLibrary.CATALOG
                        .layer("dense")
                        .orElseThrow()
                        .initialValues()
                        .plain())
                .doesNotContainKey("frozen");
    }

    @Test
    void aNetworkThatIsFrozenAsAWholeIsRefusedWithAWayOut() {
        Document document = frozen("conv1", "conv2", "hidden", "digit");
        Inference inference = inference(document);
        List<Problem> problems = PlanProblems.of(document, inference, NodeLibrary.CATALOG, Optional.empty());
        Problem problem = problems.stream()
                .filter(found -> found.message().contains("frozen"))
                .findFirst()
                .orElseThrow();
        assertThat(problem.message())
                .isEqualTo(
                        "All 121,930 parameters are frozen, so nothing can be learned. Unfreeze at least one layer.");
        assertThat(Remedies.of(document, problem, NodeLibrary.CATALOG, Optional.empty()))
                .extracting(Remedy::label)
                .contains("Unfreeze digit");
    }

    @Test
    void nothingDrawsAtFrozenWeights() {
        Values drawn = Values.EMPTY.with(Weights.L2, 0.1).with(Weights.NOISE, 0.1);
        Sketch sketch = Sketch.empty()
                .layer("image", "input")
                .layer("flat", "flatten", "image")
                .layer("hidden", "dense", drawn.with(LayerType.FROZEN, true), "flat")
                .layer("digit", "output", "hidden");
        assertThat(Engine.configuration(sketch.lower()).toJson()).doesNotContain("L2Regularization", "WeightNoise");
    }
}
