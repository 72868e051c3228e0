package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * First weights that somebody has typed. The numbers go from the first unit (filter) to the last; within one from channel to channel; within a channel row by row. One number goes
 * everywhere, one kernel to every unit and channel, and one for each unit to all of its channels.
 */
public final class TypedWeights implements IWeightInit {

    private static final long serialVersionUID = 1;

    /** How a layer of DL4J lays its weights out. */
    public enum Layout {
        /** [inputs, units], as a dense layer. */
        DENSE,
        /** [filters, channels, kernel…], as a convolution. */
        CONVOLUTION,
        /** As the same, but computed with as [kernel, channels, filters], which is what DL4J makes of the weights of a convolution along a sequence. */
        SEQUENCE,
        /** [channels, filters, kernel…], as a transposed convolution. */
        TRANSPOSED,
        /** [height, width, channels, kernels for each], as a depthwise convolution. */
        DEPTHWISE
    }

    private final Layout layout;
    private final List<String> rows;

    /**
     * The weights of a layer.
     *
     * @param rows numbers that blanks part
     */
    public TypedWeights(Layout layout, String... rows) {
        this(layout, Arrays.asList(rows));
    }

    /** The same; as DL4J reads it from a configuration. */
    public TypedWeights(@JsonProperty("layout") Layout layout, @JsonProperty("rows") List<String> rows) {
        this.layout = layout;
        this.rows = new ArrayList<>(rows);
    }

    public Layout getLayout() {
        return layout;
    }

    public List<String> getRows() {
        return new ArrayList<>(rows);
    }

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        float[] numbers = numbers();
        int[] sizes = sizes(shape);
        int units = sizes[0];
        int channels = sizes[1];
        int kernel = sizes[2];
        float[] weights = new float[units * channels * kernel];
        for (int unit = 0; unit < units; unit++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int at = 0; at < kernel; at++) {
                    weights[place(unit, channel, at, sizes)] = numbers[given(numbers.length, unit, channel, at, sizes)];
                }
            }
        }
        INDArray array = paramView.reshape(order, shape);
        array.assign(Nd4j.create(weights, shape, 'c').castTo(paramView.dataType()));
        return array;
    }

    /** Units, channels, and numbers of a kernel. */
    private int[] sizes(long[] shape) {
        int area = 1;
        for (int axis = 2; axis < shape.length; axis++) {
            area *= (int) shape[axis];
        }
        return switch (layout) {
            case DENSE -> new int[] {(int) shape[1], 1, (int) shape[0]};
            case CONVOLUTION, SEQUENCE -> new int[] {(int) shape[0], (int) shape[1], area};
            case TRANSPOSED -> new int[] {(int) shape[1], (int) shape[0], area};
            case DEPTHWISE -> new int[] {area, 1, (int) (shape[0] * shape[1])};
        };
    }

    /** Where a weight lies in DL4J's array, with the last axis the fastest. */
    private int place(int unit, int channel, int at, int[] sizes) {
        return switch (layout) {
            case DENSE, DEPTHWISE -> at * sizes[0] + unit;
            case CONVOLUTION -> (unit * sizes[1] + channel) * sizes[2] + at;
            case SEQUENCE -> (at * sizes[1] + channel) * sizes[0] + unit;
            case TRANSPOSED -> (channel * sizes[0] + unit) * sizes[2] + at;
        };
    }

    /** Which of the typed numbers a weight is. */
    private int given(int count, int unit, int channel, int at, int[] sizes) {
        int kernel = sizes[2];
        if (count == 1) {
            return 0;
        }
        if (count == kernel) {
            return at;
        }
        if (count == sizes[0] * kernel) {
            return unit * kernel + at;
        }
        if (count == sizes[0] * sizes[1] * kernel) {
            return (unit * sizes[1] + channel) * kernel + at;
        }
        throw new IllegalArgumentException("%,d units with %,d channels and kernels of %,d cannot take %,d numbers."
                .formatted(sizes[0], sizes[1], kernel, count));
    }

    private float[] numbers() {
        String[] parts = String.join(" ", rows).trim().split("\\s+");
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = (float) Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedWeights that && layout == that.layout && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * layout.hashCode() + rows.hashCode();
    }
}
