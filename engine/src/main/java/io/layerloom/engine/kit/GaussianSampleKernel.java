package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What {@link GaussianSample} does. */
final class GaussianSampleKernel extends Kernel implements AddedLoss {

    private final Inlet means;
    private final Inlet logVariances;
    private final Signal out;
    private final double beta;
    private final GaussianSample.AtWork vertex;
    private final long seed;
    private final IntSupplier iteration;
    private double[] divergences = {};
    private float[] spreads = {};
    private int examples;

    private GaussianSampleKernel(Site site, double beta, GaussianSample.AtWork vertex) {
        this.vertex = vertex;
        List<Inlet> inlets = site.inlets();
        this.means = inlets.get(0);
        this.logVariances = inlets.get(1);
        this.out = site.give(site.shape());
        this.beta = beta;
        this.seed = GaussianSample.seed(site.net(), site.vertex().getVertexIndex());
        this.iteration = () -> site.net().getConfiguration().getIterationCount();
    }

    /** The kernel of a vertex; none if it is something else. */
    static List<Kernel> at(Site site) {
        Optional<GaussianSample> settings = site.joint(GaussianSample.class);
        boolean alike = site.sources().stream().allMatch(source -> Arrays.equals(source.shape(), site.shape()));
        return settings.isPresent() && alike && site.vertex() instanceof GaussianSample.AtWork vertex
                ? List.of(new GaussianSampleKernel(site, settings.get().getBeta(), vertex))
                : List.of();
    }

    @Override
    void prepare(int batch, int members, boolean training) {
        out.prepare(batch, training);
        examples = batch;
        if (divergences.length < batch) {
            divergences = new double[batch];
            spreads = new float[batch * out.size()];
        }
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> forward(share, training)));
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::backward));
    }

    private void forward(Share share, boolean training) {
        float[] mean = means.signal().values();
        float[] logVariance = logVariances.signal().values();
        float[] drawn = out.values();
        long start = Noise.start(seed, iteration.getAsInt());
        float[] given = vertex.given();
        int width = out.size();
        for (int row = share.from(); row < share.to(); row++) {
            double divergence = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                divergence += GaussianSample.divergence(mean[i], logVariance[i]);
                spreads[i] = training ? (float) (Math.exp(logVariance[i] / 2) * Noise.normal(start, i)) : 0;
                drawn[i] = training || given.length == 0 ? mean[i] + spreads[i] : given[i];
            }
            divergences[row] = beta * divergence;
        }
    }

    private void backward(Share share) {
        float[] mean = means.signal().values();
        float[] logVariance = logVariances.signal().values();
        float[] slopes = out.slopes();
        int from = share.from() * out.size();
        int count = share.count() * out.size();
        float[] toMeans = new float[count];
        float[] toLogVariances = new float[count];
        for (int i = 0; i < count; i++) {
            int at = from + i;
            toMeans[i] = (float) (slopes[at] + beta * mean[at]);
            toLogVariances[i] = (float) (slopes[at] * spreads[at] / 2 + beta * (Math.exp(logVariance[at]) - 1) / 2);
        }
        // The last inlet of a signal is the one that does not add.
        take(logVariances, toLogVariances, from, count);
        take(means, toMeans, from, count);
    }

    private static void take(Inlet inlet, float[] slopes, int at, int count) {
        if (inlet.signal().isLearning()) {
            inlet.takeSlopes(slopes, 0, at, count);
        }
    }

    @Override
    public double addedLoss() {
        double sum = 0;
        for (int row = 0; row < examples; row++) {
            sum += divergences[row];
        }
        return sum;
    }
}
