package io.layerloom.engine.kit;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** How well a network tells tokens of texts, the next ones or hidden ones. Its outputs are not kept, of which there are as many for each step as the vocabulary has tokens. */
public final class TokenMeasurement extends Measurement {

    /** Each step gives a number for every token, so less goes into a batch than of other examples. */
    private static final int BATCH = 32;

    /** DL4J counts no probability as smaller. */
    private static final double LEAST = 1e-10;

    private final Told told;

    private TokenMeasurement(ComputationGraph net, double loss, int[] rows, Told told) {
        super(net, loss, rows.length, rows);
        this.told = told;
    }

    /** What became of the steps that were to tell a token: how many there were, how many were right, and their cross-entropy, added up. */
    private record Told(long steps, long right, double loss) {
        Told and(Told more) {
            return new Told(steps + more.steps, right + more.right, loss + more.loss);
        }
    }

    /** Measures a network on rows of a data set. */
    public static TokenMeasurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        Batches batches = Batches.of(data, rows, Math.min(batchSize, BATCH), feed);
        double sum = 0;
        Told all = new Told(0, 0, 0);
        for (int i = 0; i < batches.count(); i++) {
            MultiDataSet batch = batches.get(i);
            INDArray output = batch.getFeaturesMaskArrays() == null
                    ? net.output(false, batch.getFeatures())[0]
                    : net.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
            float[] likely = output.dup('c').data().asFloat();
            int size = likely.length / batches.size(i);
            int[] chosen = batches.rows(i);
            for (int example = 0; example < chosen.length; example++) {
                Told one = told(likely, example * size, size / data.tokenSteps(), data, chosen[example]);
                sum += one.loss / Math.max(1, one.steps);
                all = all.and(one);
            }
        }
        return new TokenMeasurement(net, sum, rows, all);
    }

    /** An example whose probabilities lie token by token, each for all steps. */
    private static Told told(float[] likely, int from, int tokens, Examples data, int row) {
        int steps = data.tokenSteps();
        int[] asked = data.askedSteps(row);
        double loss = 0;
        int right = 0;
        for (int step : asked) {
            int best = 0;
            for (int token = 1; token < tokens; token++) {
                best = likely[from + token * steps + step] > likely[from + best * steps + step] ? token : best;
            }
            int wanted = data.wantedToken(row, step);
            right += best == wanted ? 1 : 0;
            loss -= Math.log(Math.max(LEAST, likely[from + wanted * steps + step]));
        }
        return new Told(asked.length, right, loss);
    }

    /** The part of the steps that told their token rightly; NaN if there were none. */
    @Override
    public double accuracy() {
        return told.steps == 0 ? Double.NaN : (double) told.right / told.steps;
    }

    /** How many steps were to tell a token. */
    public long steps() {
        return told.steps;
    }

    /** Out of how many tokens the network might as well have chosen blindly: e to the power of the mean cross-entropy of a step; NaN if there were none. */
    public double perplexity() {
        return told.steps == 0 ? Double.NaN : Math.exp(told.loss / told.steps);
    }
}
