package io.layerloom.engine.kit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Numbers that somebody has typed for one array of a layer. They go from the first unit (filter, token) to the last; within one from channel to channel; within a channel row by row. One
 * number goes everywhere, one row or kernel to every unit and channel, and one for each unit to all of its channels.
 */
public final class TypedArray implements Serializable {

    private static final long serialVersionUID = 1;

    /** How DL4J, or a layer of our own, lays an array out. */
    public enum Layout {
        /** [inputs, units], as a dense layer. */
        DENSE,
        /** The same at each of several places, [inputs, units, places], with the units of a place one after the other. */
        PLACES,
        /** [tokens, numbers], as an embedding. */
        ROWS,
        /** One number after the other, as a bias. */
        LINE,
        /** [filters, channels, kernel…], as a convolution. */
        CONVOLUTION,
        /** As the same, but computed with as [kernel, channels, filters], which is what DL4J makes of the weights of a convolution along a sequence. */
        SEQUENCE,
        /** [channels, filters, kernel…], as a transposed convolution. */
        TRANSPOSED,
        /** [height, width, channels, kernels for each], as a depthwise convolution. */
        DEPTHWISE
    }

    private final String name;
    private final Layout layout;
    private final List<String> rows;

    /**
     * The numbers of an array.
     *
     * @param name by which DL4J knows it within the layer
     * @param rows numbers that blanks part
     */
    public TypedArray(String name, Layout layout, String... rows) {
        this(name, layout, Arrays.asList(rows));
    }

    /** The same; as DL4J reads it from a configuration. */
    public TypedArray(
            @JsonProperty("name") String name,
            @JsonProperty("layout") Layout layout,
            @JsonProperty("rows") List<String> rows) {
        this.name = name;
        this.layout = layout;
        this.rows = new ArrayList<>(rows);
    }

    public String getName() {
        return name;
    }

    public Layout getLayout() {
        return layout;
    }

    public List<String> getRows() {
        return new ArrayList<>(rows);
    }

    /** Writes them over whatever is there. */
    void into(INDArray array) {
        float[] numbers = numbers();
        long[] shape = array.shape();
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
        array.assign(Nd4j.create(weights, shape, 'c').castTo(array.dataType()));
    }

    /** Units, channels, and numbers of a kernel; places come last where there are several. */
    private int[] sizes(long[] shape) {
        int behind = 1;
        for (int axis = 2; axis < shape.length; axis++) {
            behind *= (int) shape[axis];
        }
        int first = (int) shape[0];
        int second = shape.length > 1 ? (int) shape[1] : 1;
        return switch (layout) {
            case DENSE -> new int[] {second, 1, first};
            case PLACES -> new int[] {second * behind, 1, first, second};
            case ROWS -> new int[] {first, 1, second};
            case LINE -> new int[] {1, 1, first * second * behind};
            case CONVOLUTION, SEQUENCE -> new int[] {first, second, behind};
            case TRANSPOSED -> new int[] {second, first, behind};
            case DEPTHWISE -> new int[] {behind, 1, first * second};
        };
    }

    /** Where a number lies in the array, with the last axis the fastest. */
    private int place(int unit, int channel, int at, int[] sizes) {
        return switch (layout) {
            case DENSE, DEPTHWISE -> at * sizes[0] + unit;
            case PLACES -> (at * sizes[3] + unit % sizes[3]) * (sizes[0] / sizes[3]) + unit / sizes[3];
            case ROWS, LINE -> unit * sizes[2] + at;
            case CONVOLUTION -> (unit * sizes[1] + channel) * sizes[2] + at;
            case SEQUENCE -> (at * sizes[1] + channel) * sizes[0] + unit;
            case TRANSPOSED -> (channel * sizes[0] + unit) * sizes[2] + at;
        };
    }

    /** Which of the typed numbers one of the array is. */
    private int given(int count, int unit, int channel, int at, int[] sizes) {
        int kernel = sizes[2];
        if (count == 1) {
            return 0;
        }
        if (layout == Layout.LINE && kernel % count == 0) {
            return at % count;
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
        return other instanceof TypedArray that
                && name.equals(that.name)
                && layout == that.layout
                && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + rows.hashCode();
    }
}
