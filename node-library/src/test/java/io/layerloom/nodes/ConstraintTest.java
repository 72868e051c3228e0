package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.Component;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Network;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** What constraints promise must hold after training, for the weights that lead to one unit or channel. */
class ConstraintTest {

    @Test
    void normsAreThoseOfTheWeightsIntoOneUnit() {
        assertThat(norms(trained("dense", Constraint.MAX_NORM), 0)).allMatch(norm -> norm <= 0.5 + 1e-4);
        assertThat(norms(trained("dense", Constraint.MIN_MAX_NORM), 0))
                .allMatch(norm -> norm >= 0.4 - 1e-4 && norm <= 0.5 + 1e-4);
        assertThat(norms(trained("dense", Constraint.UNIT_NORM), 0))
                .allSatisfy(norm -> assertThat(norm).isCloseTo(1, within(1e-4)));
    }

    @Test
    void normsAreThoseOfTheKernelOfOneChannel() {
        assertThat(norms(trained("conv2d", Constraint.MAX_NORM), 1, 2, 3)).allMatch(norm -> norm <= 0.5 + 1e-4);
        assertThat(norms(trained("conv2d", Constraint.UNIT_NORM), 1, 2, 3))
                .allSatisfy(norm -> assertThat(norm).isCloseTo(1, within(1e-4)));
    }

    @Test
    void spectralNormsAreThoseOfAllWeightsAsAMatrix() {
        assertThat(spectralNorm(trained("dense", Constraint.SPECTRAL_NORM), 0)).isCloseTo(0.5, within(2e-3));
        assertThat(spectralNorm(trained("conv2d", Constraint.SPECTRAL_NORM), 1, 2, 3))
                .isCloseTo(0.5, within(2e-3));
    }

    /** By the singular values that another library computes. */
    private static double spectralNorm(INDArray weights, int... inner) {
        INDArray rows = inner.length == 1 ? weights.transpose() : weights.reshape('c', weights.size(0), -1);
        return new SingularValueDecomposition(new Array2DRowRealMatrix(rows.toDoubleMatrix())).getNorm();
    }

    @Test
    void weightsMayBeKeptFromBecomingNegative() {
        assertThat(trained("dense", Constraint.NON_NEGATIVE).minNumber().doubleValue())
                .isNotNegative();
    }

    @Test
    void normsThatNoWeightsCanKeepAreRefused() {
        Values values = Sketch.with(Constraint.KIND, Constraint.MIN_MAX_NORM)
                .with(Constraint.LEAST, 4.0)
                .with(Constraint.MOST, 2.0);
        Inferred.Bad bad = (Inferred.Bad) Dense.TYPE.infer(values, List.of(new Shape.Vector(3)));
        assertThat(bad.message()).isEqualTo("The least norm must not be above the greatest, but is 4.0 against 2.0.");
        assertThat(bad.proposals())
                .hasSize(2)
                .allSatisfy(
                        proposal -> assertThat(Dense.TYPE.infer(proposal.applyTo(values), List.of(new Shape.Vector(3))))
                                .isInstanceOf(Inferred.Ok.class));
    }

    /** The weights of a layer after a few large steps. */
    private static INDArray trained(String type, Constraint constraint) {
        Values values = Sketch.with(Constraint.KIND, constraint)
                .with(Constraint.LEAST, 0.4)
                .with(Constraint.MOST, 0.5)
                .with(Dense.UNITS, 6)
                .with(Conv2d.FILTERS, 6);
        Sketch sketch =
                Sketch.empty().layer("in", "input", Sketch.with(Input.HEIGHT, 5).with(Input.WIDTH, 5));
        sketch = type.equals("dense")
                ? sketch.layer("flat", "flatten", "in")
                        .layer("layer", type, values, "flat")
                        .layer("end", "output", "layer")
                : sketch.layer("layer", type, values, "in")
                        .layer("flat", "flatten", "layer")
                        .layer("end", "output", "flat");
        Values rate = Sketch.with(Rates.LEARNING_RATE, 0.1);
        Network network = sketch.plan(TrainingPlan.INITIAL.withOptimizer(new Component("sgd", rate)))
                .lower();
        ComputationGraph graph = Engine.graph(network);
        for (int step = 0; step < 3; step++) {
            graph.fit(
                    new MultiDataSet(Engine.features(network, DataType.FLOAT), Engine.labels(network, DataType.FLOAT)));
        }
        return graph.getParam("layer_W");
    }

    private static List<Double> norms(INDArray weights, int... axes) {
        return java.util.Arrays.stream(weights.norm2(axes).data().asDouble())
                .boxed()
                .toList();
    }
}
