package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Channels laid out as blocks of pixels: Shi et al., Real-time single image and video super-resolution using an efficient sub-pixel convolutional neural network (2016). The order of the
 * channels is that of {@code depth_to_space} in TensorFlow and Keras, so that it undoes DL4J's {@code SpaceToDepthLayer}; PyTorch's {@code PixelShuffle} has another.
 */
public final class DepthToSpace extends ArrayFunction {

    private final int block;

    /**
     * A layout.
     *
     * @param block height and width of the blocks; channels must be a multiple of its square
     */
    public DepthToSpace(@JsonProperty("block") int block) {
        this.block = block;
    }

    /** Channel (i · block + j) · channels + c, of so many channels that go out, gives the pixel in row i and column j of each block of channel c. */
    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        long[] shape = in[0].shape();
        long channels = shape[1] / block / block;
        return in[0].dup('c')
                .reshape('c', shape[0], block, block, channels, shape[2], shape[3])
                .permute(0, 3, 4, 1, 5, 2)
                .dup('c')
                .reshape('c', shape[0], channels, shape[2] * block, shape[3] * block);
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        long[] shape = in[0].shape();
        INDArray blocks = gradient.dup('c')
                .reshape('c', shape[0], shape[1] / block / block, shape[2], block, shape[3], block)
                .permute(0, 3, 5, 1, 2, 4)
                .dup('c');
        return new INDArray[] {blocks.reshape('c', shape)};
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {in[0][0] / block / block, in[0][1] * block, in[0][2] * block};
    }

    public int getBlock() {
        return block;
    }

    @Override
    public String toString() {
        return "DepthToSpace(" + block + ")";
    }
}
