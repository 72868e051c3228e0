package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;

/**
 * Batch normalization: each channel is brought to mean 0 and variance 1 over the mini-batch, then scaled and shifted as learned. When predicting, running averages stand in for the
 * mini-batch. Where the numbers lie is up to the subclasses.
 */
abstract class Normalization extends Kernel {

    final Inlet in;
    final Signal out;
    final Nonlinearity nonlinearity;
    final int channels;
    private final Parameters parameters;
    private final Places places;
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
     * @param frozen whether the running averages stand in for the mini-batch in training, too, and stay as they are
     */
    record Places(int gamma, int beta, int mean, int variance, double decay, double epsilon, boolean frozen) {

        /** Those of a layer of DL4J. */
        static Places of(Site site, BatchNormalization settings, boolean frozen) {
            return new Places(
                    site.at("gamma"),
                    site.at("beta"),
                    site.at("mean"),
                    site.at("var"),
                    settings.getDecay(),
                    settings.getEps(),
                    frozen);
        }
    }

    /** A normalization; the channels are the first side of the signal's shape. */
    Normalization(Inlet in, Signal out, Nonlinearity nonlinearity, Parameters parameters, Places places) {
        this.in = in;
        this.out = out;
        this.nonlinearity = nonlinearity;
        this.parameters = parameters;
        this.places = places;
        this.channels = (int) out.shape()[0];
    }

    /** Whether a layer of DL4J is of this kind. */
    static boolean knows(BatchNormalization settings) {
        boolean fixed = settings.isLockGammaBeta();
        return settings.getCnn2DFormat() == CNN2DFormat.NCHW
                && !settings.isUseLogStd()
                && (!fixed || (settings.getGamma() == 1 && settings.getBeta() == 0));
    }

    @Override
    void prepare(int examples, int team, boolean training) {
        out.prepare(examples, training);
        members = team;
        while (moments.size() < team) {
            moments.add(new Moments(channels));
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
        if (!training || places.frozen) {
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
        if (!training || places.frozen) {
            return List.of(normalize);
        }
        return List.of(
                Step.each(share -> measure(share, moments.get(share.member()))), Step.one(() -> combine()), normalize);
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

    @Override
    List<Step> backward() {
        return List.of(
                Step.each(share -> {
                    double[] sums = slopeSums.get(share.member());
                    Arrays.fill(sums, 0);
                    sumSlopes(share, sums);
                }),
                Step.one(() -> combineSlopes()),
                Step.each(share -> {
                    if (in.signal().isLearning()) {
                        passOn(share);
                    }
                }));
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

    /** Finds mean and variance of what a share brings in. */
    abstract void measure(Share share, Moments found);

    /** From what a share brings in to what goes out. */
    abstract void normalize(Share share);

    /** Adds up, for each channel, the slopes along what the activation function was given, and those times the distance of what they belong to from the mean. */
    abstract void sumSlopes(Share share, double[] sums);

    /** From the slopes along what the activation function was given to those of what came in. */
    abstract void passOn(Share share);

    float mean(int channel) {
        return mean[channel];
    }

    /** What the distance from the mean is multiplied with. */
    float factor(int channel) {
        return inverse[channel] * gamma[channel];
    }

    /** What is then added. */
    float summand(int channel) {
        return beta[channel];
    }

    /** The average slope of a channel; none of it falls on a mean that is fixed. */
    float averageSlope(int channel) {
        return places.frozen ? 0 : (float) (slopes[2 * channel] / moments.get(0).count());
    }

    /** How much less the slope is for each unit of distance from the mean. */
    float slopeByDistance(int channel) {
        if (places.frozen) {
            return 0;
        }
        return (float) (slopes[2 * channel + 1] / moments.get(0).count() * inverse[channel] * inverse[channel]);
    }
}
