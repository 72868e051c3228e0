package io.layerloom.graph;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a step of training takes on this machine.
 *
 * @param seconds for the whole step
 * @param shares of the whole, by layers; what no layer is to blame for is missing
 */
public record Forecast(double seconds, Map<NodeId, Double> shares) {

    public Forecast {
        shares = Map.copyOf(shares);
    }

    /** The shares that layers with this work have of a step that asks for so much. */
    public static Forecast of(StepWork step, Map<NodeId, StepWork> work, Pace pace) {
        double whole = pace.estimate(step);
        Map<NodeId, Double> shares = new LinkedHashMap<>();
        work.forEach((id, own) -> shares.put(id, pace.estimate(own) / whole));
        return new Forecast(pace.predict(step), shares);
    }

    /** The part of a step that a layer takes; 0 where that is not known. */
    public double share(NodeId layer) {
        return shares.getOrDefault(layer, 0.0);
    }

    /** A time in two digits: {@code 0.4 ms}, {@code 12 ms}, {@code 3.4 s}, {@code 25 min}, {@code 8.5 h}. */
    public static String words(double seconds) {
        if (seconds < 0.9995) {
            return rounded(1000 * seconds, "ms");
        }
        if (seconds < 100) {
            return rounded(seconds, "s");
        }
        return seconds < 6000 ? rounded(seconds / 60, "min") : rounded(seconds / 3600, "h");
    }

    private static String rounded(double amount, String unit) {
        return String.format(Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%,.0f %s", amount, unit);
    }
}
