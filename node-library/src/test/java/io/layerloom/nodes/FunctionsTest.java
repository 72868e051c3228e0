package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers without weights, by what they do to numbers that one can follow by hand. */
class FunctionsTest {

    private static final float[] ROW = {-2, -1, 0, 1, 2, 3};

    @Test
    void activationsTakeTheirNumbers() {
        assertThat(of(
                        "activation",
                        Sketch.with(ActivationLayer.ACTIVATION, Activation.LEAKY_RELU)
                                .with(ActivationLayer.LEAK, 0.5),
                        ROW))
                .containsExactly(-1, -0.5, 0, 1, 2, 3);
        assertThat(of(
                        "activation",
                        Sketch.with(ActivationLayer.ACTIVATION, Activation.THRESHOLDED_RELU)
                                .with(ActivationLayer.THRESHOLD, 1.5),
                        ROW))
                .containsExactly(0, 0, 0, 0, 2, 3);
        assertThat(of(
                        "activation",
                        Sketch.with(ActivationLayer.ACTIVATION, Activation.ELU).with(ActivationLayer.ALPHA, 2.0),
                        ROW))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(2 * Math.expm1(-2), 2 * Math.expm1(-1), 0, 1, 2, 3);
    }

    @Test
    void aRandomSlopeIsTheMeanOneWhenPredicting() {
        Values values = Sketch.with(RandomLeakyRelu.LOW, 0.25).with(RandomLeakyRelu.HIGH, 0.75);
        assertThat(of("rrelu", values, ROW)).containsExactly(-1, -0.5, 0, 1, 2, 3);
    }

    @Test
    void scaleShiftAndSubsetDoWhatTheySay() {
        assertThat(of("scale", Sketch.with(Scale.FACTOR, 2.0), ROW)).containsExactly(-4, -2, 0, 2, 4, 6);
        assertThat(of("shift", Sketch.with(Shift.AMOUNT, 1.0), ROW)).containsExactly(-1, 0, 1, 2, 3, 4);
        assertThat(of("subset", Sketch.with(Subset.FIRST, 3).with(Subset.COUNT, 2), ROW))
                .containsExactly(1, 2);
        assertThat(of("prelu", Values.EMPTY, ROW)).containsExactly(-0.5, -0.25, 0, 1, 2, 3);
    }

    @Test
    void directionsHaveLengthOne() {
        assertThat(of("l2_normalize", Values.EMPTY, 3, 0, 4))
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(0.6, 0, 0.8);
        assertThat(of("l2_normalize", Values.EMPTY, 0, 0, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void reversedTimeLeavesThePaddingAtTheEnd() {
        Sketch sketch = Sketch.empty()
                .layer(
                        "in",
                        "input",
                        Sketch.with(Input.KIND, Input.Kind.SEQUENCE)
                                .with(Input.STEPS, 4)
                                .with(Input.FEATURES, 1))
                .layer("back", "reverse_time", "in")
                .layer("flat", "flatten", "back")
                .layer("end", "output", "flat");
        ComputationGraph graph = Engine.graph(sketch.lower());
        INDArray in = Nd4j.createFromArray(new float[][][] {{{1, 2, 3, 0}}, {{5, 6, 7, 8}}});
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 0}, {1, 1, 1, 1}});
        graph.setLayerMaskArrays(new INDArray[] {mask}, null);
        assertThat(graph.feedForward(new INDArray[] {in}, false).get("back"))
                .isEqualTo(Nd4j.createFromArray(new float[][][] {{{3, 2, 1, 0}}, {{8, 7, 6, 5}}}));
        graph.clearLayerMaskArrays();
        assertThat(graph.feedForward(new INDArray[] {in}, false).get("back"))
                .isEqualTo(Nd4j.createFromArray(new float[][][] {{{0, 3, 2, 1}}, {{8, 7, 6, 5}}}));
    }

