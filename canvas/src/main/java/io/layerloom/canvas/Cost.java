package io.layerloom.canvas;

import io.layerloom.graph.Inference;
import io.layerloom.graph.TrainingMemory;
import java.util.Locale;

/**
 * What a layer costs.
 *
 * @param multiplyAdds for one example, forward
 * @param bytes what training keeps of it at the batch size: what it gives and the slopes along it
 */
record Cost(long parameters, long multiplyAdds, long bytes) {

    static Cost of(Inference.Report report, int batchSize) {
        return new Cost(
                report.count().weights(),
                report.multiplyAdds(),
                batchSize * TrainingMemory.perExample(report.footprint()));
    }

    /** The line on a node: parameters, multiply-adds, memory. */
    String line() {
        return brief(parameters) + " par · " + brief(multiplyAdds) + " MAC · " + TrainingMemory.words(bytes);
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
