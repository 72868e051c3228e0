package io.layerloom.engine.kit;

/**
 * Brings the length of a capsule between 0 and 1 and leaves its direction: s · |s| ÷ (1 + |s|²), so that short ones all but vanish and long ones come near 1. Sabour, Frosst, Hinton, Dynamic routing
 * between capsules (2017), equation 1.
 */
final class Squash {

    private Squash() {}

    /** The length of the capsule whose numbers begin at {@code from}. */
    static double length(double[] numbers, int from, int dimensions) {
        double sum = 0;
        for (int i = from; i < from + dimensions; i++) {
            sum += numbers[i] * numbers[i];
        }
        return Math.sqrt(sum);
    }

    /** All capsules of a row squashed, each of so many numbers side by side. */
    static double[] of(double[] capsules, int dimensions) {
        double[] squashed = new double[capsules.length];
        for (int from = 0; from < capsules.length; from += dimensions) {
            double length = length(capsules, from, dimensions);
            double factor = length / (1 + length * length);
            for (int i = from; i < from + dimensions; i++) {
                squashed[i] = factor * capsules[i];
            }
        }
        return squashed;
    }

    /** The slopes of the capsules, from those of the squashed ones. A capsule without length has none. */
    static double[] back(double[] capsules, double[] slopes, int dimensions) {
        double[] back = new double[capsules.length];
        for (int from = 0; from < capsules.length; from += dimensions) {
            double length = length(capsules, from, dimensions);
            if (length == 0) {
                continue;
            }
            double sum = 1 + length * length;
            double along = 0;
            for (int i = from; i < from + dimensions; i++) {
                along += slopes[i] * capsules[i];
            }
            double turn = along * (1 - length * length) / (sum * sum * length);
            for (int i = from; i < from + dimensions; i++) {
                back[i] = slopes[i] * length / sum + turn * capsules[i];
            }
        }
        return back;
    }
}
