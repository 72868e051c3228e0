package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.kit.FastGraph;
import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Weights that were typed must be those that the layer computes with, wherever the engine puts them. */
class FirstWeightsTest {

    private static final Shape.Image PICTURE = new Shape.Image(5, 4, 2);
    private static final String SOBEL = "-1 0 1\n-2 0 2\n-1 0 1";

    private static Values typed(String text) {
        return Sketch.with(FirstWeights.KIND, FirstWeights.TYPED)
                .with(TypedArrays.WEIGHTS, Rows.parse(text))
                .with(Conv2d.ACTIVATION, Activation.LINEAR)
                .with(LayerType.FROZEN, true);
    }

    private static Values kernel(int height, int width) {
        return Sketch.with(Conv2d.KERNEL, new Size2(height, width)).with(Conv2d.FILTERS, 2);
    }

    private static Values both(Values one, Values other) {
        Values all = one;
        for (var entry : other.plain().entrySet()) {
            all = new Values(merged(all, entry.getKey(), entry.getValue()));
        }
        return all;
    }

    private static java.util.Map<String, Object> merged(Values values, String key, Object plain) {
        java.util.Map<String, Object> map = new java.util.LinkedHashMap<>(values.plain());
        map.put(key, plain);
        return map;
    }

    private static Network network(String type, Values values, Shape shape) {
        Values input = Input.TYPE.adopt().apply(Values.EMPTY, shape).orElseThrow();
        Sketch sketch = Sketch.empty().layer("in", "input", input).layer("layer", type, values, "in");
        return shape instanceof Shape.Vector
                ? sketch.layer("end", "output", "layer").lower()
                : sketch.layer("flat", "flatten", "layer")
                        .layer("end", "output", "flat")
                        .lower();
    }

    /** What a layer gives for some examples, which are put into {@code in}. */
    private static INDArray given(Network network, INDArray[] in) {
        FastGraph graph = new FastGraph(Engine.configuration(network));
        graph.init();
        return graph.feedForward(in, false).get("layer");
    }

    @Test
    void oneKernelIsThatOfEveryFilterAndChannel() {
        Network network = network("conv2d", both(typed(SOBEL), kernel(3, 3)), PICTURE);
        INDArray[] in = Engine.features(network, DataType.FLOAT);
        INDArray out = given(network, in);
        for (int filter = 0; filter < 2; filter++) {
            double expected = 0;
            for (int channel = 0; channel < 2; channel++) {
                double[][] sobel = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 3; x++) {
                        expected += sobel[y][x] * in[0].getDouble(1, channel, y + 2, x + 1);
                    }
                }
            }
            assertThat(out.getDouble(1, filter, 2, 1)).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void eachFilterAndChannelMayHaveItsOwn() {
        Network ofFilters = network("conv2d", both(typed("1 0\n\n0 3"), kernel(1, 2)), PICTURE);
        INDArray[] in = Engine.features(ofFilters, DataType.FLOAT);
        INDArray out = given(ofFilters, in);
        assertThat(out.getDouble(0, 0, 4, 2))
                .isCloseTo(in[0].getDouble(0, 0, 4, 2) + in[0].getDouble(0, 1, 4, 2), within(1e-5));
        assertThat(out.getDouble(0, 1, 4, 2))
                .isCloseTo(3 * (in[0].getDouble(0, 0, 4, 3) + in[0].getDouble(0, 1, 4, 3)), within(1e-5));

        Network ofChannels = network("conv2d", both(typed("1 0\n0 2\n\n0 3\n5 0"), kernel(1, 2)), PICTURE);
        INDArray other = given(ofChannels, in);
        assertThat(other.getDouble(0, 0, 4, 2))
                .isCloseTo(in[0].getDouble(0, 0, 4, 2) + 2 * in[0].getDouble(0, 1, 4, 3), within(1e-5));
        assertThat(other.getDouble(0, 1, 4, 2))
                .isCloseTo(3 * in[0].getDouble(0, 0, 4, 3) + 5 * in[0].getDouble(0, 1, 4, 2), within(1e-5));
    }

