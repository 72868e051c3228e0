package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How little outputs and labels overlap: 1 − (2 · Σ y·p + 1) ÷ (Σ y + Σ p + 1) for each example. Sudre, Li, Vercauteren, Ourselin and Cardoso, Generalised Dice overlap as a deep
 * learning loss function (2017).
 */
public final class DiceLoss extends ExampleLoss {

    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        return overlap(labels, output).divi(all(labels, output)).rsubi(1);
    }

    /** With the overlap o and the sum s: (o − 2 · y · s) ÷ s². */
    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        INDArray all = all(labels, output);
        INDArray slope = labels.mul(all).muli(-2).addi(overlap(labels, output).broadcast(labels.shape()));
        return slope.divi(all.mul(all));
    }

    private static INDArray overlap(INDArray labels, INDArray output) {
        return labels.mul(output).sum(true, 1).muli(2).addi(1);
    }

    private static INDArray all(INDArray labels, INDArray output) {
        return labels.add(output).sum(true, 1).addi(1);
    }

    @Override
    public String toString() {
        return "DiceLoss()";
    }
}
