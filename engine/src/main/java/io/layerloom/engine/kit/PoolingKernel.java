package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** The largest number or the average of each window of an image; what lies in the border does not count. */
final class PoolingKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final boolean largest;
    private final boolean quarters;
    private final int channels;
    private final int width;
    private final int inArea;
    private final int[][] rows;
    private final int[][] columns;

    /** A pooling by the largest number, or else by the average. */
    PoolingKernel(Inlet in, Signal out, Windows windows, boolean largest) {
        this.in = in;
        this.out = out;
        this.largest = largest;
        this.channels = windows.channels();
        this.width = windows.width();
        this.inArea = windows.height() * windows.width();
        this.rows = seen(windows, 0, windows.height());
        this.columns = seen(windows, 1, windows.width());
        this.quarters = largest && areQuarters(windows);
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(SubsamplingLayer.class)
                .filter(settings -> site.seesImages() && settings.getCnn2dDataFormat() == CNN2DFormat.NCHW)
                .filter(settings -> settings.getPoolingType() == PoolingType.MAX
                        || (settings.getPoolingType() == PoolingType.AVG && !settings.isAvgPoolIncludePadInDivisor()))
                .<List<Kernel>>map(settings -> List.of(of(site, settings)))
                .orElse(List.of());
    }

    private static PoolingKernel of(Site site, SubsamplingLayer settings) {
        Windows windows = Windows.of(
                site.shape(),
                settings.getKernelSize(),
                settings.getStride(),
                settings.getDilation(),
                settings.getPadding(),
                settings.getConvolutionMode());
        Signal out = site.give(windows.channels(), windows.out()[0], windows.out()[1]);
        return new PoolingKernel(site.inlet(), out, windows, settings.getPoolingType() == PoolingType.MAX);
    }

    /** For each row or column of the output, those of the image that its windows see. */
    private static int[][] seen(Windows windows, int axis, int side) {
        int[][] seen = new int[windows.out()[axis]][];
        for (int i = 0; i < seen.length; i++) {
            int first = i * windows.stride()[axis] - windows.border()[axis];
            seen[i] = IntStream.range(0, windows.kernel()[axis])
                    .map(step -> first + step * windows.dilation()[axis])
                    .filter(place -> place >= 0 && place < side)
                    .toArray();
        }
        return seen;
    }

    /** Whether the windows are two by two, side by side, and all inside: the usual kind, which has a faster way. */
    private static boolean areQuarters(Windows windows) {
        return Arrays.equals(windows.kernel(), new int[] {2, 2})
                && Arrays.equals(windows.stride(), new int[] {2, 2})
                && Arrays.equals(windows.dilation(), new int[] {1, 1})
                && Arrays.equals(windows.border(), new int[] {0, 0})
                && 2 * windows.out()[0] <= windows.height()
                && 2 * windows.out()[1] <= windows.width();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(this::forward));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void forward(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        int to = share.from() * out.size();
        for (int plane = share.from() * channels; plane < share.to() * channels; plane++) {
            for (int[] seenRows : rows) {
                if (quarters) {
                    quarters(x, plane * inArea + seenRows[0] * width, y, to);
                } else {
                    for (int i = 0; i < columns.length; i++) {
                        y[to + i] = pooled(x, plane * inArea, seenRows, columns[i]);
                    }
                }
                to += columns.length;
            }
        }
    }

    private void quarters(float[] x, int from, float[] y, int to) {
        for (int i = 0; i < columns.length; i++) {
            int at = from + 2 * i;
            y[to + i] = Math.max(Math.max(x[at], x[at + 1]), Math.max(x[at + width], x[at + width + 1]));
        }
    }

    private float pooled(float[] x, int from, int[] seenRows, int[] seenColumns) {
        float most = Float.NEGATIVE_INFINITY;
        float sum = 0;
        for (int row : seenRows) {
            for (int column : seenColumns) {
                float number = x[from + row * width + column];
                most = Math.max(most, number);
                sum += number;
            }
        }
        return largest ? most : sum / (seenRows.length * seenColumns.length);
    }

    private void backward(Share share) {
        float[] slopes = in.signal().slopes();
        if (!in.adding()) {
            Arrays.fill(
                    slopes,
                    share.from() * in.signal().size(),
                    share.to() * in.signal().size(),
                    0);
        }
        int from = share.from() * out.size();
        for (int plane = share.from() * channels; plane < share.to() * channels; plane++) {
            for (int[] seenRows : rows) {
                if (quarters) {
                    quartersBack(plane * inArea + seenRows[0] * width, from, slopes);
                } else {
                    for (int i = 0; i < columns.length; i++) {
                        pooledBack(plane * inArea, seenRows, columns[i], from + i, slopes);
                    }
                }
                from += columns.length;
            }
        }
    }

    /** The slope goes to the first of the largest numbers. Compared as bits, which makes moves of what would else be branches that no processor foresees. */
    private void quartersBack(int to, int from, float[] slopes) {
        float[] x = in.signal().values();
        float[] y = out.values();
        float[] dy = out.slopes();
        for (int i = 0; i < columns.length; i++) {
            int most = Float.floatToRawIntBits(y[from + i]);
            int at = to + 2 * i;
            int place = width + 1;
            place = Float.floatToRawIntBits(x[at + width]) == most ? width : place;
            place = Float.floatToRawIntBits(x[at + 1]) == most ? 1 : place;
            place = Float.floatToRawIntBits(x[at]) == most ? 0 : place;
            slopes[at + place] += dy[from + i];
        }
    }

    private void pooledBack(int to, int[] seenRows, int[] seenColumns, int from, float[] slopes) {
        float[] x = in.signal().values();
        float most = out.values()[from];
        float slope = out.slopes()[from];
        float part = slope / (seenRows.length * seenColumns.length);
        for (int row : seenRows) {
            for (int column : seenColumns) {
                int at = to + row * width + column;
                if (!largest) {
                    slopes[at] += part;
                } else if (x[at] == most) {
                    slopes[at] += slope;
                    return;
                }
            }
        }
    }
}