    @Test
    void theOtherLayersLayThemOutAsTheyNeed() {
        Network dense = network("dense", typed("1 0 0\n0 0 7").with(Dense.UNITS, 2), new Shape.Vector(3));
        INDArray[] in = Engine.features(dense, DataType.FLOAT);
        assertThat(given(dense, in).getDouble(2, 0)).isCloseTo(in[0].getDouble(2, 0), within(1e-5));
        assertThat(given(dense, in).getDouble(2, 1)).isCloseTo(7 * in[0].getDouble(2, 2), within(1e-5));

        Network depthwise = network("depthwise_conv2d", both(typed("0 1\n\n2 0"), kernel(1, 2)), PICTURE);
        in = Engine.features(depthwise, DataType.FLOAT);
        assertThat(given(depthwise, in).getDouble(0, 0, 1, 1)).isCloseTo(in[0].getDouble(0, 0, 1, 2), within(1e-5));
        assertThat(given(depthwise, in).getDouble(0, 1, 1, 1)).isCloseTo(2 * in[0].getDouble(0, 1, 1, 1), within(1e-5));

        Network transposed = network(
                "conv_transpose2d",
                both(typed("1 2\n3 4\n\n5 6\n7 8").with(Conv2d.STRIDE, new Size2(1, 2)), kernel(1, 2)),
                PICTURE);
        in = Engine.features(transposed, DataType.FLOAT);
        INDArray painted = given(transposed, in);
        assertThat(painted.getDouble(0, 0, 3, 4))
                .isCloseTo(in[0].getDouble(0, 0, 3, 2) + 3 * in[0].getDouble(0, 1, 3, 2), within(1e-5));
        assertThat(painted.getDouble(0, 1, 3, 5))
                .isCloseTo(6 * in[0].getDouble(0, 0, 3, 2) + 8 * in[0].getDouble(0, 1, 3, 2), within(1e-5));

        Network conv1d = network(
                "conv1d", typed("1 -1").with(Conv1d.KERNEL, 2).with(Conv2d.FILTERS, 3), new Shape.Sequence(5, 2));
        in = Engine.features(conv1d, DataType.FLOAT);
        assertThat(given(conv1d, in).getDouble(0, 2, 3))
                .isCloseTo(
                        in[0].getDouble(0, 0, 3)
                                + in[0].getDouble(0, 1, 3)
                                - in[0].getDouble(0, 0, 4)
                                - in[0].getDouble(0, 1, 4),
                        within(1e-5));

        Network conv3d = network(
                "conv3d",
                typed("0 0 0 0 0 0 0 1").with(Conv3d.KERNEL, 2).with(Conv2d.FILTERS, 1),
                new Shape.Volume(2, 2, 3, 1));
        in = Engine.features(conv3d, DataType.FLOAT);
        assertThat(given(conv3d, in).getDouble(0, 0, 0, 0, 1)).isCloseTo(in[0].getDouble(0, 0, 1, 1, 2), within(1e-5));
    }

    private static Values array(LayerType type, Values values, String key, String text) {
        return type.arrays().stream()
                .filter(array -> array.typed().key().equals(key))
                .map(array -> values.with(array.typed(), Rows.parse(text)))
                .findFirst()
                .orElseThrow();
    }

    /** With the gates of input and output wide open, a single unit remembers what comes in. */
    @Test
    void gatesComeInTheOrderThatIsSaid() {
        assertThat(Lstm.TYPE
                        .arrays()
                        .get(0)
                        .sizes()
                        .apply(Sketch.with(Recurrent.UNITS, 2), List.of(new Shape.Sequence(4, 3)))
                        .described())
                .isEqualTo("8 rows of 3 numbers: in even parts for candidate, forget gate, output gate, input gate");
        Values values = Sketch.with(FirstWeights.KIND, FirstWeights.TYPED).with(Recurrent.UNITS, 1);
        values = array(Lstm.TYPE, values, "typedWeights", "1\n0\n0\n0");
        values = array(Lstm.TYPE, values, "typedRecurrent", "0");
        values = array(Lstm.TYPE, values, "typedBiases", "0 -30 30 30");
        Network network = network("lstm", values, new Shape.Sequence(3, 1));
        INDArray[] in = Engine.features(network, DataType.FLOAT);
        assertThat(given(network, in).getDouble(0, 0, 2))
                .isCloseTo(Math.tanh(Math.tanh(in[0].getDouble(0, 0, 2))), within(1e-5));
    }

