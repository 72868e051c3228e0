package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Edits;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Network;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GraphLoweringTest {

    @Test
    void theDigitNetworksHaveTheirKnownSizes() {
        assertThat(parameters(SampleNetworks.MNIST_MLP.lower())).isEqualTo(101_770);
        assertThat(parameters(SampleNetworks.MNIST_CNN.lower())).isEqualTo(121_930);
    }

    @Test
    void aNetworkNamesItsEnds() {
        Network network = SampleNetworks.MNIST_MLP.lower();
        assertThat(network.inputs()).containsExactly(new Network.Input("image", new Shape.Image(28, 28, 1)));
        assertThat(network.outputs())
                .containsExactly(new Network.Output("digit", new Shape.Vector(10), Labels.Format.CLASS_INDEX));
    }

    @Test
    void theSameDocumentGivesTheSameExpression() {
        assertThat(SampleNetworks.MNIST_CNN.lower()).isEqualTo(SampleNetworks.MNIST_CNN.lower());
    }

    @Test
    void layersThatLeadNowhereAreLeftOut() {
        Sketch sketch = SampleNetworks.MNIST_MLP
                .layer("spare", "input")
                .layer("aside", "flatten", "spare")
                .layer("idle", "dense", "flat");
        assertThat(sketch.lower()).isEqualTo(SampleNetworks.MNIST_MLP.lower());
    }

    @Test
    void layersThatAreBypassedAreLeftOut() {
        Sketch used = Sketch.empty()
                .layer("image", "input")
                .layer("flat", "flatten", "image")
                .layer("hidden", "dense", "flat")
                .layer("digit", "output", "hidden");
        Sketch drawn = Sketch.empty()
                .layer("image", "input")
                .layer("flat", "flatten", "image")
                .layer("spare", "dense", "flat")
                .layer("rest", "dropout", "spare")
                .layer("hidden", "dense", "rest")
                .layer("digit", "output", "hidden");
        Sketch bypassed =
                new Sketch(Edits.bypass(List.of(new NodeId("spare"), new NodeId("rest")), true, NodeLibrary.CATALOG)
                        .apply(drawn.document()));
        assertThat(bypassed.lower()).isEqualTo(used.lower());
        assertThat(bypassed.lower()).isNotEqualTo(drawn.lower());
    }

    @Test
    void aNetworkWithAProblemIsRefusedInItsWords() {
        Sketch sketch = Sketch.empty().layer("image", "input").layer("digit", "output", "image");
        assertThatThrownBy(sketch::lower)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Output needs a vector, but gets an image of 28×28×1.");
    }

    @Test
    void severalInputsAndOutputsKeepTheirOrder() {
        Values vector = Sketch.with(Input.KIND, Input.Kind.VECTOR);
        Sketch sketch = Sketch.empty()
                .layer("left", "input", vector)
                .layer("right", "input", vector.with(Input.SIZE, 3))
                .layer("both", "concatenate", "right", "left")
                .layer("first", "output", "both")
                .layer("second", "output", Sketch.with(Output.UNITS, 2), "both");
        Network network = sketch.lower();
        assertThat(network.inputs()).extracting(Network.Input::name).containsExactly("left", "right");
        assertThat(network.outputs()).extracting(Network.Output::name).containsExactly("first", "second");
        assertThat(parameters(network)).isEqualTo((7 + 1) * 10 + (7 + 1) * 2);
    }

    @Test
    void oneWireTwiceIntoASumDoublesIt() {
        Sketch sketch = Sketch.empty()
                .layer("in", "input", Sketch.with(Input.KIND, Input.Kind.VECTOR))
                .layer("same", "dense", Sketch.with(Dense.UNITS, 4).with(Dense.ACTIVATION, Activation.TANH), "in")
                .layer("twice", "add", "same", "same")
                .layer("end", "output", Sketch.with(Output.UNITS, 3), "twice");
        ComputationGraph graph = Engine.graph(sketch.lower());
        var outputs = graph.feedForward(Engine.features(sketch.lower(), DataType.FLOAT), false);
        assertThat(outputs.get("twice")).isEqualTo(outputs.get("same").mul(2));
        assertThat(GradientCheck.faults(sketch.lower())).isEmpty();
    }

    @Test
    void anActivationOnTheDataLeavesTheDataAlone() {
        Sketch sketch = Sketch.empty()
                .layer("in", "input", Sketch.with(Input.KIND, Input.Kind.VECTOR))
                .layer("active", "activation", "in")
                .layer("both", "concatenate", "active", "in")
                .layer("end", "output", Sketch.with(Output.UNITS, 3), "both");
        ComputationGraph graph = Engine.graph(sketch.lower());
        INDArray features = Nd4j.createFromArray(new float[][] {{-1, 2, -3, 4}});
        INDArray both = graph.feedForward(new INDArray[] {features}, false).get("both");
        assertThat(both).isEqualTo(Nd4j.createFromArray(new float[][] {{0, 2, 0, 4, -1, 2, -3, 4}}));
        assertThat(features).isEqualTo(Nd4j.createFromArray(new float[][] {{-1, 2, -3, 4}}));
    }

    @Test
    void paddingChangesNothing() {
        Sketch text = Sketch.empty()
                .layer(
                        "ids",
                        "input",
                        Sketch.with(Input.KIND, Input.Kind.TOKENS)
                                .with(Input.STEPS, 6)
                                .with(Input.VOCABULARY, 9))
                .layer("embedded", "embedding", Sketch.with(Embedding.SIZE, 4), "ids")
                .layer("read", "lstm", Sketch.with(Recurrent.UNITS, 5), "embedded")
                .layer("last", "last_step", "read")
                .layer("mean", "global_pool", "read")
                .layer("both", "concatenate", "last", "mean")
                .layer("end", "output", Sketch.with(Output.UNITS, 3), "both");
        ComputationGraph graph = Engine.graph(text.lower());
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 0, 0, 0}});
        INDArray zeros = Nd4j.createFromArray(new float[][] {{3, 5, 2, 0, 0, 0}});
        INDArray noise = Nd4j.createFromArray(new float[][] {{3, 5, 2, 7, 8, 4}});
        INDArray expected = masked(graph, zeros, mask);
        assertThat(masked(graph, noise, mask)).isEqualTo(expected);
        assertThat(masked(graph, Nd4j.createFromArray(new float[][] {{3, 5, 2}}), Nd4j.ones(DataType.FLOAT, 1, 3)))
                .isEqualTo(expected);
    }

    private static INDArray masked(ComputationGraph graph, INDArray ids, INDArray mask) {
        return graph.output(false, new INDArray[] {ids}, new INDArray[] {mask})[0];
    }

    private static long parameters(Network network) {
        long parameters = Engine.graph(network).numParams();
        assertThat(network.parameters()).isEqualTo(parameters);
        return parameters;
    }
}
