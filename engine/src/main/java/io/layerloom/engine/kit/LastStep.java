package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The last step of each sequence that is not padding. DL4J's own looks at the padding of the data, which is of another length behind a convolution or pooling of sequences. */
public final class LastStep extends ArrayFunction implements Kernel.Source {

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        INDArray out = Nd4j.create(in[0].dataType(), in[0].size(0), in[0].size(1));
        for (long row = 0; row < in[0].size(0); row++) {
            out.putRow(row, step(in[0], row, mask));
        }
        return out;
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray out = Nd4j.zeros(in[0].dataType(), in[0].shape());
        for (long row = 0; row < in[0].size(0); row++) {
            step(out, row, mask).assign(gradient.getRow(row));
        }
        return new INDArray[] {out};
    }

    /** A window on the last step of one example. */
    private static INDArray step(INDArray array, long row, Optional<INDArray> mask) {
        long last = mask.map(steps -> length(steps, row)).orElse(array.size(2)) - 1;
        return array.get(NDArrayIndex.point(row), NDArrayIndex.all(), NDArrayIndex.point(Math.max(0, last)));
    }

    /** How many steps of an example there are up to the last one that is not padding; those that {@link MaskedSteps} leaves out may lie between. */
    static long length(INDArray mask, long row) {
        long length = mask.size(1);
        while (length > 0 && mask.getDouble(row, length - 1) == 0) {
            length--;
        }
        return length;
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {in[0][0]};
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return LastStepKernel.at(site);
    }

    /** A vector has no steps. */
    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "LastStep()";
    }
}
