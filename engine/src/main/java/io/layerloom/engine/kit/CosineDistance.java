package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One less the cosine of the angle between outputs and labels: 0 where they point the same way, 2 where they are opposed. Lengths do not count. */
public final class CosineDistance extends ExampleLoss {

    private static final double SHORTEST = 1e-8;

    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        return cosine(labels, output).rsubi(1);
    }

    /** With unit vectors u of the labels and v of the output: (cos · v − u) ÷ |output|. */
    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        INDArray length = length(output);
        INDArray along = output.div(length).muli(cosine(labels, output));
        return along.subi(labels.div(length(labels))).divi(length);
    }

    private static INDArray cosine(INDArray labels, INDArray output) {
        return labels.mul(output).sum(true, 1).divi(length(labels).muli(length(output)));
    }

    private static INDArray length(INDArray rows) {
        return Transforms.max(rows.norm2(true, 1), SHORTEST);
    }

    @Override
    public String toString() {
        return "CosineDistance()";
    }
}
