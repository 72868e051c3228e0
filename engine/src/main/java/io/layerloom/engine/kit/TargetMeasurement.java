package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** How well a network tells the next tokens of targets, and how many whole targets it writes rightly by itself. */
public final class TargetMeasurement extends Measurement {

    private final TokenMeasurement tokens;
    private final double exact;

    private TargetMeasurement(TokenMeasurement tokens, double exact) {
        super(tokens);
        this.tokens = tokens;
        this.exact = exact;
    }

    /** Measures a network on rows of a data set. */
    public static TargetMeasurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        int right = 0;
        for (int from = 0; from < rows.length; from += batchSize) {
            int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + batchSize));
            List<int[]> written = Translation.written(net, feed, data, some);
            for (int i = 0; i < some.length; i++) {
                right += Arrays.equals(written.get(i), target(data, some[i])) ? 1 : 0;
            }
        }
        return new TargetMeasurement(
                TokenMeasurement.of(net, data, rows, batchSize, feed),
                rows.length == 0 ? Double.NaN : (double) right / rows.length);
    }

    /** The target of a row without the mark of its beginning. */
    private static int[] target(Examples data, int row) {
        float[] second = data.second(row);
        int[] numbers = new int[data.secondLength(row) - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) second[i + 1];
        }
        return numbers;
    }

    /** The part of the steps that told their token rightly, each behind the true ones; NaN if there were none. */
    @Override
    public double accuracy() {
        return tokens.accuracy();
    }

    /** Out of how many tokens the network might as well have chosen blindly at a step, as in {@link TokenMeasurement#perplexity}. */
    public double perplexity() {
        return tokens.perplexity();
    }

    /** The part of the targets that the network wrote as a whole as they are, each token behind those that it wrote itself; NaN if there were none. */
    public double exactMatch() {
        return exact;
    }
}
