package io.layerloom.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How well a trained network does on examples that it has not seen. For classes, {@code mse}, {@code mae} and {@code r2} are NaN; for numbers, {@code accuracy} and the macro
 * averages are NaN and the lists are empty; for tokens, only {@code loss}, {@code accuracy} and {@code perplexity} are there, and for those of targets {@code exact}; for examples that were to be given back, only {@code loss},
 * {@code mse} and {@code mae}; for real examples among generated ones, only {@code loss} and {@code accuracy}; for objects on pictures, only {@code loss} and {@code detection}; for masks of pictures, only {@code loss}, {@code accuracy}, the part of the pixels that were told
 * rightly, and {@code segmentation}.
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
 * @param perplexity out of how many tokens the network might as well have chosen blindly; NaN where no tokens are told
 * @param reconstruction whether the examples themselves were to be given back
 * @param restoration whether the tokens were those behind masks, not next ones
 * @param exact for targets of sources, the part that the network wrote as a whole as they are; empty where none are written
 * @param detection how well the objects of each class were found; empty where none were to be found
 * @param segmentation how well the pixels of each class were told from others; empty where none were to be told
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
        boolean reconstruction,
        boolean restoration,
        Optional<Double> exact,
        List<DetectionScore> detection,
        List<SegmentationScore> segmentation) {

    public Evaluation {
        segmentation = segmentation == null ? List.of() : List.copyOf(segmentation);
        // Records of runs that were made before there was one have none.
        exact = exact == null ? Optional.empty() : exact;
        detection = detection == null ? List.of() : List.copyOf(detection);
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
                false,
                false,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** An evaluation of objects on pictures. */
    static Evaluation ofDetection(long examples, double loss, List<DetectionScore> detection) {
        return withoutClasses(examples, loss, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, false, detection);
    }

    /** An evaluation of masks of pictures. */
    static Evaluation ofSegmentation(long examples, double loss, double accuracy, List<SegmentationScore> scores) {
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
                Double.NaN,
                false,
                false,
                Optional.empty(),
                List.of(),
                scores);
    }

    /** An evaluation of next tokens, or of those behind masks. */
    static Evaluation ofTokens(long examples, double loss, double accuracy, double perplexity, boolean restoration) {
        return withoutClasses(
                examples, loss, accuracy, Double.NaN, Double.NaN, perplexity, false, restoration, List.of());
    }

    /** An evaluation of targets: of their tokens, each behind the true ones, and of the part of them that was written as a whole. */
    static Evaluation ofTargets(long examples, double loss, double accuracy, double perplexity, double exact) {
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
                false,
                false,
                Optional.of(exact),
                List.of(),
                List.of());
    }

    /** An evaluation of a discriminator, on so many real examples and as many generated ones. */
    static Evaluation ofContest(long examples, double loss, double accuracy) {
        return withoutClasses(examples, loss, accuracy, Double.NaN, Double.NaN, Double.NaN, false, false, List.of());
    }

    /** An evaluation of examples that were to be given back. */
    static Evaluation ofReconstructions(long examples, double loss, double mse, double mae) {
        return withoutClasses(examples, loss, Double.NaN, mse, mae, Double.NaN, true, false, List.of());
    }

    /** Nothing measured: the run has no test part. */
    public static final Evaluation NONE =
            withoutClasses(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, false, List.of());

    private static Evaluation withoutClasses(
            long examples,
            double loss,
            double accuracy,
            double mse,
            double mae,
            double perplexity,
            boolean reconstruction,
            boolean restoration,
            List<DetectionScore> detection) {
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
                mse,
                mae,
                Double.NaN,
                perplexity,
                reconstruction,
                restoration,
                Optional.empty(),
                detection,
                List.of());
    }

    /** Whether classes were told apart, rather than numbers predicted. */
    @JsonIgnore
    public boolean isClassification() {
        return !classes.isEmpty();
    }

    /** The class that most of the examples have, if always naming it would be right as often as the network was, or more often; empty if the network does better. */
    public Optional<ClassScore> guess() {
        return perClass.stream()
                .max(Comparator.comparingLong(ClassScore::support))
                .filter(most -> isClassification() && Math.round(accuracy * examples) <= most.support());
    }

    /** Whether whole targets were written. */
    @JsonIgnore
    public boolean isOfTargets() {
        return exact.isPresent();
    }

    /** The part of the targets that were written as a whole as they are; NaN where none are written. */
    public double exactMatch() {
        return exact.orElse(Double.NaN);
    }

    /** Whether tokens were told: next ones, also of targets, or masked ones. */
    @JsonIgnore
    public boolean isOfTokens() {
        return Double.isFinite(perplexity);
    }

    /** Whether real examples were told from generated ones. */
    @JsonIgnore
    public boolean isContest() {
        return Double.isFinite(accuracy) && !isClassification() && !isOfTokens() && !isSegmenting();
    }

    /** Whether objects were found on pictures. */
    @JsonIgnore
    public boolean isDetecting() {
        return !detection.isEmpty();
    }

    /** The mean of the classes' average precision where a box counts that overlaps the true one by half (mAP@0.5); NaN where no objects are to be found. */
    public double map50() {
        return mean(detection, DetectionScore::ap50);
    }

    /** The same over overlaps of 0.5, 0.55 … 0.95 (mAP@[.5:.95]). */
    public double map() {
        return mean(detection, DetectionScore::ap);
    }

    /** Whether the pixels of pictures were told apart. */
    @JsonIgnore
    public boolean isSegmenting() {
        return !segmentation.isEmpty();
    }

    /** The mean of the classes' intersection over union, of those that occur; NaN where no pixels are told apart. */
    public double meanIou() {
        return mean(segmentation, SegmentationScore::iou);
    }

    private static <T> double mean(List<T> scores, ToDoubleFunction<T> figure) {
        return scores.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
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
                reconstruction,
                restoration,
                exact,
                detection,
                segmentation);
    }
}
