package io.layerloom.engine.kit;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.EluBp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ELU;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** x above zero, alpha · (eˣ − 1) below: Clevert, Unterthiner and Hochreiter, ELU (2016). DL4J's own takes alpha for 1 on the way back. */
public final class ScaledElu extends BaseActivationFunction {

    private final double alpha;

    /**
     * An ELU.
     *
     * @param alpha how far it goes below zero
     */
    public ScaledElu(@JsonProperty("alpha") double alpha) {
        this.alpha = alpha;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return Nd4j.exec(new ELU(in, in, alpha))[0];
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray gradient) {
        assertShape(in, gradient);
        return new Pair<>(Nd4j.exec(new EluBp(in, gradient, in, alpha))[0], null);
    }

    public double getAlpha() {
        return alpha;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScaledElu that && alpha == that.alpha;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(alpha);
    }

    @Override
    public String toString() {
        return "ELU(" + alpha + ")";
    }
}
