package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** Random summands around zero, as {@link Noise} draws them. */
final class NoiseKernel extends RandomKernel {

    private final double deviation;

    private NoiseKernel(Site site, double deviation) {
        super(site);
        this.deviation = deviation;
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
    void draw(float[] x, float[] y, int from, int to, long start) {
        for (int i = from; i < to; i++) {
            y[i] = (float) (x[i] + deviation * Noise.normal(start, i));
        }
    }

    @Override
    void derive(float[] slopes, int from, int to) {}
}
