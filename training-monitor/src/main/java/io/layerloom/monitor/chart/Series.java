package io.layerloom.monitor.chart;

import java.util.Arrays;

/**
 * A curve that only grows at its right end: points by ascending x, and the same smoothed.
 *
 * <p>Smoothing is an exponential moving average over x, not over points, so that it reaches equally far back where several steps are told as one point. Its
 * weight is made up for at the start, so that the first smoothed value is the first value. One million points take about 20 MB.
 */
public final class Series {
    private double[] xs = new double[256];
    private final Pyramid ys = new Pyramid();
    private Pyramid smooth = new Pyramid();
    private double weight = 0.9;
    private double average;
    private double mass;

    /** Adds a point; one without a finite value, or left of the last one, is passed over. */
    public void append(double x, double y) {
        int size = ys.size();
        if (!Double.isFinite(y) || (size > 0 && x < xs[size - 1])) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
        }
        xs[size] = x;
        ys.append((float) y);
        smooth.append(smooth(size));
    }

    private float smooth(int index) {
        double past = index == 0 ? weight : Math.pow(weight, Math.max(1, xs[index] - xs[index - 1]));
        average = past * average + (1 - past) * ys.get(index);
        mass = past * mass + (1 - past);
        return (float) (average / mass);
    }

    /** How many points there are. */
    public int size() {
        return ys.size();
    }

    /** Whether there is no point yet. */
    public boolean isEmpty() {
        return ys.size() == 0;
    }

    /** The x of a point. */
    public double x(int index) {
        return xs[index];
    }

    /** The value of a point. */
    public double y(int index) {
        return ys.get(index);
    }

    /** The smoothed value at a point. */
    public double smoothed(int index) {
        return smooth.get(index);
    }

    /** The x of the last point; 0 if there is none. */
    public double lastX() {
        return isEmpty() ? 0 : xs[size() - 1];
    }

    /** The weight of what lies one x back, against what is there now, in the smoothed value; from 0 (none) to below 1. */
    public double smoothing() {
        return weight;
    }

    /** Smooths all over again with another weight, from 0 to 0.999. */
    public void setSmoothing(double newWeight) {
        double clamped = Math.max(0, Math.min(0.999, newWeight));
        if (clamped == weight) {
            return;
        }
        weight = clamped;
        average = 0;
        mass = 0;
        smooth = new Pyramid();
        for (int i = 0; i < size(); i++) {
            smooth.append(smooth(i));
        }
    }

    /** The first point at or right of {@code x}; {@link #size()} if there is none. */
    public int indexAt(double x) {
        int found = Arrays.binarySearch(xs, 0, size(), x);
        if (found < 0) {
            return -found - 1;
        }
        int index = found;
        while (index > 0 && xs[index - 1] == x) {
            index--;
        }
        return index;
    }

    /** The point whose x is nearest; -1 if there is none. */
    public int nearest(double x) {
        if (isEmpty()) {
            return -1;
        }
        int right = Math.min(indexAt(x), size() - 1);
        return right > 0 && x - xs[right - 1] < xs[right] - x ? right - 1 : right;
    }

    /** Writes least and greatest value of the points {@code from} to {@code to} (exclusive) into {@code out}. */
    void extremes(int from, int to, float[] out) {
        ys.extremes(from, to, out);
    }

    /** As {@link #extremes}, of the smoothed values. */
    void smoothedExtremes(int from, int to, float[] out) {
        smooth.extremes(from, to, out);
    }
}
