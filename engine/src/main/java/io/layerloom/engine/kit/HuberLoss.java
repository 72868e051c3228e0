package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Half the squared error where it is small, the error itself where it is large, so that outliers count less: Huber, Robust estimation of a location parameter (1964). The mean over all
 * outputs of an example.
 */
public final class HuberLoss extends ExampleLoss {

    private final double delta;

    /**
     * A loss.
     *
     * @param delta the error from which on the loss grows evenly
     */
    public HuberLoss(@JsonProperty("delta") double delta) {
        this.delta = delta;
    }

    /** With q = min(|e|, δ): q · (|e| − q ÷ 2). */
    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        INDArray error = Transforms.abs(output.sub(labels), false);
        INDArray small = Transforms.min(error, delta);
        return error.sub(small.mul(0.5)).muli(small).mean(true, 1);
    }

    /** The error, at most δ either way. */
    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        INDArray error = output.sub(labels);
        return Transforms.max(Transforms.min(error, delta), -delta).divi(labels.size(1));
    }

    public double getDelta() {
        return delta;
    }

    @Override
    public String toString() {
        return "HuberLoss(" + delta + ")";
    }
}
