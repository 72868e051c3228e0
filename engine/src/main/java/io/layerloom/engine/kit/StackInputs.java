package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Several mini-batches of one shape behind each other as one, so that the layers behind see all of them with the same weights; {@link UnstackInput} takes each out again. DL4J's own vertices for this
 * know neither volumes nor the ids of texts.
 *
 * <p>Source: Bromley, Guyon, LeCun, Säckinger, Shah, Signature verification using a "Siamese" time delay neural network (1993).
 */
public final class StackInputs extends ArrayFunction {

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return Nd4j.concat(0, in);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        INDArray[] parts = new INDArray[in.length];
        long rows = in[0].size(0);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = gradient.get(NDArrayIndex.interval(i * rows, (i + 1) * rows));
        }
        return parts;
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return in[0];
    }

    /** Where only some of the inputs are padded, all steps of the others count. */
    @Override
    protected Optional<INDArray> maskForAll(List<Optional<INDArray>> masks) {
        return masks.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(any -> Nd4j.concat(
                        0,
                        masks.stream()
                                .map(mask -> mask.orElseGet(() -> Nd4j.onesLike(any)))
                                .toArray(INDArray[]::new)));
    }

    @Override
    public String toString() {
        return "StackInputs()";
    }
}
