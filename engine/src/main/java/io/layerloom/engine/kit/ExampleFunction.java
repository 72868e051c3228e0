package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function of one or more arrays without parameters that looks at one example after the other: for what picks and sorts, and so is no expression of whole arrays. It computes in double precision, so
 * that DL4J's graph and a {@link Program} get the same from the same few lines.
 */
public abstract class ExampleFunction extends ArrayFunction implements Kernel.Source {

    /**
     * The result for one example.
     *
     * @param in the numbers of each array that comes in; must stay as they are
     * @param sizes those of each array, as {@link Sizes} has them
     */
    protected abstract double[] result(double[][] in, long[][] sizes);

    /**
     * The slopes of one example.
     *
     * @param in what came in
     * @param sizes those of each array, as {@link Sizes} has them
     * @param slopes those of the result
     * @param back where the slopes of what came in are to be added, for each array; zeros at first
     */
    protected abstract void back(double[][] in, long[][] sizes, double[] slopes, double[][] back);

    @Override
    protected final INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        long[][] sizes = sizes(in);
        double[][] all = numbers(in);
        int examples = (int) in[0].size(0);
        long[] given = Sizes.batch(examples, sizesFor(sizes));
        double[] results = room(given);
        int width = results.length / examples;
        for (int example = 0; example < examples; example++) {
            System.arraycopy(result(of(example, all, sizes), sizes), 0, results, example * width, width);
        }
        return RowMajor.array(results, in[0].dataType(), given);
    }

    @Override
    protected final INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        long[][] sizes = sizes(in);
        double[][] all = numbers(in);
        double[] slopes = RowMajor.of(gradient);
        double[][] back =
                Arrays.stream(all).map(numbers -> new double[numbers.length]).toArray(double[][]::new);
        int examples = (int) in[0].size(0);
        int width = slopes.length / examples;
        for (int example = 0; example < examples; example++) {
            double[][] own = zeros(sizes);
            double[] given = Arrays.copyOfRange(slopes, example * width, (example + 1) * width);
            back(of(example, all, sizes), sizes, given, own);
            for (int i = 0; i < own.length; i++) {
                System.arraycopy(own[i], 0, back[i], example * own[i].length, own[i].length);
            }
        }
        INDArray[] gradients = new INDArray[in.length];
        for (int i = 0; i < in.length; i++) {
            gradients[i] = RowMajor.like(in[i], back[i]);
        }
        return gradients;
    }

    @Override
    public final List<Kernel> kernels(Site site) {
        return List.of(new ExampleFunctionKernel(this, site));
    }

    private static double[][] numbers(INDArray[] arrays) {
        return Arrays.stream(arrays).map(RowMajor::of).toArray(double[][]::new);
    }

    private static long[][] sizes(INDArray[] arrays) {
        return Arrays.stream(arrays)
                .map(array -> Arrays.copyOfRange(array.shape(), 1, array.rank()))
                .toArray(long[][]::new);
    }

    private static double[][] of(int example, double[][] all, long[][] sizes) {
        double[][] own = new double[all.length][];
        for (int i = 0; i < all.length; i++) {
            int size = length(sizes[i]);
            own[i] = Arrays.copyOfRange(all[i], example * size, (example + 1) * size);
        }
        return own;
    }

    /** Room for the results of all examples. */
    private static double[] room(long... given) {
        long width = Arrays.stream(given).skip(1).reduce(1, Math::multiplyExact);
        if (given[0] * (double) width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d examples with %,d numbers each are more than one array can hold. Compute fewer of them at once.",
                    given[0],
                    width));
        }
        return new double[Math.toIntExact(given[0] * width)];
    }

    /** Room for the numbers of an example of each array. */
    static double[][] zeros(long[][] sizes) {
        return Arrays.stream(sizes).map(size -> new double[length(size)]).toArray(double[][]::new);
    }

    private static int length(long[] sizes) {
        return Math.toIntExact(Arrays.stream(sizes).reduce(1, Math::multiplyExact));
    }
}
