package io.layerloom.canvas;

import io.layerloom.graph.Forecast;
import io.layerloom.graph.TrainingMemory;
import java.util.Locale;

/**
 * What a layer costs.
 *
 * @param multiplyAdds for one example, forward
 * @param bytes what training keeps of it at the batch size: what it gives and the slopes along it
 * @param seconds of a step of training, as foretold; 0 where that is not known
 * @param share of a step, 0 to 1; 0 where that is not known
 * @param heat how dear it is beside the dearest layer, 0 to 1
 */
record Cost(long parameters, long multiplyAdds, long bytes, double seconds, double share, double heat) {

    /** What it computes: parameters and multiply-adds. */
    String work() {
        return brief(parameters) + " par · " + brief(multiplyAdds) + " MAC";
    }

    /** What it takes of the machine: memory, and where it is known time. */
    String taken() {
        String memory = TrainingMemory.words(bytes);
        return share == 0 ? memory : memory + " · " + Forecast.words(seconds) + " · " + percent(share);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, part < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * part);
    }

    /** A number in three digits with the prefix of the International System: "1.25 M". */
    static String brief(long value) {
        String[] prefixes = {"", "k", "M", "G", "T", "P", "E"};
        double rest = value;
        int step = 0;
        while (rest >= 999.5 && step < prefixes.length - 1) {
            rest /= 1000;
            step++;
        }
        int digits = step == 0 || rest >= 100 ? 0 : rest >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f%s%s", rest, step == 0 ? "" : " ", prefixes[step]);
    }
}