    /** Where all queries and keys are zero, each step takes the mean of all values. */
    @Test
    void queriesKeysAndValuesComeInTheOrderThatIsSaid() {
        Values values = Sketch.with(FirstWeights.KIND, FirstWeights.TYPED).with(Attention.HEADS, 1);
        values = array(SelfAttention.TYPE, values, "typedWeights", "0 0\n0 0\n\n0 0\n0 0\n\n1 0\n0 1");
        values = array(SelfAttention.TYPE, values, "typedResults", "1 0\n0 2");
        Network network = network("self_attention", values, new Shape.Sequence(2, 2));
        INDArray[] in = Engine.features(network, DataType.FLOAT);
        INDArray out = given(network, in);
        for (int feature = 0; feature < 2; feature++) {
            double mean = (in[0].getDouble(1, feature, 0) + in[0].getDouble(1, feature, 1)) / 2;
            assertThat(out.getDouble(1, feature, 0)).isCloseTo((1 + feature) * mean, within(1e-5));
        }
    }

    @Test
    void frozenOnesStayAndOthersLearn() {
        for (boolean frozen : new boolean[] {true, false}) {
            Values values = both(typed(SOBEL).with(LayerType.FROZEN, frozen), kernel(3, 3));
            Network network = network("conv2d", values, PICTURE);
            FastGraph graph = new FastGraph(Engine.configuration(network));
            graph.init();
            INDArray before = graph.getParam("layer_W").dup();
            graph.fit(
                    new MultiDataSet(Engine.features(network, DataType.FLOAT), Engine.labels(network, DataType.FLOAT)));
            assertThat(graph.getParam("layer_W").equals(before)).isEqualTo(frozen);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheNumbersAndAWayOut() {
        Values values = both(typed("0 0 1 0 0\n0 0 1 0 0\n1 1 1 1 1\n0 0 1 0 0\n0 0 1 0 0"), kernel(3, 3));
        Inferred.Bad bad = (Inferred.Bad) Conv2d.TYPE.infer(values, List.of(PICTURE));
        assertThat(bad.message())
                .isEqualTo(
                        "Typed weights must be 9 numbers, or as many for each of 2 filters, or for each of their 2 channels, but they are 25.");
        assertThat(bad.proposals()).extracting(Inferred.Proposal::label).contains("Use a kernel of 5×5");
        Inferred.Bad units =
                (Inferred.Bad) Dense.TYPE.infer(typed("1 2 3").with(Dense.UNITS, 4), List.of(new Shape.Vector(2)));
        assertThat(units.message())
                .isEqualTo("Typed weights must be 2 numbers, or 2 for each of 4 rows, but they are 3.");
        assertThat(units.proposals())
                .allSatisfy(proposal -> assertThat(
                                Dense.TYPE.infer(proposal.applyTo(typed("1 2 3")), List.of(new Shape.Vector(2))))
                        .isInstanceOf(Inferred.Ok.class));
    }

    @Test
    void aFileKeepsThemAsTheyWereTyped() throws ProjectFileException {
        Sketch sketch = Sketch.empty().layer("layer", "conv2d", typed("1 0.5\n\n-2e-7 3"));
        assertThat(ProjectFile.read(ProjectFile.toJson(sketch.document()))).isEqualTo(sketch.document());
        assertThat(Conv2d.TYPE.initialValues().plain()).doesNotContainKeys("firstWeights", "typedWeights");
    }
}
