package io.layerloom.codegen;

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
 * @param message the same in a sentence
 */
public record Verification(
        boolean verified, boolean configurationEqual, double maxDiff, boolean retrainedEqual, String message) {

    /** A project that could not be compiled or run. */
    static Verification impossible(String message) {
        return new Verification(false, false, Double.NaN, false, message);
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
                message(configuration, outputs, maxDiff, retrained));
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

    private static String message(boolean configuration, boolean outputs, double maxDiff, boolean retrained) {
        if (configuration && outputs && retrained) {
            return "Compiled and run on its own, the project has the same configuration, its trained weights give the same outputs,"
                    + " and one epoch of training gives the same weights, bit for bit.";
        }
        List<String> faults = new ArrayList<>();
        if (!configuration) {
            faults.add("the configuration differs");
        }
        if (!outputs) {
            faults.add(
                    Double.isNaN(maxDiff)
                            ? "the outputs cannot be compared"
                            : String.format(Locale.ROOT, "the outputs differ by up to %.3g", maxDiff));
        }
        if (!retrained) {
            faults.add("one epoch of training gives other weights");
        }
        return "The project is not the same: " + String.join(", ", faults)
                + ". Train again with this version and on this machine, then export.";
    }
}
