package io.layerloom.engine.kit;

import java.util.Arrays;

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
 * @param pixels how many a picture has
 * @param entropy the weight of the cross-entropy
 * @param gamma how much less the pixels count there that are right anyway
 * @param dice the weight of the Dice loss
 */
record PictureLoss(int pixels, double entropy, double gamma, double dice) {

    /** No probability counts as nearer to 0 or 1. */
    private static final double LEAST = 1e-7;

    /** Turns the numbers of a picture, [channels, pixels], into the probabilities of its classes. */
    void activate(double[] numbers, double[] probabilities) {
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
    double of(double[] labels, double[] probabilities) {
        int counted = counted(labels);
        if (counted == 0) {
            return 0;
        }
        double loss = 0;
        for (int pixel = 0; entropy > 0 && pixel < pixels; pixel++) {
            if (labels[pixel] >= 0) {
                double likely = limited(likely(labels, probabilities, pixel));
                loss -= entropy * Math.pow(1 - likely, gamma) * Math.log(likely) / counted;
            }
        }
        int channels = labels.length / pixels;
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
        for (int pixel = 0; entropy > 0 && pixel < pixels; pixel++) {
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
        for (int pixel = 0; pixel < pixels; pixel++) {
            counted += labels[pixel] >= 0 ? 1 : 0;
        }
        return counted;
    }

    /** The probability of what is true at a pixel. */
    private double likely(double[] labels, double[] probabilities, int pixel) {
        if (labels.length == pixels) {
            return labels[pixel] > 0.5 ? probabilities[pixel] : 1 - probabilities[pixel];
        }
        double likely = 0;
        for (int at = pixel; at < labels.length; at += pixels) {
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
        if (labels.length == pixels) {
            double truth = labels[pixel] > 0.5 ? 1 : 0;
            slopes[pixel] += weight * -focus * (probabilities[pixel] - truth);
            return;
        }
        for (int at = pixel; at < labels.length; at += pixels) {
            slopes[at] += weight * focus * (labels[at] - probabilities[at]);
        }
    }

    /** Of the pixels that count, 2 · Σ y·p + 1 and Σ y + Σ p + 1. */
    private double[] sums(double[] labels, double[] probabilities, int channel) {
        double both = 0;
        double all = 0;
        int from = channel * pixels;
        for (int at = from; at < from + pixels; at++) {
            if (labels[at] >= 0) {
                both += labels[at] * probabilities[at];
                all += labels[at] + probabilities[at];
            }
        }
        return new double[] {2 * both + 1, all + 1};
    }

    private void slopesOfDice(double[] labels, double[] probabilities, double[] slopes) {
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
}
