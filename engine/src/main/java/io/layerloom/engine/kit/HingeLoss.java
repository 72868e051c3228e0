package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How much the scores of the classes lack to a margin: the right one should be above 1, all others below −1. This is the soft margin of Cortes and Vapnik, Support-vector networks (1995),
 * for each class against all others, as Rifkin and Klautau, In defense of one-vs-all classification (2004), recommend. Labels are 0 and 1; the mean over all classes.
 */
public final class HingeLoss extends ExampleLoss {

    private final boolean squared;

    /**
     * A loss.
     *
     * @param squared whether what lacks counts by its square, which is smooth
     */
    public HingeLoss(@JsonProperty("squared") boolean squared) {
        this.squared = squared;
    }

    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        INDArray lacking = lacking(labels, output);
        return (squared ? lacking.muli(lacking.dup()) : lacking).mean(true, 1);
    }

    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        INDArray lacking = lacking(labels, output);
        INDArray strength = squared ? lacking.muli(2) : lacking.gt(0).castTo(output.dataType());
        return strength.muli(signs(labels)).divi(-labels.size(1));
    }

    private static INDArray lacking(INDArray labels, INDArray output) {
        return Transforms.max(signs(labels).muli(output).rsubi(1), 0);
    }

    private static INDArray signs(INDArray labels) {
        return labels.mul(2).subi(1);
    }

    public boolean isSquared() {
        return squared;
    }

    @Override
    public String toString() {
        return "HingeLoss(" + squared + ")";
    }
}
