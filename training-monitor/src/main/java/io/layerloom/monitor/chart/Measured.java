package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import java.util.function.DoubleFunction;

/** What a chart measures: it decides how values are written and where the axis naturally ends. */
public enum Measured {
    /** A loss or error; not below 0, better when lower. */
    LOSS(AutoRange.Kind.LOSS, 1, "", Figures::loss),
    /** A part of all, shown as a percentage. */
    ACCURACY(AutoRange.Kind.PART, 100, "%", Figures::percent);

    private final AutoRange.Kind kind;
    private final double factor;
    private final String unit;
    private final DoubleFunction<String> format;

    Measured(AutoRange.Kind kind, double factor, String unit, DoubleFunction<String> format) {
        this.kind = kind;
        this.factor = factor;
        this.unit = unit;
        this.format = format;
    }

    AutoRange.Kind kind() {
        return kind;
    }

    /** By how much a value is multiplied before it is written on the axis. */
    double factor() {
        return factor;
    }

    /** A title with the unit in which the axis is marked: "Accuracy, %". */
    String titled(String name) {
        return unit.isEmpty() ? name : tr("%s, %s", name, unit);
    }

    /** The head of a column of a table, with the unit of its values: "training (%)". */
    String headed(String name) {
        return unit.isEmpty() ? name : tr("%s (%s)", name, unit);
    }

    /** A value for a table, in the unit of {@link #headed}. */
    String plain(double value) {
        return Float.toString((float) (value * factor));
    }

    /** A value as people read it, with its unit. */
    public String format(double value) {
        return format.apply(value);
    }
}
