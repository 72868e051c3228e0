package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
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
                .map(settings -> of(site, settings.getIDropout()))
                .orElse(List.of());
    }

    /** The kernel of a layer that does this while training; none if it is something else. */
    static List<Kernel> of(Site site, IDropout what) {
        return what instanceof GaussianNoise noise
                        && what.getClass() == GaussianNoise.class
                        && noise.getStddevSchedule() == null
                ? List.of(new NoiseKernel(site, noise.getStddev()))
                : List.of();
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
