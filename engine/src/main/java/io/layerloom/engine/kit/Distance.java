package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** How far two vectors are apart: √(Σ (a − b)² + ε). */
public final class Distance extends ArrayFunction {

    private final double epsilon;

    /**
     * A distance.
     *
     * @param epsilon what is added under the root, which has no slope at zero
     */
    public Distance(@JsonProperty("epsilon") double epsilon) {
        this.epsilon = epsilon;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        INDArray between = in[0].sub(in[1]);
        return Transforms.sqrt(between.muli(between.dup()).sum(true, 1).addi(epsilon), false);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray away = in[0].sub(in[1]).muli(gradient.div(apply(in, mask)));
        return new INDArray[] {away, away.neg()};
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {1};
    }

    public double getEpsilon() {
        return epsilon;
    }

    @Override
    public String toString() {
        return "Distance(" + epsilon + ")";
    }
}
