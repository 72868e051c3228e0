package io.layerloom.monitor.chart;

import java.util.List;

/** Finds the stretch of values that shows the visible part of all curves well. */
final class AutoRange {
    private static final int PROBES = 200;

    /** What a chart shows; it decides where an axis naturally ends. */
    enum Kind {
        /** Not below 0, falling. */
        LOSS,
        /** From 0 to 1, shown as a percentage. */
        PART
    }

    private final Kind kind;
    private final Range x;
    private final boolean logarithmic;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private AutoRange(Kind kind, Range x, Scale scale) {
        this.kind = kind;
        this.x = x;
        this.logarithmic = scale == Scale.LOGARITHMIC;
    }

    /** The range for {@code curves} within {@code x}, its ends at round marks of which about {@code marks} lie in it. */
    static Range of(List<Curve> curves, Kind kind, Range x, Scale scale, int marks) {
        AutoRange range = new AutoRange(kind, x, scale);
        curves.forEach(range::add);
        return range.rounded(marks);
    }

    private void add(Curve curve) {
        Series series = curve.series();
        int from = Math.max(0, series.indexAt(x.low()) - 1);
        int to = Math.min(series.size(), series.indexAt(x.high()) + 1);
        if (from >= to) {
            return;
        }
        float[] extremes = new float[2];
        curve.extremes(from, to, extremes);
        double least = logarithmic && extremes[0] <= 0 ? leastAboveZero(curve, from, to) : extremes[0];
        double greatest = extremes[1];
        if (logarithmic && greatest <= 0) {
            return;
        }
        low = Math.min(low, least);
        high = Math.max(high, greatest);
        if (curve.kind() == Curve.Kind.TRAINING) {
            addNoise(series, from, to, least, greatest);
        }
    }

    /** A look at some of the points; a curve that touches zero has no natural low end on a logarithmic axis anyway. */
    private static double leastAboveZero(Curve curve, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        int stride = Math.max(1, (to - from) / PROBES);
        for (int i = from; i < to; i += stride) {
            double value = curve.value(i);
            least = value > 0 ? Math.min(least, value) : least;
        }
        return least;
    }

    /** One wild batch must not press the whole curve flat, so the noise only counts as far as it stays near the line. */
    private void addNoise(Series series, int from, int to, double least, double greatest) {
        float[] extremes = new float[2];
        series.extremes(from, to, extremes);
        double room = Math.max(0.35 * (greatest - least), 0.25 * Math.abs(greatest));
        high = Math.max(high, Math.min(extremes[1], greatest + room));
        if (!logarithmic || extremes[0] > 0) {
            double floor = logarithmic ? least / 4 : least - room;
            low = Math.min(low, Math.max(extremes[0], floor));
        }
    }

    private Range rounded(int marks) {
        if (low > high) {
            return logarithmic ? new Range(0.1, 1) : new Range(0, 1);
        }
        if (logarithmic) {
            return Ticks.roundedLogarithmic(new Range(low, Math.max(high, low * 1.2)));
        }
        boolean nearZero = low >= 0 && low < 0.6 * high;
        double from = nearZero ? 0 : low;
        double to = Math.max(high, from + Math.max(1e-6, Math.abs(from) * 0.02));
        if (kind == Kind.PART) {
            double start = Math.min(from, 0.98);
            Range nice = Ticks.rounded(new Range(start, Math.max(to, start + 0.01)), marks);
            return new Range(Math.max(0, nice.low()), Math.min(1, Math.max(nice.high(), nice.low() + 0.005)));
        }
        return Ticks.rounded(new Range(from, to), marks);
    }
}
