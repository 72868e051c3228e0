package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What the strengths of the classes lack to their margins, by the square: that of a class that is there should be at least 0.9, that of any other at most 0.1, and the others count half, so that
 * training does not begin with all strengths shrinking. Summed over the classes. Labels are 0 and 1. Sabour, Frosst, Hinton, Dynamic routing between capsules (2017), equation 4.
 */
public final class MarginLoss extends ExampleLoss {

    private static final double THERE = 0.9;
    private static final double ABSENT = 0.1;
    private static final double OF_ABSENT = 0.5;

    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        INDArray lacking = lacking(output);
        INDArray excess = excess(output);
        return lacking.muli(lacking.dup())
                .muli(labels)
                .addi(excess.muli(excess.dup()).muli(labels.rsub(1)).muli(OF_ABSENT))
                .sum(true, 1);
    }

    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        return lacking(output)
                .muli(labels)
                .muli(-2)
                .addi(excess(output).muli(labels.rsub(1)).muli(2 * OF_ABSENT));
    }

    private static INDArray lacking(INDArray output) {
        return Transforms.max(output.rsub(THERE), 0);
    }

    private static INDArray excess(INDArray output) {
        return Transforms.max(output.sub(ABSENT), 0);
    }

    @Override
    public String toString() {
        return "MarginLoss()";
    }
}
