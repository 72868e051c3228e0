package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The same values in another form: read and filled row by row, the last dimension fastest, channels and features before places and steps. */
public final class Reshape extends ArrayFunction implements Passage.Through {

    private final long[] sizes;

    /**
     * A form.
     *
     * @param sizes of one example: [values], [features, steps], [channels, height, width] or [channels, depth, height, width]
     */
    public Reshape(@JsonProperty("sizes") long... sizes) {
        this.sizes = sizes.clone();
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        return in[0].reshape('c', Sizes.batch(in[0].size(0), sizes));
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        return new INDArray[] {gradient.reshape('c', in[0].shape())};
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return sizes.clone();
    }

    /** Padding is known only where steps stay steps. */
    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask.filter(steps -> sizes.length == 2 && steps.size(1) == sizes[1]);
    }

    @Override
    public long[] shapeBehind() {
        return sizes.clone();
    }

    public long[] getSizes() {
        return sizes.clone();
    }

    @Override
    public String toString() {
        return "Reshape" + Arrays.toString(sizes);
    }
}
