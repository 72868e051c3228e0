package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The logarithm of the hyperbolic cosine of the error, smooth everywhere: half its square near zero, its amount less log 2 far away. The mean over all outputs of an example. */
public final class LogCoshLoss extends ExampleLoss {

    /** log cosh e = |e| + log(1 + exp(−2|e|)) − log 2, which no error makes overflow. */
    @Override
    protected INDArray losses(INDArray labels, INDArray output) {
        INDArray error = Transforms.abs(output.sub(labels), false);
        INDArray rest = Transforms.log(Transforms.exp(error.mul(-2), false).addi(1), false);
        return error.addi(rest).subi(Math.log(2)).mean(true, 1);
    }

    @Override
    protected INDArray slopes(INDArray labels, INDArray output) {
        return Transforms.tanh(output.sub(labels), false).divi(labels.size(1));
    }

    @Override
    public String toString() {
        return "LogCoshLoss()";
    }
}
