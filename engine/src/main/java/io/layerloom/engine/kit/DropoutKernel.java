package io.layerloom.engine.kit;

import java.util.List;
import java.util.function.IntSupplier;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/**
 * Random silence: while training, each number is set to zero or scaled up so that the mean stays. What is silenced follows from a seed, the iteration and the place of the number alone,
 * so it is the same for any number of threads, and after going on from a checkpoint.
 */
final class DropoutKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final double kept;
    private final long seed;
    private final IntSupplier iteration;
    private float[] factors = {};

    /**
     * A dropout.
     *
     * @param kept the part of the numbers that stay
     * @param iteration how many steps have been made
     */
    DropoutKernel(Inlet in, Signal out, double kept, long seed, IntSupplier iteration) {
        this.in = in;
        this.out = out;
        this.kept = kept;
        this.seed = seed;
        this.iteration = iteration;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(DropoutLayer.class)
                .filter(settings -> settings.getIDropout() != null
                        && settings.getIDropout().getClass() == Dropout.class
                        && ((Dropout) settings.getIDropout()).getPSchedule() == null)
                .<List<Kernel>>map(settings -> List.of(of(site, ((Dropout) settings.getIDropout()).getP())))
                .orElse(List.of());
    }

    private static DropoutKernel of(Site site, double kept) {
        long seed = site.vertex().getLayer().conf().getSeed()
                + ((long) site.vertex().getVertexIndex() << 32);
        return new DropoutKernel(site.inlet(), site.give(site.shape()), kept, seed, site::iteration);
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        if (training && factors.length < examples * out.size()) {
            factors = new float[examples * out.size()];
        }
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(training ? this::silence : this::pass));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void pass(Share share) {
        int from = share.from() * out.size();
        System.arraycopy(in.signal().values(), from, out.values(), from, share.count() * out.size());
    }

    private void silence(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        float factor = (float) (1 / kept);
        long threshold = (long) (kept * (1L << 32));
        long start = Noise.start(seed, iteration.getAsInt());
        for (int i = share.from() * out.size(); i < share.to() * out.size(); i++) {
            factors[i] = Noise.mixed(start + i) >>> 32 < threshold ? factor : 0;
            y[i] = x[i] * factors[i];
        }
    }

    private void backward(Share share) {
        int from = share.from() * out.size();
        int to = share.to() * out.size();
        float[] dy = out.slopes();
        for (int i = from; i < to; i++) {
            dy[i] *= factors[i];
        }
        in.takeSlopes(dy, from, from, to - from);
    }
}
