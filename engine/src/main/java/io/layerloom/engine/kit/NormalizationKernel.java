package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * Batch normalization: each channel is brought to mean 0 and variance 1 over the mini-batch, then scaled and shifted as learned. When predicting, running averages stand in for the
 * mini-batch.
 */
final class NormalizationKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final Nonlinearity nonlinearity;
    private final Parameters parameters;
    private final Places places;
    private final int channels;
    private final int area;
    private final List<Moments> moments = new ArrayList<>();
    private final List<double[]> slopeSums = new ArrayList<>();
    private int members;
    private float[] gamma = {};
    private float[] beta = {};
    private float[] mean = {};
    private float[] inverse = {};
    private double[] slopes = {};

    /**
     * Where the parameters lie and how they change.
     *
     * @param gamma where the learned factors begin; negative if they are 1 for good, and the summands 0
     * @param decay how much of the running averages a mini-batch leaves as it was
     * @param epsilon added to the variance
     */
    record Places(int gamma, int beta, int mean, int variance, double decay, double epsilon) {}

    /** A normalization; the channels are the first side of the signal's shape. */
    NormalizationKernel(Inlet in, Signal out, Nonlinearity nonlinearity, Parameters parameters, Places places) {
        this.in = in;
        this.out = out;
        this.nonlinearity = nonlinearity;
        this.parameters = parameters;
        this.places = places;
        this.channels = (int) out.shape()[0];
        this.area = out.size() / channels;
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(BatchNormalization.class)
                .filter(settings -> site.shape().length != 2
                        && settings.getCnn2DFormat() == CNN2DFormat.NCHW
                        && !settings.isUseLogStd())
                .filter(settings ->
                        !settings.isLockGammaBeta() || (settings.getGamma() == 1 && settings.getBeta() == 0))
                .map(settings -> at(site, settings))
                .orElse(List.of());
    }

    private static List<Kernel> at(Site site, BatchNormalization settings) {
        Places places = new Places(
                site.at("gamma"),
                site.at("beta"),
                site.at("mean"),
                site.at("var"),
                settings.getDecay(),
                settings.getEps());
        Nonlinearity nonlinearity = site.nonlinearity(new ActivationIdentity()).orElseThrow();
        return List.of(new NormalizationKernel(
                site.inlet(), site.give(site.shape()), nonlinearity, site.parameters(), places));
    }

    @Override
    void prepare(int examples, int team, boolean training) {
        out.prepare(examples, training);
        members = team;
        while (moments.size() < team) {
            moments.add(new Moments(channels, area));
            slopeSums.add(new double[2 * channels]);
        }
    }

    @Override
    void refresh(boolean training) {
        gamma = new float[channels];
        beta = new float[channels];
        Arrays.fill(gamma, 1);
        if (places.gamma >= 0) {
            parameters.values().get(places.gamma, gamma, 0, channels);
            parameters.values().get(places.beta, beta, 0, channels);
        }
        if (!training) {
            mean = parameters.values().get(places.mean, channels);
            inverse = parameters.values().get(places.variance, channels);
            for (int channel = 0; channel < channels; channel++) {
                inverse[channel] = inverse(inverse[channel]);
            }
        }
    }

    private float inverse(double variance) {
        return (float) (1 / Math.sqrt(variance + places.epsilon));
    }

    @Override
    List<Step> forward(boolean training) {
        Step normalize = Step.each(this::normalize);
        if (!training) {
            return List.of(normalize);
        }
        return List.of(
                Step.each(share -> moments.get(share.member()).of(in.signal().values(), share.from(), share.to())),
                Step.one(() -> combine()),
                normalize);
    }

    /** What all members found makes mean and variance of the mini-batch, which the running averages then follow. */
    private void combine() {
        Moments all = moments.get(0);
        for (int member = 1; member < members; member++) {
            all.join(moments.get(member));
        }
        mean = new float[channels];
        inverse = new float[channels];
        float[] meanStep = parameters.values().get(places.mean, channels);
        float[] varianceStep = parameters.values().get(places.variance, channels);
        for (int channel = 0; channel < channels; channel++) {
            mean[channel] = (float) all.mean(channel);
            inverse[channel] = inverse(all.variance(channel));
            meanStep[channel] = (float) ((meanStep[channel] - all.mean(channel)) * (1 - places.decay));
            varianceStep[channel] = (float) ((varianceStep[channel] - all.variance(channel)) * (1 - places.decay));
        }
        // As DL4J does it: what is subtracted from the running averages stands where other parameters have slopes.
        parameters.slopes(0).put(places.mean, meanStep, 0, channels);
        parameters.slopes(0).put(places.variance, varianceStep, 0, channels);
    }

    private void normalize(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * out.size();
            if (area == 1) {
                for (int i = 0; i < channels; i++) {
                    y[at + i] = (x[at + i] - mean[i]) * inverse[i] * gamma[i] + beta[i];
                }
                continue;
            }
            for (int channel = 0; channel < channels; channel++, at += area) {
                float factor = inverse[channel] * gamma[channel];
                float middle = mean[channel];
                for (int i = at; i < at + area; i++) {
                    y[i] = (x[i] - middle) * factor;
                }
                nonlinearity.apply(y, at, at + area, beta[channel]);
            }
        }
        if (area == 1) {
            nonlinearity.apply(y, share.from() * channels, share.to() * channels, 0);
        }
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::sumSlopes), Step.one(() -> combineSlopes()), Step.each(this::passOn));
    }

    /** The sums of the slopes, and of the slopes times what they belong to, for each channel. */
    private void sumSlopes(Share share) {
        float[] x = in.signal().values();
        float[] dy = out.slopes();
        double[] sums = slopeSums.get(share.member());
        Arrays.fill(sums, 0);
        nonlinearity.derive(out.values(), dy, share.from() * out.size(), share.to() * out.size());
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * out.size();
            for (int channel = 0; channel < channels; channel++, at += area) {
                sums[2 * channel] += Sums.of(dy, at, area);
                sums[2 * channel + 1] += Sums.ofProducts(dy, x, mean[channel], at, area);
            }
        }
    }

    private void combineSlopes() {
        slopes = new double[2 * channels];
        for (int member = 0; member < members; member++) {
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] += slopeSums.get(member)[i];
            }
        }
        if (places.gamma < 0) {
            return;
        }
        float[] gammaSlopes = new float[channels];
        float[] betaSlopes = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            betaSlopes[channel] = (float) slopes[2 * channel];
            gammaSlopes[channel] = (float) (slopes[2 * channel + 1] * inverse[channel]);
        }
        parameters.slopes(0).put(places.gamma, gammaSlopes, 0, channels);
        parameters.slopes(0).put(places.beta, betaSlopes, 0, channels);
    }

    private void passOn(Share share) {
        if (!in.signal().isLearning()) {
            return;
        }
        double count = moments.get(0).count();
        float[] x = in.signal().values();
        float[] dy = out.slopes();
        for (int example = share.from(); example < share.to(); example++) {
            int at = example * out.size();
            for (int channel = 0; channel < channels; channel++, at += area) {
                float factor = gamma[channel] * inverse[channel];
                float byDistance = (float) (slopes[2 * channel + 1] / count * inverse[channel] * inverse[channel]);
                float middle = mean[channel];
                float average = (float) (slopes[2 * channel] / count);
                for (int i = at; i < at + area; i++) {
                    dy[i] = factor * (dy[i] - average - (x[i] - middle) * byDistance);
                }
            }
        }
        in.takeSlopes(dy, share.from() * out.size(), share.from() * out.size(), share.count() * out.size());
    }
}
