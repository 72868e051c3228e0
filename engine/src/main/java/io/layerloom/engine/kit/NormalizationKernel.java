package io.layerloom.engine.kit;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Batch normalization of numbers on the heap. */
final class NormalizationKernel extends Normalization {

    private final int area;

    NormalizationKernel(Inlet in, Signal out, Nonlinearity nonlinearity, Parameters parameters, Places places) {
        super(in, out, nonlinearity, parameters, places);
        this.area = out.size() / channels;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(BatchNormalization.class)
                .filter(settings -> site.shape().length != 2 && knows(settings))
                .map(settings -> of(site, settings, false))
                .orElse(List.of());
    }

    /** The kernel of a layer with these settings, which it can compute. */
    static List<Kernel> of(Site site, BatchNormalization settings, boolean frozen) {
        Nonlinearity nonlinearity = site.nonlinearity(new ActivationIdentity()).orElseThrow();
        return List.of(new NormalizationKernel(
                site.inlet(),
                site.give(site.shape()),
                nonlinearity,
                site.parameters(),
                Places.of(site, settings, frozen)));
    }

    @Override
    void measure(Share share, Moments found) {
        found.of(in.signal().values(), area, share.from(), share.to());
    }

    @Override
    void normalize(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * out.size();
            for (int channel = 0; channel < channels; channel++, at += area) {
                float factor = factor(channel);
                float middle = mean(channel);
                for (int i = at; i < at + area; i++) {
                    y[i] = (x[i] - middle) * factor;
                }
                if (area == 1) {
                    y[at] += summand(channel);
                } else {
                    nonlinearity.apply(y, at, at + area, summand(channel));
                }
            }
        }
        if (area == 1) {
            nonlinearity.apply(y, share.from() * channels, share.to() * channels, 0);
        }
    }

    @Override
    void sumSlopes(Share share, double[] sums) {
        float[] x = in.signal().values();
        float[] dy = out.slopes();
        nonlinearity.derive(out.values(), dy, share.from() * out.size(), share.to() * out.size());
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * out.size();
            for (int channel = 0; channel < channels; channel++, at += area) {
                sums[2 * channel] += Sums.of(dy, at, area);
                sums[2 * channel + 1] += Sums.ofProducts(dy, x, mean(channel), at, area);
            }
        }
    }

    @Override
    void passOn(Share share) {
        float[] x = in.signal().values();
        float[] dy = out.slopes();
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * out.size();
            for (int channel = 0; channel < channels; channel++, at += area) {
                float factor = factor(channel);
                float byDistance = slopeByDistance(channel);
                float middle = mean(channel);
                float average = averageSlope(channel);
                for (int i = at; i < at + area; i++) {
                    dy[i] = factor * (dy[i] - average - (x[i] - middle) * byDistance);
                }
            }
        }
        in.takeSlopes(dy, share.from() * out.size(), share.from() * out.size(), share.count() * out.size());
    }
}
