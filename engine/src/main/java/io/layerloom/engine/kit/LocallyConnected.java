package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A convolution over images or sequences whose kernels are not shared: every place of the window has weights and biases of its own. LeCun, Generalization and network design strategies
 * (1989); Taigman, Yang, Ranzato, Wolf, DeepFace (2014). Only whole windows count. A sequence is computed as an image of one column. DL4J's own layers double their gradients.
 */
public final class LocallyConnected extends LearningFunction {

    private static final String WEIGHTS = "W";
    private static final String BIAS = "b";

    @JsonProperty
    private int filters = 1;

    @JsonProperty
    private int[] kernel = {1, 1};

    @JsonProperty
    private int[] stride = {1, 1};

    @JsonProperty
    private boolean hasBias = true;

    /** Height and width of what comes in; steps and 1 of a sequence. */
    @JsonProperty
    private int[] size = {1, 1};

    /** For JSON. */
    public LocallyConnected() {}

    /**
     * A layer of so many filters at each place.
     *
     * @param kernelHeight the rows of a window
     * @param kernelWidth its columns
     * @param down how far it moves from row to row
     * @param across how far it moves from column to column
     */
    public LocallyConnected(int filters, int kernelHeight, int kernelWidth, int down, int across) {
        this.filters = filters;
        this.kernel = new int[] {kernelHeight, kernelWidth};
        this.stride = new int[] {down, across};
    }

    /**
     * A layer over sequences, of so many filters at each place.
     *
     * @param kernel the steps of a window
     * @param stride how far it moves from step to step
     */
    public LocallyConnected(int filters, int kernel, int stride) {
        this(filters, kernel, 1, stride, 1);
    }

    /** The same layer with this activation function. */
    public LocallyConnected activation(Activation function) {
        return activation(function.getActivationFunction());
    }

    /** The same layer with this activation function. */
    public LocallyConnected activation(IActivation function) {
        setActivationFn(function);
        return this;
    }

    /** The same layer with biases or without. */
    public LocallyConnected hasBias(boolean learned) {
        hasBias = learned;
        return this;
    }

    /** The same layer with biases that begin with a value. */
    public LocallyConnected biasInit(double value) {
        setBiasInit(value);
        return this;
    }

    @Override
    public void setNIn(InputType in, boolean override) {
        super.setNIn(in, override);
        long[] sizes = Sizes.of(in);
        size = new int[] {Math.toIntExact(sizes[1]), sizes.length > 2 ? Math.toIntExact(sizes[2]) : 1};
        setNOut(filters);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType in) {
        long[] sizes = Sizes.of(in);
        int down = places((int) sizes[1], 0);
        return sizes.length > 2 ? Sizes.type(filters, down, places((int) sizes[2], 1)) : Sizes.type(filters, down);
    }

