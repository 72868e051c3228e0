package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy in which examples that are right anyway count little: −(1 − p)^γ · log p, with p the probability of what is true. Lin, Goyal, Girshick, He and Dollár, Focal loss for dense
 * object detection (2017). For one-hot labels behind softmax, or one column of 0 and 1 behind sigmoid.
 */
public final class FocalLoss extends ExampleLoss {

    /** No probability counts as nearer to 0 or 1. */
    private static final double LEAST = 1e-7;

    private final double gamma;

    /**
     * A loss.
     *
     * @param gamma how much less the easy examples count; 0 is cross-entropy
     */
    public FocalLoss(@JsonProperty("gamma") double gamma) {
        this.gamma = gamma;
    }

    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        INDArray p = ofTruth(labels, output);
        return Transforms.pow(p.rsub(1), gamma, false)
                .muli(Transforms.log(p, true))
                .negi();
    }

    /** γ · (1 − p)^(γ−1) · log p − (1 − p)^γ ÷ p, and p grows with the output of what is true. */
    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        INDArray p = ofTruth(labels, output);
        INDArray rest = p.rsub(1);
        INDArray slope = Transforms.pow(rest, gamma - 1, true)
                .muli(gamma)
                .muli(Transforms.log(p, true))
                .subi(Transforms.pow(rest, gamma, true).divi(p));
        return isYesOrNo(labels) ? slope.muli(labels.mul(2).subi(1)) : labels.mul(slope);
    }

    private static INDArray ofTruth(INDArray labels, INDArray output) {
        INDArray p = isYesOrNo(labels)
                ? labels.mul(output).addi(labels.rsub(1).muli(output.rsub(1)))
                : labels.mul(output).sum(true, 1);
        return Transforms.max(Transforms.min(p, 1 - LEAST), LEAST);
    }

    private static boolean isYesOrNo(INDArray labels) {
        return labels.size(1) == 1;
    }

    public double getGamma() {
        return gamma;
    }

    @Override
    public String toString() {
        return "FocalLoss(" + gamma + ")";
    }
}
