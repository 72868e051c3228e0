package io.layerloom.monitor.chart;

import java.util.ArrayList;
import java.util.List;

/** The round values at which an axis is marked, and the distance between them. */
record Ticks(List<Double> values, double step) {

    /** Fewer marks than this do not tell how large an axis is. */
    private static final int LEAST = 3;

    /** From 5 to 2, from 2 to 1 and from 10 to 5, once it is made round. */
    private static final double FINER = 0.4;

    private static final double[] STEPS = {1, 2, 2.5, 5};

    /** Multiples of a round step, about {@code wanted} of them above the first, inside {@code range}; at both its ends if it is a {@link #rounded} one. */
    static Ticks linear(Range range, int wanted) {
        double best = niceStep(range.span() / Math.max(1, wanted));
        double difference = Double.POSITIVE_INFINITY;
        for (double step : roundSteps(range.span())) {
            double intervals = range.span() / step;
            boolean fits = isWhole(range.low() / step) && isWhole(range.high() / step);
            if (fits && intervals <= wanted + 1.5 && Math.abs(intervals - wanted) < difference) {
                difference = Math.abs(intervals - wanted);
                best = step;
            }
        }
        return multiples(range, best);
    }

    /**
     * As {@link #linear}, but whole numbers only; at least three of them where the range holds so many.
     *
     * @param closest the least step at which the marks do not touch each other
     */
    static Ticks whole(Range range, int wanted, double closest) {
        double step = Math.max(1, niceStep(range.span() / Math.max(1, wanted)));
        double finer = Math.max(1, niceStep(step * FINER));
        while (finer < step
                && finer >= closest
                && multiples(range, step).values().size() < LEAST) {
            step = finer;
            finer = Math.max(1, niceStep(step * FINER));
        }
        return multiples(range, step);
    }

    /** Powers of ten; where fewer than two of them fit, also 2 and 5 times these. */
    static Ticks logarithmic(Range range) {
        List<Double> tens = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(range.low()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(range.high()) - 1e-9);
        int every = Math.max(1, (last - first + 5) / 6);
        for (int exponent = first; exponent <= last; exponent++) {
            double ten = Math.pow(10, exponent);
            if (inside(ten, range) && Math.floorMod(exponent - first, every) == 0) {
                tens.add(ten);
            }
            for (int digit : new int[] {1, 2, 5}) {
                if (inside(digit * ten, range)) {
                    more.add(digit * ten);
                }
            }
        }
        return new Ticks(tens.size() > 2 ? tens : more, 0);
    }

    /** The range with its ends moved out as little as possible, to where {@link #linear} puts marks. */
    static Range rounded(Range range, int wanted) {
        Range best = range;
        double least = Double.POSITIVE_INFINITY;
        for (double step : roundSteps(range.span())) {
            Range candidate = new Range(
                    Math.floor(range.low() / step + 1e-9) * step, Math.ceil(range.high() / step - 1e-9) * step);
            double intervals = candidate.span() / step;
            double cost = candidate.span() / range.span() + 0.04 * Math.abs(intervals - wanted);
            if (intervals > 1.5 && intervals < wanted + 1.5 && cost < least) {
                least = cost;
                best = candidate;
            }
        }
        return best;
    }

    /** Round steps from a twentieth of a span to all of it. */
    private static double[] roundSteps(double span) {
        double ten = Math.pow(10, Math.floor(Math.log10(span)) - 1);
        double[] steps = new double[3 * STEPS.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = STEPS[i % STEPS.length] * ten * Math.pow(10, Math.floorDiv(i, STEPS.length));
        }
        return steps;
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-6;
    }

    /** The range with its ends moved out to 1, 2 or 5 times a power of ten. */
    static Range roundedLogarithmic(Range range) {
        double low = Math.pow(10, Math.floor(Math.log10(range.low()) + 1e-9));
        double high = Math.pow(10, Math.ceil(Math.log10(range.high()) - 1e-9));
        low = range.low() >= 5 * low ? 5 * low : range.low() >= 2 * low ? 2 * low : low;
        high = range.high() <= high / 5 ? high / 5 : range.high() <= high / 2 ? high / 2 : high;
        return new Range(low, high > low ? high : low * 10);
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below {@code rough}. */
    static double niceStep(double rough) {
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / ten;
        if (times <= 1 + 1e-9) {
            return ten;
        }
        return times <= 2 + 1e-9 ? 2 * ten : times <= 5 + 1e-9 ? 5 * ten : 10 * ten;
    }

    private static Ticks multiples(Range range, double step) {
        List<Double> values = new ArrayList<>();
        double tolerance = step * 1e-6;
        for (double k = Math.ceil((range.low() - tolerance) / step); k * step <= range.high() + tolerance; k++) {
            // Adding zero turns a negative zero into a plain one.
            values.add(k * step + 0.0);
        }
        return new Ticks(values, step);
    }

    private static boolean inside(double value, Range range) {
        return value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9);
    }
}
