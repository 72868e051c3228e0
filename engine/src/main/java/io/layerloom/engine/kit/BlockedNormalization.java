package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Batch normalization of images outside the heap. What is done to a channel is spread over the places of a tile, so that a tile is one loop without a look at channels. */
final class BlockedNormalization extends Normalization {

    private final Blocked images;

    BlockedNormalization(Inlet in, Signal out, Nonlinearity nonlinearity, Parameters parameters, Places places) {
        super(in, out, nonlinearity, parameters, places);
        this.images = Blocked.of(out);
    }

    /** The kernel of a layer of DL4J; none if it is of another kind, or its images lie on the heap. */
    static List<Kernel> at(Site site) {
        return site.settings(BatchNormalization.class)
                .filter(settings -> Blocked.areAt(site) && knows(settings))
                .map(settings -> of(site, settings, false))
                .orElse(List.of());
    }

    /** The kernel of a layer with these settings, which it can compute. */
    static List<Kernel> of(Site site, BatchNormalization settings, boolean frozen) {
        Nonlinearity nonlinearity = site.nonlinearity(new ActivationIdentity()).orElseThrow();
        Inlet in = site.inletsAsTheyAre().get(0);
        return List.of(new BlockedNormalization(
                in,
                site.give(Blocked.of(in.signal()).another()),
                nonlinearity,
                site.parameters(),
                Places.of(site, settings, frozen)));
    }

    /** What belongs to a channel. */
    private interface Value {
        float apply(int channel);
    }

    /** Goes through a share of a block of channels, piece by piece. */
    private void each(Share share, int block, Tiles.Work work) {
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * images.size() + block * images.area();
            Tiles.each(at, at + images.area(), work);
        }
    }

    private int tile() {
        return Math.min(Tiles.LENGTH, images.area());
    }

    private Block x() {
        return Blocked.of(in.signal()).values();
    }

    /** Sums of distances from the first number of each channel, which lies among the others, so that no digits are lost. */
    @Override
    void measure(Share share, Moments found) {
        float[] x = new float[tile()];
        double[] means = new double[images.filled()];
        double[] squares = new double[images.filled()];
        int side = images.side();
        double count = (double) share.count() * images.area() / side;
        for (int block = 0; block < images.blocks(); block++) {
            float[] firsts = new float[images.filled()];
            x().get(share.from() * images.size() + block * images.area(), firsts, block * side, side);
            float[] first = images.spread(firsts, block, tile());
            float[] sums = new float[tile()];
            float[] sumsOfSquares = new float[tile()];
            each(share, block, (at, length) -> {
                x().get(at, x, 0, length);
                for (int i = 0; i < length; i++) {
                    float distance = x[i] - first[i];
                    sums[i] += distance;
                    sumsOfSquares[i] += distance * distance;
                }
            });
            for (int i = 0; i < side; i++) {
                double sum = every(sums, i, side);
                means[block * side + i] = first[i] + sum / count;
                squares[block * side + i] = Math.max(0, every(sumsOfSquares, i, side) - sum * sum / count);
            }
        }
        found.set(count, means, squares);
    }

    private static double every(float[] numbers, int from, int step) {
        double sum = 0;
        for (int i = from; i < numbers.length; i += step) {
            sum += numbers[i];
        }
        return sum;
    }

    /** A value for each channel, spread over a tile. */
    private float[] spread(int block, Value value) {
        float[] values = new float[images.filled()];
        for (int channel = block * images.side();
                channel < Math.min(channels, (block + 1) * images.side());
                channel++) {
            values[channel] = value.apply(channel);
        }
        return images.spread(values, block, tile());
    }

    @Override
    void normalize(Share share) {
        float[] y = new float[tile()];
        for (int block = 0; block < images.blocks(); block++) {
            float[] mean = spread(block, this::mean);
            float[] factor = spread(block, this::factor);
            float[] summand = spread(block, this::summand);
            each(share, block, (at, length) -> {
                x().get(at, y, 0, length);
                for (int i = 0; i < length; i++) {
                    y[i] = (y[i] - mean[i]) * factor[i] + summand[i];
                }
                nonlinearity.apply(y, 0, length, 0);
                images.values().put(at, y, 0, length);
            });
        }
    }

    @Override
    void sumSlopes(Share share, double[] sums) {
        images.derive(nonlinearity, share);
        float[] x = new float[tile()];
        float[] dy = new float[tile()];
        int side = images.side();
        for (int block = 0; block < images.blocks(); block++) {
            float[] mean = spread(block, this::mean);
            float[] plain = new float[tile()];
            float[] products = new float[tile()];
            each(share, block, (at, length) -> {
                x().get(at, x, 0, length);
                images.slopes().get(at, dy, 0, length);
                for (int i = 0; i < length; i++) {
                    plain[i] += dy[i];
                    products[i] += dy[i] * (x[i] - mean[i]);
                }
            });
            for (int channel = block * side; channel < Math.min(channels, (block + 1) * side); channel++) {
                sums[2 * channel] = every(plain, channel % side, side);
                sums[2 * channel + 1] = every(products, channel % side, side);
            }
        }
    }

    @Override
    void passOn(Share share) {
        float[] x = new float[tile()];
        float[] dy = new float[tile()];
        for (int block = 0; block < images.blocks(); block++) {
            float[] mean = spread(block, this::mean);
            float[] factor = spread(block, this::factor);
            float[] average = spread(block, this::averageSlope);
            float[] byDistance = spread(block, this::slopeByDistance);
            each(share, block, (at, length) -> {
                x().get(at, x, 0, length);
                images.slopes().get(at, dy, 0, length);
                for (int i = 0; i < length; i++) {
                    dy[i] = factor[i] * (dy[i] - average[i] - (x[i] - mean[i]) * byDistance[i]);
                }
                in.takeBlockedSlopes(dy, at, length, x);
            });
        }
    }
}
