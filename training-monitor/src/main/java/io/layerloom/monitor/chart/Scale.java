package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

/** How values are spread over an axis. */
public enum Scale {
    LINEAR(later("Linear")),
    LOGARITHMIC(later("Logarithmic"));

    private final String label;

    Scale(String label) {
        this.label = label;
    }

    /** The name that people read. */
    public String label() {
        return tr(label);
    }

    /** Where a value lies in a range, from 0 at its low end to 1 at its high end; NaN for what a logarithm cannot show. */
    double unit(double value, Range range) {
        if (this == LINEAR) {
            return (value - range.low()) / range.span();
        }
        return value <= 0 ? Double.NaN : Math.log(value / range.low()) / Math.log(range.high() / range.low());
    }

    /** The value at a place in a range; the inverse of {@link #unit}. */
    double value(double unit, Range range) {
        return this == LINEAR
                ? range.low() + unit * range.span()
                : range.low() * Math.pow(range.high() / range.low(), unit);
    }
}
