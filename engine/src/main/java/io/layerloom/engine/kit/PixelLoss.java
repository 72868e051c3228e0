package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How far the classes that a network gives the pixels of a picture are from those of its mask: a weight times the cross-entropy, plus another times the Dice loss.
 *
 * <ul>
 *   <li>Cross-entropy: the mean over the pixels of −(1 − p)^γ · log p, with p the probability of what is true; γ = 0 is the plain one, more makes it the focal loss (Lin, Goyal, Girshick, He,
 *       Dollár, Focal loss for dense object detection, 2017).
 *   <li>Dice: the mean over the channels of 1 − (2 · Σ y·p + 1) ÷ (Σ y + Σ p + 1), summed over the pixels (Sudre, Li, Vercauteren, Ourselin, Cardoso, Generalised Dice overlap, 2017).
 * </ul>
 *
 * <p>One channel for each class goes through softmax at each pixel, a single channel through sigmoid. Labels have the shape of the output; where they are −1, the pixel is left out. The loss
 * of a picture without any pixel that counts is 0.
 *
 * <p>DL4J's layer hands over [batch · height · width, channels].
 */
public final class PixelLoss implements ILossFunction, Kernel.Source {

    private static final long serialVersionUID = 1;

    /** No probability counts as nearer to 0 or 1. */
    private static final double LEAST = 1e-7;

    private final int height;
    private final int width;
    private final double entropy;
    private final double gamma;
    private final double dice;

    /**
     * A loss.
     *
     * @param height rows of pixels
     * @param width columns of pixels
     * @param entropy the weight of the cross-entropy
     * @param gamma how much less the pixels count there that are right anyway
     * @param dice the weight of the Dice loss
     */
    public PixelLoss(
            @JsonProperty("height") int height,
            @JsonProperty("width") int width,
            @JsonProperty("entropy") double entropy,
            @JsonProperty("gamma") double gamma,
            @JsonProperty("dice") double dice) {
        if (height < 1 || width < 1 || Math.min(entropy, Math.min(gamma, dice)) < 0) {
            throw new IllegalArgumentException(
                    "A picture has rows and columns, and no weight of a loss is below zero. Received: %d, %d, %s, %s, %s"
                            .formatted(height, width, entropy, gamma, dice));
        }
        this.height = height;
        this.width = width;
        this.entropy = entropy;
        this.gamma = gamma;
        this.dice = dice;
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return site.settings(CnnLossLayer.class)
                .filter(settings -> site.seesImages() && settings.getFormat() == CNN2DFormat.NCHW)
                .filter(settings -> site.shape()[1] == height && site.shape()[2] == width)
                .<List<Kernel>>map(settings -> List.of(new PixelEndKernel(site.inlet(), site.give(site.shape()), this)))
                .orElse(List.of());
    }

    /** How many pixels a picture has. */
    int pixels() {
        return height * width;
    }

