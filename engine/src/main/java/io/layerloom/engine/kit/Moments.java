package io.layerloom.engine.kit;

import java.util.Arrays;

/** Mean and variance of each channel of some images, gathered image by image without loss of digits (Chan, Golub, LeVeque, Algorithms for computing the sample variance, 1983). */
final class Moments {

    private final double[] means;
    private final double[] squares;
    private double count;

    Moments(int channels) {
        this.means = new double[channels];
        this.squares = new double[channels];
    }

    /** Forgets what was, and takes the examples from {@code from} to before {@code to}. */
    void of(float[] values, int area, int from, int to) {
        Arrays.fill(means, 0);
        Arrays.fill(squares, 0);
        count = 0;
        for (int example = from; example < to; example++) {
            int at = example * means.length * area;
            for (int channel = 0; channel < means.length; channel++, at += area) {
                float mean = Sums.of(values, at, area) / area;
                join(channel, area, mean, Sums.ofSquares(values, mean, at, area));
            }
            count += area;
        }
    }

    /** Forgets what was, and takes what is known of some numbers of each channel: how many, their means, and the sums of the squares of their distances from these. */
    void set(double numbers, double[] newMeans, double[] newSquares) {
        System.arraycopy(newMeans, 0, means, 0, means.length);
        System.arraycopy(newSquares, 0, squares, 0, squares.length);
        count = numbers;
    }

    /** Takes what another one has. */
    void join(Moments other) {
        for (int channel = 0; channel < means.length; channel++) {
            join(channel, other.count, other.means[channel], other.squares[channel]);
        }
        count += other.count;
    }

    private void join(int channel, double others, double mean, double sumOfSquares) {
        double distance = mean - means[channel];
        double share = others / (count + others);
        means[channel] += distance * share;
        squares[channel] += sumOfSquares + distance * distance * count * share;
    }

    /** How many numbers of each channel there were. */
    double count() {
        return count;
    }

    double mean(int channel) {
        return means[channel];
    }

    double variance(int channel) {
        return squares[channel] / count;
    }
}
