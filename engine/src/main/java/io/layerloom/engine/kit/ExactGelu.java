package io.layerloom.engine.kit;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * x · Φ(x), with Φ the normal distribution: Hendrycks and Gimpel, Gaussian error linear units (2016). DL4J has two approximations, of which the one that it calls precise is the less
 * precise.
 */
public final class ExactGelu extends BaseActivationFunction {

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(distribution(in));
    }

    /** Φ(x) + x · φ(x). */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray gradient) {
        assertShape(in, gradient);
        INDArray density = Transforms.exp(in.mul(in).muli(-0.5), false).muli(1 / Math.sqrt(2 * Math.PI));
        INDArray slope = distribution(in).addi(density.muli(in));
        return new Pair<>(in.assign(slope.muli(gradient)), null);
    }

    private static INDArray distribution(INDArray in) {
        INDArray scaled = in.mul(Math.sqrt(0.5));
        return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactGelu;
    }

    @Override
    public int hashCode() {
        return ExactGelu.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "exact GELU";
    }
}
