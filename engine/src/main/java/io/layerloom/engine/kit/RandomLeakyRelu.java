package io.layerloom.engine.kit;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * x above zero, a random fraction of x below, drawn anew for each value while training and the mean fraction otherwise: Xu, Wang, Chen and Li, Empirical evaluation of rectified
 * activations in convolutional network (2015). DL4J's own gives a constant below zero, and a slope of 1 on the way back.
 */
public final class RandomLeakyRelu extends BaseActivationFunction {

    private final double low;
    private final double high;
    private transient INDArray slopes = Nd4j.empty();

    /**
     * A function.
     *
     * @param low the least slope below zero
     * @param high the greatest
     */
    public RandomLeakyRelu(@JsonProperty("low") double low, @JsonProperty("high") double high) {
        this.low = low;
        this.high = high;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        if (!training) {
            return in.muli(slope(in, (low + high) / 2));
        }
        // The slopes must last until the way back, beyond the workspace of this layer.
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            INDArray drawn = Nd4j.rand(Nd4j.getRandom(), in.shape()).castTo(in.dataType());
            INDArray below = in.lte(0).castTo(in.dataType());
            slopes = below.mul(drawn.muli(high - low).addi(low)).addi(below.rsub(1));
        }
        return in.muli(slopes);
    }

    private static INDArray slope(INDArray in, double below) {
        return in.lte(0).castTo(in.dataType()).muli(below - 1).addi(1);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray gradient) {
        assertShape(in, gradient);
        return new Pair<>(in.assign(gradient.mul(slopes)), null);
    }

    public double getLow() {
        return low;
    }

    public double getHigh() {
        return high;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RandomLeakyRelu that && low == that.low && high == that.high;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(low) + Double.hashCode(high);
    }

    @Override
    public String toString() {
        return "random leaky ReLU(%s, %s)".formatted(low, high);
    }
}
