package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients where a layer may change in place what another one still needs. */
class GradientsTest {

    private static final Values DROPPED = Sketch.with(Dropout.RATE, 0.5);

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SIGMOID", "RELU", "GELU"})
    void ofADenseLayerAtEachStepWithDropoutBehind(Activation activation) {
        Values dense = Sketch.with(StepDense.UNITS, 5).with(StepDense.ACTIVATION, activation);
        Sketch sketch = entered(new Shape.Sequence(4, 3))
                .layer("before", "simple_rnn", Sketch.with(Recurrent.UNITS, 4), "in")
                .layer("dense", "step_dense", dense, "before")
                .layer("dropped", "dropout", DROPPED, "dense")
                .layer("flat", "flatten", "dropped");
        assertThat(GradientCheck.faults(ended(sketch, "flat").lower())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step_dense", "layer_norm", "self_attention", "transformer_encoder", "gru", "conv1d"})
    void ofALayerBesideADropoutOnTheSameSequence(String beside) {
        Sketch sketch = entered(new Shape.Sequence(4, 3))
                .layer("before", "simple_rnn", Sketch.with(Recurrent.UNITS, 4), "in")
                .layer("beside", beside, "before")
                .layer("flatBeside", "flatten", "beside")
                .layer("dropped", "dropout", DROPPED, "before")
                .layer("flat", "flatten", "dropped")
                .layer("both", "concatenate", "flatBeside", "flat");
        assertThat(GradientCheck.faults(ended(sketch, "both").lower())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense", "layer_norm", "batch_norm"})
    void ofALayerBesideADropoutOnTheSameVector(String beside) {
        Sketch sketch = entered(new Shape.Vector(6))
                .layer("before", "dense", Sketch.with(Dense.UNITS, 6), "in")
                .layer("beside", beside, "before")
                .layer("dropped", "dropout", DROPPED, "before")
                .layer("both", "concatenate", "beside", "dropped");
        assertThat(GradientCheck.faults(ended(sketch, "both").lower())).isEmpty();
    }

    private static Sketch entered(Shape shape) {
        return Sketch.empty()
                .layer(
                        "in",
                        "input",
                        Input.TYPE.adopt().apply(Values.EMPTY, shape).orElseThrow());
    }

    private static Sketch ended(Sketch sketch, String last) {
        return sketch.layer("end", "output", Sketch.with(Output.UNITS, 3), last);
    }
}
