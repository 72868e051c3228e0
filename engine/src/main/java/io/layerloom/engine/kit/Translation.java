package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Lets a network that foretells the next tokens of targets write the target of a source: beginning with the mark of the beginning, always the likeliest token, until that is the mark of the
 * end (greedy decoding).
 *
 * <p>Source: Sutskever, Vinyals, Le, Sequence to sequence learning with neural networks (2014), section 3.2, with a beam of 1.
 */
public final class Translation {

    private final ComputationGraph net;
    private final Feed feed;
    private final Vocabulary source;
    private final Vocabulary target;
    private final int longestSource;
    private final int longestTarget;

    /**
     * Writes by a network.
     *
     * @param longestSource how many tokens of a source the network reads
     * @param longestTarget how many tokens it writes at most
     */
    public Translation(
            ComputationGraph net,
            Feed feed,
            Vocabulary source,
            int longestSource,
            Vocabulary target,
            int longestTarget) {
        this.net = net;
        this.feed = feed;
        this.source = source;
        this.target = target;
        this.longestSource = longestSource;
        this.longestTarget = longestTarget;
    }

    /**
     * The target that the network writes for a source.
     *
     * @throws DataException if the source is empty, or longer than the network reads
     */
    public String of(String text) throws DataException {
        int[] numbers = source.encode(text, Integer.MAX_VALUE);
        if (numbers.length == 0) {
            throw new DataException("The text is empty; write something.");
        }
        if (numbers.length > longestSource) {
            throw source.unit() == Vocabulary.Unit.WORDS
                    ? new DataException(
                            "The text has %,d words and marks, but this network reads %,d at once. Shorten it.",
                            numbers.length, longestSource)
                    : new DataException(
                            "The text has %,d characters, but this network reads %,d at once. Shorten it.",
                            numbers.length, longestSource);
        }
        float[] features = new float[longestSource];
        for (int i = 0; i < numbers.length; i++) {
            features[i] = numbers[i];
        }
        float[] begun = new float[longestTarget + 1];
        begun[0] = target.begin();
        Examples question = Examples.unlabelled(features, new long[] {longestSource}, 1)
                .withLengths(new int[] {numbers.length})
                .pairedWith(begun, new long[] {begun.length}, new int[] {1})
                .targeting(target.end());
        return target.decode(written(net, feed, question, new int[] {0}).get(0));
    }

    /**
     * What a network writes for the sources of some rows: numbers of the target's vocabulary, without the marks of beginning and end.
     *
     * @param data pairs whose targets are to be told
     */
    public static List<int[]> written(ComputationGraph net, Feed feed, Examples data, int... rows) {
        int steps = data.partners().width();
        int begin = data.targetBegin();
        int end = data.targetEnd();
        MultiDataSet batch = Batches.of(data, rows, rows.length, feed).get(0);
        INDArray[] features = batch.getFeatures();
        INDArray[] masks = batch.getFeaturesMaskArrays();
        int second = feed.inputOf(true);
        long[] shape = {rows.length, steps};
        float[] tokens = new float[rows.length * steps];
        float[] inUse = new float[rows.length * steps];
        int[] lengths = new int[rows.length];
        Arrays.fill(lengths, steps - 1);
        for (int i = 0; i < rows.length; i++) {
            tokens[i * steps] = begin;
        }
        boolean open = true;
        for (int step = 0; step < steps - 1 && open; step++) {
            for (int i = 0; i < rows.length; i++) {
                inUse[i * steps + step] = 1;
            }
            features[second] = Nd4j.create(tokens, shape, 'c');
            masks[second] = Nd4j.create(inUse, shape, 'c');
            float[] likely =
                    net.output(false, features, masks)[0].dup('c').data().asFloat();
            open = false;
            for (int i = 0; i < rows.length; i++) {
                int best = likeliest(likely, i, likely.length / rows.length / steps, steps, step, begin);
                tokens[i * steps + step + 1] = best;
                lengths[i] = best == end ? Math.min(lengths[i], step) : lengths[i];
                open |= lengths[i] == steps - 1;
            }
        }
        return cut(tokens, lengths, steps);
    }

    private static List<int[]> cut(float[] tokens, int[] lengths, int steps) {
        List<int[]> written = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            int[] numbers = new int[lengths[i]];
            for (int at = 0; at < numbers.length; at++) {
                numbers[at] = (int) tokens[i * steps + at + 1];
            }
            written.add(numbers);
        }
        return written;
    }

    /** Never padding, nor what stands for all that is unknown, nor the mark of the beginning. */
    private static int likeliest(float[] likely, int example, int tokens, int steps, int step, int begin) {
        int best = Vocabulary.UNKNOWN + 1;
        for (int token = Vocabulary.UNKNOWN + 1; token < tokens; token++) {
            int at = (example * tokens + token) * steps + step;
            best = token != begin && likely[at] > likely[(example * tokens + best) * steps + step] ? token : best;
        }
        return best;
    }
}
