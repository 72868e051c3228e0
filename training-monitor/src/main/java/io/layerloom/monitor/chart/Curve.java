package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Tokens;
import java.util.function.Function;
import javafx.scene.paint.Color;

/**
 * A series with the way in which it is drawn.
 *
 * @param label the name beside the curve
 * @param colour its colour in a theme
 */
public record Curve(String label, Series series, Kind kind, Function<Tokens, Color> colour) {

    /** The name beside the curve, in the language of now. */
    @Override
    public String label() {
        return tr(label);
    }

    /** What a curve stands for. */
    public enum Kind {
        /** Noisy values of every batch: a soft band with the smoothed line above. */
        TRAINING(2, 0),
        /** A few measured values: a line with dots. */
        VALIDATION(2, 3.5),
        /** The smoothed line of another run, thin. */
        OTHER_TRAINING(1.4, 0),
        /** Measured values of another run, thin, dashed and with dots. */
        OTHER_VALIDATION(1.4, 2.2);

        private final double thickness;
        private final double dot;

        Kind(double thickness, double dot) {
            this.thickness = thickness;
            this.dot = dot;
        }

        /** How thick the line is, in logical pixels. */
        double thickness() {
            return thickness;
        }

        /** The greatest radius of the dots on its points, in logical pixels; 0 where there are none. */
        double dot() {
            return dot;
        }

        boolean isDashed() {
            return this == OTHER_VALIDATION;
        }

        boolean smoothed() {
            return this == TRAINING || this == OTHER_TRAINING;
        }

        boolean ofAnotherRun() {
            return this == OTHER_TRAINING || this == OTHER_VALIDATION;
        }
    }

    /** The curve of training. */
    public static Curve training(Series series) {
        return new Curve(later("training"), series, Kind.TRAINING, Tokens::training);
    }

    /** The curve of training under another name. */
    public static Curve named(String name, Series series) {
        return new Curve(name, series, Kind.TRAINING, Tokens::training);
    }

    /** The curve of validation. */
    public static Curve validation(Series series) {
        return new Curve(later("validation"), series, Kind.VALIDATION, Tokens::validation);
    }

    /** The value that the line shows at a point: smoothed where the kind is. */
    double value(int index) {
        return kind.smoothed() ? series.smoothed(index) : series.y(index);
    }

    /** Writes least and greatest value of the line between the points {@code from} and {@code to} (exclusive) into {@code out}. */
    void extremes(int from, int to, float[] out) {
        if (kind.smoothed()) {
            series.smoothedExtremes(from, to, out);
        } else {
            series.extremes(from, to, out);
        }
    }
}