    /** When predicting, the engine computes activations in place. */
    @Test
    void anActivationLeavesToOthersWhatTheyRead() {
        Sketch sketch = Sketch.empty()
                .layer("in", "input", Sketch.with(Input.KIND, Input.Kind.VECTOR).with(Input.SIZE, 6))
                .layer("before", "dense", Sketch.with(Dense.ACTIVATION, Activation.LINEAR), "in")
                .layer("cut", "activation", Sketch.with(ActivationLayer.ACTIVATION, Activation.RELU), "before")
                .layer("beside", "dense", "before")
                .layer("both", "concatenate", "cut", "beside")
                .layer("end", "output", "both");
        ComputationGraph graph = Engine.graph(sketch.lower());
        INDArray in = Nd4j.createFromArray(new float[][] {ROW});
        assertThat(graph.output(false, in)[0]).isEqualTo(graph.output(true, in)[0]);
    }

    /** The order of tf.nn.space_to_depth and tf.nn.depth_to_space: place in the block before channel. */
    @Test
    void blocksGoIntoChannelsAndBackInTheOrderOfTensorFlow() {
        Sketch sketch = Sketch.empty()
                .layer(
                        "in",
                        "input",
                        Input.TYPE
                                .adopt()
                                .apply(Values.EMPTY, new Shape.Image(4, 6, 3))
                                .orElseThrow())
                .layer("deep", "space_to_depth", "in")
                .layer("wide", "depth_to_space", "deep")
                .layer("flat", "flatten", "wide")
                .layer("end", "output", "flat");
        INDArray in = Nd4j.arange(2 * 3 * 4 * 6).castTo(DataType.FLOAT).reshape('c', 2, 3, 4, 6);
        Map<String, INDArray> out = Engine.graph(sketch.lower()).feedForward(new INDArray[] {in.dup()}, false);
        for (int channel = 0; channel < 12; channel++) {
            int place = channel / 3;
            assertThat(Objects.requireNonNull(out.get("deep")).getFloat(1, channel, 1, 2))
                    .as("channel %d", channel)
                    .isEqualTo(in.getFloat(1, channel % 3, 2 + place / 2, 4 + place % 2));
        }
        assertThat(out.get("wide")).isEqualTo(in);
    }

    @Test
    void whatDoesNotFitNamesTheNumbersAndHasWaysOut() {
        Shape image = new Shape.Image(28, 28, 3);
        problem(
                Subset.TYPE,
                Sketch.with(Subset.FIRST, 2).with(Subset.COUNT, 4),
                image,
                "Subset asks for channels 2 to 5, but the input has 3, from 0 to 2.");
        problem(
                Reshape.TYPE,
                Sketch.with(Reshape.FORM, Reshape.Form.SEQUENCE).with(Reshape.STEPS, 28),
                image,
                "Reshape keeps the number of values, but 28×7 are 196 and the input has 2,352.");
        problem(
                PRelu.TYPE,
                Sketch.with(PRelu.SHARING, PRelu.Sharing.VALUE),
                new Shape.Sequence(9, 2),
                "A slope for each value needs examples of one size, but sequences may be shorter than 9 steps.");
        problem(
                RandomLeakyRelu.TYPE,
                Sketch.with(RandomLeakyRelu.LOW, 0.5),
                image,
                "The greatest slope must not be below the least, but is 0.3333 against 0.5.");
        Inferred merged = Subtract.TYPE.infer(Values.EMPTY, List.of(image, new Shape.Vector(3)));
        assertThat(((Inferred.Bad) merged).message())
                .isEqualTo("Subtract needs inputs of the same shape, but gets an image of 28×28×3 and a vector of 3.");
    }

    private static void problem(LayerType type, Values values, Shape in, String message) {
        Inferred.Bad bad = (Inferred.Bad) type.infer(values, List.of(in));
        assertThat(bad.message()).isEqualTo(message);
        assertThat(bad.proposals())
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(type.infer(proposal.applyTo(values), List.of(in)))
                        .as(proposal.label())
                        .isInstanceOf(Inferred.Ok.class));
    }

    /** What a layer makes of a row of numbers. */
    private static double[] of(String type, Values values, float... row) {
        Sketch sketch = Sketch.empty()
                .layer("in", "input", Sketch.with(Input.KIND, Input.Kind.VECTOR).with(Input.SIZE, row.length))
                .layer("layer", type, values, "in")
                .layer("end", "output", "layer");
        return Engine.graph(sketch.lower())
                .feedForward(new INDArray[] {Nd4j.createFromArray(new float[][] {row})}, false)
                .get("layer")
                .dup('c')
                .data()
                .asDouble();
    }
}
