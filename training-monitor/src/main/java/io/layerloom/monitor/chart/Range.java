package io.layerloom.monitor.chart;

/** A stretch of an axis. */
public record Range(double low, double high) {

    public Range {
        if (!(high > low)) {
            throw new IllegalArgumentException(
                    "A range needs its high end above its low end. Received: " + low + " to " + high);
        }
    }

    /** Its length. */
    public double span() {
        return high - low;
    }

    /** Whether a value lies in it, ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** This stretch made {@code factor} times as long while {@code fixed} keeps its place on screen. */
    Range zoom(double fixed, double factor) {
        return new Range(fixed - (fixed - low) * factor, fixed + (high - fixed) * factor);
    }

    /** This stretch moved by {@code distance}. */
    Range pan(double distance) {
        return new Range(low + distance, high + distance);
    }

    /** This stretch moved, and if need be shortened, so that it lies within {@code outer}. */
    Range within(Range outer) {
        if (span() >= outer.span()) {
            return outer;
        }
        if (low < outer.low) {
            return pan(outer.low - low);
        }
        return high > outer.high ? pan(outer.high - high) : this;
    }
}
