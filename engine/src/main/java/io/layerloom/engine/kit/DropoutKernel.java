package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** Random silence: each number is set to zero or scaled up so that the mean stays. */
final class DropoutKernel extends RandomKernel {

    private final double kept;
    private float[] factors = {};

    /** A dropout that lets the part {@code kept} of the numbers stay. */
    private DropoutKernel(Site site, double kept) {
        super(site);
        this.kept = kept;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(DropoutLayer.class)
                .map(settings -> of(site, settings.getIDropout()))
                .orElse(List.of());
    }

    /** The kernel of a layer that does this while training; none if it is something else. */
    static List<Kernel> of(Site site, IDropout what) {
        return what instanceof Dropout dropout && what.getClass() == Dropout.class && dropout.getPSchedule() == null
                ? List.of(new DropoutKernel(site, dropout.getP()))
                : List.of();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        super.prepare(examples, members, training);
        if (training && factors.length < size(examples)) {
            factors = new float[size(examples)];
        }
    }

    @Override
    void draw(float[] x, float[] y, int from, int to, long start) {
        float factor = (float) (1 / kept);
        long threshold = (long) (kept * (1L << 32));
        for (int i = from; i < to; i++) {
            factors[i] = Noise.mixed(start + i) >>> 32 < threshold ? factor : 0;
            y[i] = x[i] * factors[i];
        }
    }

    @Override
    void derive(float[] slopes, int from, int to) {
        for (int i = from; i < to; i++) {
            slopes[i] *= factors[i];
        }
    }
}
