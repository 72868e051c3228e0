package io.layerloom.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How well a trained network does on examples that it has not seen. For classes, {@code mse}, {@code mae} and {@code r2} are NaN; for numbers, {@code accuracy} and the macro
 * averages are NaN and the lists are empty; for next tokens, only {@code loss}, {@code accuracy} and {@code perplexity} are there; for examples that were to be given back, only {@code loss},
 * {@code mse} and {@code mae}.
 *
 * @param examples how many examples were measured
 * @param loss mean loss of an example, with the penalties of the layers
 * @param accuracy the part that was classified rightly
 * @param classes the names of the classes in the order of {@code confusion}
 * @param confusion examples by actual class (row) and predicted class (column)
 * @param macroPrecision mean of the classes' precision; likewise the other two
 * @param mse mean squared error over all examples and columns
 * @param mae mean absolute error over all examples and columns
 * @param r2 coefficient of determination, the mean over the columns; NaN where a column is constant
 * @param perplexity out of how many tokens the network might as well have chosen blindly; NaN where no next tokens are foretold
 * @param reconstruction whether the examples themselves were to be given back
 */
public record Evaluation(
        long examples,
        double loss,
        double accuracy,
        List<String> classes,
        int[][] confusion,
        List<ClassScore> perClass,
        double macroPrecision,
        double macroRecall,
        double macroF1,
        double mse,
        double mae,
        double r2,
        double perplexity,
        boolean reconstruction) {

    public Evaluation {
        classes = List.copyOf(classes);
        perClass = List.copyOf(perClass);
        confusion = copy(confusion);
        // A perplexity is 1 at least; records of runs that were made before there was one read as 0.
        perplexity = perplexity >= 1 ? perplexity : Double.NaN;
    }

    /** An evaluation of classes or numbers. */
    public Evaluation(
            long examples,
            double loss,
            double accuracy,
            List<String> classes,
            int[][] confusion,
            List<ClassScore> perClass,
            double macroPrecision,
            double macroRecall,
            double macroF1,
            double mse,
            double mae,
            double r2) {
        this(
                examples,
                loss,
                accuracy,
                classes,
                confusion,
                perClass,
                macroPrecision,
                macroRecall,
                macroF1,
                mse,
                mae,
                r2,
                Double.NaN,
                false);
    }

    /** An evaluation of next tokens. */
    static Evaluation ofTokens(long examples, double loss, double accuracy, double perplexity) {
        return new Evaluation(
                examples,
                loss,
                accuracy,
                List.of(),
                new int[0][],
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                perplexity,
                false);
    }

    /** An evaluation of examples that were to be given back. */
    static Evaluation ofReconstructions(long examples, double loss, double mse, double mae) {
        return new Evaluation(
                examples,
                loss,
                Double.NaN,
                List.of(),
                new int[0][],
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                mse,
                mae,
                Double.NaN,
                Double.NaN,
                true);
    }

    /** Nothing measured: the run has no test part. */
    public static final Evaluation NONE = new Evaluation(
            0,
            Double.NaN,
            Double.NaN,
            List.of(),
            new int[0][],
            List.of(),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);

    /** Whether classes were told apart, rather than numbers predicted. */
    @JsonIgnore
    public boolean isClassification() {
        return !classes.isEmpty();
    }

    /** Whether next tokens were foretold. */
    @JsonIgnore
    public boolean isForetelling() {
        return Double.isFinite(perplexity);
    }

    /** Examples by actual class (row) and predicted class (column); a copy. */
    @Override
    public int[][] confusion() {
        return copy(confusion);
    }

    private static int[][] copy(int[][] matrix) {
        return Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evaluation e
                && Arrays.deepEquals(confusion, e.confusion)
                && figures().equals(e.figures());
    }

    @Override
    public int hashCode() {
        return Objects.hash(figures(), Arrays.deepHashCode(confusion));
    }

    private List<Object> figures() {
        return List.of(
                examples,
                loss,
                accuracy,
                classes,
                perClass,
                macroPrecision,
                macroRecall,
                macroF1,
                mse,
                mae,
                r2,
                perplexity,
                reconstruction);
    }
}
