package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Sequences from their last step to their first; the padding behind them stays where it is. */
public final class ReverseSteps extends ArrayFunction {

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return reversed(in[0], mask);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        return new INDArray[] {reversed(gradient, mask)};
    }

    /** Steps that are left out between others are so where they come to lie. */
    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask.map(steps -> reversed(steps.reshape('c', steps.size(0), 1, steps.size(1)), mask)
                .reshape('c', steps.shape()));
    }

    private static INDArray reversed(INDArray array, Optional<INDArray> mask) {
        INDArray lengths = Nd4j.create(DataType.INT, array.size(0));
        for (long row = 0; row < array.size(0); row++) {
            long example = row;
            lengths.putScalar(
                    row, mask.map(steps -> LastStep.length(steps, example)).orElse(array.size(2)));
        }
        INDArray out = array.ulike();
        Nd4j.exec(DynamicCustomOp.builder("reverse_sequence")
                .addInputs(array, lengths)
                .addIntegerArguments(2, 0)
                .addOutputs(out)
                .build());
        return out;
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return in[0];
    }

    @Override
    public String toString() {
        return "ReverseSteps()";
    }
}
