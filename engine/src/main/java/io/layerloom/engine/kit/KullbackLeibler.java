package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * How much is lost if the outputs stand for the probabilities in the labels: Σ y · (log y − log p). Kullback and Leibler, On information and sufficiency (1951). DL4J's own adds a number to
 * the probabilities that its slope does not know of.
 */
public final class KullbackLeibler extends ExampleLoss {

    /** No probability counts as smaller. */
    private static final double LEAST = 1e-10;

    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        return Transforms.log(least(labels), false)
                .subi(Transforms.log(least(output), false))
                .muli(labels)
                .sum(true, 1);
    }

    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        return labels.div(least(output)).negi();
    }

    private static INDArray least(INDArray probabilities) {
        return Transforms.max(probabilities, LEAST);
    }

    @Override
    public String toString() {
        return "KullbackLeibler()";
    }
}