    /** Turns the numbers of a picture, [channels, pixels], into the probabilities of its classes. */
    void activate(double[] numbers, double[] probabilities) {
        int pixels = pixels();
        if (numbers.length == pixels) {
            for (int i = 0; i < pixels; i++) {
                probabilities[i] = 1 / (1 + Math.exp(-numbers[i]));
            }
            return;
        }
        for (int pixel = 0; pixel < pixels; pixel++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int at = pixel; at < numbers.length; at += pixels) {
                most = Math.max(most, numbers[at]);
            }
            double sum = 0;
            for (int at = pixel; at < numbers.length; at += pixels) {
                probabilities[at] = Math.exp(numbers[at] - most);
                sum += probabilities[at];
            }
            for (int at = pixel; at < numbers.length; at += pixels) {
                probabilities[at] /= sum;
            }
        }
    }

    /** The loss of a picture, from probabilities and labels that lie as [channels, pixels]. */
    double loss(double[] labels, double[] probabilities) {
        int counted = counted(labels);
        if (counted == 0) {
            return 0;
        }
        double loss = 0;
        for (int pixel = 0; entropy > 0 && pixel < pixels(); pixel++) {
            if (labels[pixel] >= 0) {
                double likely = limited(likely(labels, probabilities, pixel));
                loss -= entropy * Math.pow(1 - likely, gamma) * Math.log(likely) / counted;
            }
        }
        int channels = labels.length / pixels();
        for (int channel = 0; dice > 0 && channel < channels; channel++) {
            double[] sums = sums(labels, probabilities, channel);
            loss += dice * (1 - sums[0] / sums[1]) / channels;
        }
        return loss;
    }

    /** The slopes of the loss of a picture in the numbers before the activation. */
    void slopes(double[] labels, double[] probabilities, double[] slopes) {
        Arrays.fill(slopes, 0);
        int counted = counted(labels);
        if (counted == 0) {
            return;
        }
        for (int pixel = 0; entropy > 0 && pixel < pixels(); pixel++) {
            if (labels[pixel] >= 0) {
                slopesOfEntropy(labels, probabilities, pixel, entropy / counted, slopes);
            }
        }
        if (dice > 0) {
            slopesOfDice(labels, probabilities, slopes);
        }
    }

    private int counted(double[] labels) {
        int counted = 0;
        for (int pixel = 0; pixel < pixels(); pixel++) {
            counted += labels[pixel] >= 0 ? 1 : 0;
        }
        return counted;
    }

    /** The probability of what is true at a pixel. */
    private double likely(double[] labels, double[] probabilities, int pixel) {
        if (labels.length == pixels()) {
            return labels[pixel] > 0.5 ? probabilities[pixel] : 1 - probabilities[pixel];
        }
        double likely = 0;
        for (int at = pixel; at < labels.length; at += pixels()) {
            likely += labels[at] * probabilities[at];
        }
        return likely;
    }

    private static double limited(double probability) {
        return Math.max(LEAST, Math.min(1 - LEAST, probability));
    }

    /** With q the probability of what is true, the slope in q times q is γ · (1 − q)^(γ−1) · q · log q − (1 − q)^γ. */
    private void slopesOfEntropy(double[] labels, double[] probabilities, int pixel, double weight, double[] slopes) {
        double q = limited(likely(labels, probabilities, pixel));
        double focus = gamma == 0 ? -1 : gamma * Math.pow(1 - q, gamma - 1) * q * Math.log(q) - Math.pow(1 - q, gamma);
        if (labels.length == pixels()) {
            double truth = labels[pixel] > 0.5 ? 1 : 0;
            slopes[pixel] += weight * -focus * (probabilities[pixel] - truth);
            return;
        }
        for (int at = pixel; at < labels.length; at += pixels()) {
            slopes[at] += weight * focus * (labels[at] - probabilities[at]);
        }
    }

    /** Of the pixels that count, 2 · Σ y·p + 1 and Σ y + Σ p + 1. */
    private double[] sums(double[] labels, double[] probabilities, int channel) {
        double both = 0;
        double all = 0;
        int from = channel * pixels();
        for (int at = from; at < from + pixels(); at++) {
            if (labels[at] >= 0) {
                both += labels[at] * probabilities[at];
                all += labels[at] + probabilities[at];
            }
        }
        return new double[] {2 * both + 1, all + 1};
    }

    private void slopesOfDice(double[] labels, double[] probabilities, double[] slopes) {
        int pixels = pixels();
        int channels = labels.length / pixels;
        double[][] sums = new double[channels][];
        for (int channel = 0; channel < channels; channel++) {
            sums[channel] = sums(labels, probabilities, channel);
        }
        double[] direct = new double[channels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            if (labels[pixel] < 0) {
                continue;
            }
            double mean = 0;
            for (int channel = 0; channel < channels; channel++) {
                int at = channel * pixels + pixel;
                double both = sums[channel][0];
                double all = sums[channel][1];
                direct[channel] = dice * (both - 2 * labels[at] * all) / (all * all) / channels;
                mean += direct[channel] * probabilities[at];
            }
            for (int channel = 0; channel < channels; channel++) {
                int at = channel * pixels + pixel;
                double p = probabilities[at];
                slopes[at] += channels == 1 ? direct[0] * p * (1 - p) : p * (direct[channel] - mean);
            }
        }
    }

    /** The losses of some pictures, added up, from labels and probabilities of the shape [batch, channels, height, width]. */
    double sum(INDArray labels, INDArray probabilities) {
        int size = Math.toIntExact(labels.length() / labels.size(0));
        double[] wanted = RowMajor.of(labels);
        double[] given = RowMajor.of(probabilities);
        double sum = 0;
        for (int from = 0; from < wanted.length; from += size) {
            sum += loss(Arrays.copyOfRange(wanted, from, from + size), Arrays.copyOfRange(given, from, from + size));
        }
        return sum;
    }

    @Override
    public double computeScore(INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double sum = Arrays.stream(losses(labels, sums, function)).sum();
        return average ? sum / examples(sums) : sum;
    }

    /** The loss of each picture, divided evenly among its pixels. */
    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        double[] losses = losses(labels, sums, function);
        double[] each = new double[(int) sums.size(0)];
        for (int row = 0; row < each.length; row++) {
            each[row] = losses[row / pixels()] / pixels();
        }
        return Nd4j.createFromArray(each).reshape(each.length, 1).castTo(sums.dataType());
    }

    private double[] losses(INDArray labels, INDArray sums, IActivation function) {
        require(labels, sums, function);
        double[] losses = new double[examples(sums)];
        double[] probabilities = new double[pixels() * (int) sums.size(1)];
        for (int example = 0; example < losses.length; example++) {
            activate(picture(sums, example), probabilities);
            losses[example] = loss(picture(labels, example), probabilities);
        }
        return losses;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        require(labels, sums, function);
        int channels = (int) sums.size(1);
        double[] probabilities = new double[pixels() * channels];
        double[] slopes = new double[pixels() * channels];
        double[][] all = new double[(int) sums.size(0)][channels];
        for (int example = 0; example < examples(sums); example++) {
            activate(picture(sums, example), probabilities);
            slopes(picture(labels, example), probabilities, slopes);
            for (int at = 0; at < slopes.length; at++) {
                all[example * pixels() + at % pixels()][at / pixels()] = slopes[at];
            }
        }
        return Nd4j.createFromArray(all).castTo(sums.dataType());
    }

    /** A picture's numbers channel by channel, of [batch · pixels, channels]. */
    private double[] picture(INDArray rows, int example) {
        int channels = (int) rows.size(1);
        double[] picture = new double[pixels() * channels];
        for (int at = 0; at < picture.length; at++) {
            picture[at] = rows.getDouble((long) example * pixels() + at % pixels(), at / pixels());
        }
        return picture;
    }

    private int examples(INDArray rows) {
        return Math.toIntExact(rows.size(0) / pixels());
    }

    private void require(INDArray labels, INDArray sums, IActivation function) {
        boolean fitting =
                sums.size(1) == 1 ? function instanceof ActivationSigmoid : function instanceof ActivationSoftmax;
        if (sums.rank() != 2 || sums.size(0) % pixels() != 0 || !labels.equalShapes(sums) || !fitting) {
            throw new IllegalArgumentException(
                    "Pictures of %d×%d pixels go through softmax, or one channel through sigmoid, and labels are of the same shape. Received: %s, %s, %s"
                            .formatted(
                                    height,
                                    width,
                                    Arrays.toString(sums.shape()),
                                    Arrays.toString(labels.shape()),
                                    function));
        }
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, sums, function, mask, average), computeGradient(labels, sums, function, mask));
    }

    public int getHeight() {
        return height;
    }

    public int getWidth() {
        return width;
    }

    public double getEntropy() {
        return entropy;
    }

    public double getGamma() {
        return gamma;
    }

    public double getDice() {
        return dice;
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelLoss && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "PixelLoss(%d, %d, %s, %s, %s)".formatted(height, width, entropy, gamma, dice);
    }
}