    /** A place counts if any step of its window does. */
    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask.map(steps -> {
            INDArray images = steps.reshape('c', steps.size(0), 1, steps.size(1), 1);
            INDArray places = pixels(images, 0, 0).dup('c');
            for (int row = 1; row < kernel[0]; row++) {
                Transforms.max(places, pixels(images, row, 0), false);
            }
            return places.reshape('c', steps.size(0), places.size(2));
        });
    }

    private int places(int side, int axis) {
        return (side - kernel[axis]) / stride[axis] + 1;
    }

    private int places() {
        return places(size[0], 0) * places(size[1], 1);
    }

    private long window() {
        return getNIn() * kernel[0] * kernel[1];
    }

    @Override
    public List<LearnedArray> learned() {
        List<Long> shape = List.of(window(), (long) filters, (long) places());
        LearnedArray weights = new LearnedArray(WEIGHTS, shape, List.of(getWeightInitFn()), 0);
        return hasBias
                ? List.of(weights, LearnedArray.row(BIAS, (long) filters * places(), biases()))
                : List.of(weights);
    }

    /** What each bias is before training; DL4J says that nothing was set by no number. */
    private double biases() {
        return Double.isNaN(getBiasInit()) ? 0 : getBiasInit();
    }

    @Override
    protected INDArray apply(INDArray in, Map<String, INDArray> learned) {
        INDArray result = getActivationFn().getActivation(sums(windows(in), learned), true);
        return in.rank() == 3 ? result.reshape('c', in.size(0), filters, places()) : result;
    }

    @Override
    protected INDArray back(
            INDArray in, Map<String, INDArray> learned, INDArray gradient, Map<String, INDArray> slopes) {
        INDArray windows = windows(in);
        INDArray sums = sums(windows, learned);
        INDArray ofSums = getActivationFn()
                .backprop(sums, gradient.dup('c').reshape('c', sums.shape()))
                .getFirst();
        // [place, example, filter]
        INDArray ofPlaces = ofSums.reshape('c', in.size(0), filters, places())
                .permute(2, 0, 1)
                .dup('c');
        get(slopes, WEIGHTS)
                .assign(Nd4j.matmul(windows.permute(0, 2, 1).dup('c'), ofPlaces).permute(1, 2, 0));
        if (hasBias) {
            get(slopes, BIAS).assign(ofSums.sum(0).reshape('c', 1, (long) filters * places()));
        }
        INDArray ofWindows =
                Nd4j.matmul(ofPlaces, weights(learned).permute(0, 2, 1).dup('c'));
        return ontoImage(ofWindows).reshape('c', in.shape());
    }

    /** The weighted sums, [example, filter, row, column]. */
    private INDArray sums(INDArray windows, Map<String, INDArray> learned) {
        long examples = windows.size(1);
        INDArray sums = Nd4j.matmul(windows, weights(learned)).permute(1, 2, 0).dup('c');
        if (hasBias) {
            sums.reshape('c', examples, (long) filters * places()).addiRowVector(get(learned, BIAS));
        }
        return sums.reshape('c', examples, filters, places(size[0], 0), places(size[1], 1));
    }

    /** The weights as [place, number of the window, filter]. */
    private INDArray weights(Map<String, INDArray> learned) {
        return get(learned, WEIGHTS).permute(2, 0, 1).dup('c');
    }

    /** What each place of the window sees, [place, example, number of the window]. */
    private INDArray windows(INDArray in) {
        INDArray images = in.rank() == 3 ? in.dup('c').reshape('c', in.size(0), in.size(1), in.size(2), 1) : in;
        INDArray windows = Nd4j.createUninitialized(in.dataType(), folded(in.size(0)), 'c');
        for (int row = 0; row < kernel[0]; row++) {
            for (int column = 0; column < kernel[1]; column++) {
                tap(windows, row, column).assign(pixels(images, row, column));
            }
        }
        return windows.reshape('c', places(), in.size(0), window());
    }

    /** What goes back to each place of the window, added up where windows share pixels. */
    private INDArray ontoImage(INDArray ofWindows) {
        long examples = ofWindows.size(1);
        INDArray windows = ofWindows.dup('c').reshape('c', folded(examples));
        INDArray image = Nd4j.create(windows.dataType(), new long[] {examples, getNIn(), size[0], size[1]}, 'c');
        for (int row = 0; row < kernel[0]; row++) {
            for (int column = 0; column < kernel[1]; column++) {
                pixels(image, row, column).addi(tap(windows, row, column));
            }
        }
        return image;
    }

    private long[] folded(long examples) {
        return new long[] {places(size[0], 0), places(size[1], 1), examples, getNIn(), kernel[0], kernel[1]};
    }

    /** One pixel of the window at all its places, as [example, channel, row, column]. */
    private static INDArray tap(INDArray windows, int row, int column) {
        return windows.get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.point(row),
                        NDArrayIndex.point(column))
                .permute(2, 3, 0, 1);
    }

    /** The pixels of images that lie there. */
    private INDArray pixels(INDArray images, int row, int column) {
        return images.get(NDArrayIndex.all(), NDArrayIndex.all(), along(0, row), along(1, column));
    }

    private INDArrayIndex along(int axis, int first) {
        int places = places(size[axis], axis);
        // ND4J takes one place too many if a stride leads beyond the only one.
        int step = places == 1 ? 1 : stride[axis];
        return NDArrayIndex.interval(first, step, first + (places - 1) * step + 1);
    }

    private static INDArray get(Map<String, INDArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof LocallyConnected that
                && filters == that.filters
                && hasBias == that.hasBias
                && Arrays.equals(kernel, that.kernel)
                && Arrays.equals(stride, that.stride)
                && Arrays.equals(size, that.size);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                super.hashCode(),
                filters,
                hasBias,
                Arrays.hashCode(kernel),
                Arrays.hashCode(stride),
                Arrays.hashCode(size));
    }
}
