package io.layerloom.engine.kit;

import java.util.List;
import java.util.function.IntSupplier;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** Random summands around zero while training, as {@link Noise} draws them. */
final class NoiseKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final double deviation;
    private final long seed;
    private final IntSupplier iteration;

    private NoiseKernel(Site site, double deviation) {
        this.in = site.inlet();
        this.out = site.give(site.shape());
        this.deviation = deviation;
        this.seed = site.vertex().getLayer().conf().getSeed()
                + ((long) site.vertex().getVertexIndex() << 32);
        this.iteration = site::iteration;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(DropoutLayer.class)
                .filter(settings -> settings.getIDropout() != null
                        && settings.getIDropout().getClass() == GaussianNoise.class
                        && ((GaussianNoise) settings.getIDropout()).getStddevSchedule() == null)
                .<List<Kernel>>map(settings ->
                        List.of(new NoiseKernel(site, ((GaussianNoise) settings.getIDropout()).getStddev())))
                .orElse(List.of());
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(training ? this::disturb : this::pass));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void pass(Share share) {
        int from = share.from() * out.size();
        System.arraycopy(in.signal().values(), from, out.values(), from, share.count() * out.size());
    }

    private void disturb(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        long start = Noise.start(seed, iteration.getAsInt());
        for (int i = share.from() * out.size(); i < share.to() * out.size(); i++) {
            y[i] = (float) (x[i] + deviation * Noise.normal(start, i));
        }
    }

    private void backward(Share share) {
        int from = share.from() * out.size();
        in.takeSlopes(out.slopes(), from, from, share.count() * out.size());
    }
}
