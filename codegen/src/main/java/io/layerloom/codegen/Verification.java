package io.layerloom.codegen;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether an exported project, compiled and run on its own, computes what Layerloom computed.
 *
 * @param verified whether everything is equal, bit for bit
 * @param configurationEqual whether the configuration has the same JSON
 * @param maxDiff the largest difference between outputs of the trained weights; 0 if all bits are equal, NaN if there is nothing to compare
 * @param retrainedEqual whether one epoch from the first weights gives the same parameters
 * @param message the same in a sentence, in English as all documents of the project
 * @param said the same in the language that the person speaks
 */
public record Verification(
        boolean verified,
        boolean configurationEqual,
        double maxDiff,
        boolean retrainedEqual,
        String message,
        String said) {

    /** A project that could not be compiled or run. */
    static Verification impossible(String words, Object... gaps) {
        return new Verification(false, false, Double.NaN, false, english(words, gaps), tr(words, gaps));
    }

    /** The comparison of what was expected with what came out. */
    static Verification of(Expectation expected, Expectation actual) {
        boolean configuration = expected.configuration().equals(actual.configuration());
        boolean retrained = expected.retrained().equals(actual.retrained());
        double maxDiff = maxDiff(expected.outputs(), actual.outputs());
        boolean outputs = maxDiff == 0;
        return new Verification(
                configuration && outputs && retrained,
                configuration,
                maxDiff,
                retrained,
                message(configuration, outputs, maxDiff, retrained, Verification::english),
                message(configuration, outputs, maxDiff, retrained, Language::tr));
    }

    /** The largest difference; the least positive number where only the sign of a zero or the kind of a NaN differs. */
    private static double maxDiff(float[] expected, float[] actual) {
        if (expected.length != actual.length || expected.length == 0) {
            return Double.NaN;
        }
        double max = 0;
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToRawIntBits(expected[i]) != Float.floatToRawIntBits(actual[i])) {
                double diff = Math.abs((double) expected[i] - actual[i]);
                max = Double.isNaN(diff) ? Double.NaN : Math.max(max, Math.max(diff, Double.MIN_VALUE));
            }
            if (Double.isNaN(max)) {
                return max;
            }
        }
        return max;
    }

    private static String message(
            boolean configuration, boolean outputs, double maxDiff, boolean retrained, Tongue in) {
        if (configuration && outputs && retrained) {
            return in.say(
                    later(
                            "Compiled and run on its own, the project has the same configuration, its trained weights give the same outputs, and one epoch of training gives the same weights, bit for bit."));
        }
        List<String> faults = new ArrayList<>();
        if (!configuration) {
            faults.add(in.say(later("the configuration differs")));
        }
        if (!outputs) {
            faults.add(
                    Double.isNaN(maxDiff)
                            ? in.say(later("the outputs cannot be compared"))
                            : in.say(later("the outputs differ by up to %.3g"), maxDiff));
        }
        if (!retrained) {
            faults.add(in.say(later("one epoch of training gives other weights")));
        }
        return in.say(
                later(
                        "The project is not the same: %s. Train again with this version and on this machine, then export."),
                String.join(", ", faults));
    }

    /** One of two ways to say something: in English for the documents of the project, and as the person speaks. */
    private interface Tongue {
        String say(String words, Object... gaps);
    }

    private static String english(String words, Object... gaps) {
        return String.format(Locale.ROOT, words, gaps);
    }
}
