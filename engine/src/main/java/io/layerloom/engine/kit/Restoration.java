package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Lets a network that restores hidden tokens guess what belongs into the gaps of a text. */
public final class Restoration {

    private final ComputationGraph net;
    private final Vocabulary vocabulary;
    private final int steps;

    /** @param steps how many tokens the network reads at once */
    public Restoration(ComputationGraph net, Vocabulary vocabulary, int steps) {
        this.net = net;
        this.vocabulary = vocabulary;
        this.steps = steps;
    }

    /** A token that may belong into a gap, and how likely it is, from 0 to 1. */
    public record Guess(String token, double probability) {}

    /**
     * What belongs into each gap of a text, from front to back: the likeliest tokens first.
     *
     * @param text with {@link Vocabulary#MASK_SIGN} in each gap
     * @param most how many guesses are wanted for a gap
     * @throws DataException if the text has no gap, or more tokens than the network reads
     */
    public List<List<Guess>> of(String text, int most) throws DataException {
        List<String> tokens = Vocabulary.split(text, vocabulary.unit());
        int[] gaps = gaps(tokens);
        if (gaps.length == 0) {
            throw new DataException(
                    "The text has no gap; write %s in the place of what is to be guessed.", Vocabulary.MASK_SIGN);
        }
        if (tokens.size() > steps) {
            throw vocabulary.unit() == Vocabulary.Unit.WORDS
                    ? new DataException(
                            "The text has %,d words and marks, but this network reads %,d at once. Shorten it.",
                            tokens.size(), steps)
                    : new DataException(
                            "The text has %,d characters, but this network reads %,d at once. Shorten it.",
                            tokens.size(), steps);
        }
        INDArray output = output(tokens);
        List<List<Guess>> all = new ArrayList<>();
        for (int gap : gaps) {
            all.add(likeliest(output, gap, most));
        }
        return all;
    }

    /** The text with the likeliest token in each gap, in brackets. */
    public String filled(String text) throws DataException {
        return filled(text, of(text, 1));
    }

    /** The text with the first guess in each gap, in brackets. */
    public static String filled(String text, List<List<Guess>> guesses) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (List<Guess> gap : guesses) {
            int at = text.indexOf(Vocabulary.MASK_SIGN, from);
            filled.append(text, from, at).append('[').append(gap.get(0).token()).append(']');
            from = at + Vocabulary.MASK_SIGN.length();
        }
        return filled.append(text.substring(from)).toString();
    }

    private static int[] gaps(List<String> tokens) {
        return IntStream.range(0, tokens.size())
                .filter(step -> tokens.get(step).equals(Vocabulary.MASK_SIGN))
                .toArray();
    }

    private INDArray output(List<String> tokens) {
        int[] numbers = vocabulary.numbers(tokens);
        float[] ids = new float[steps];
        float[] inUse = new float[steps];
        for (int step = 0; step < numbers.length; step++) {
            ids[step] = tokens.get(step).equals(Vocabulary.MASK_SIGN) ? vocabulary.mask() : numbers[step];
            inUse[step] = 1;
        }
        INDArray[] features = {Nd4j.create(ids, new long[] {1, steps}, 'c')};
        // Whole texts are computed just as those that it learned from, which may have had no mask.
        return numbers.length == steps
                ? net.output(false, features)[0]
                : net.output(false, features, new INDArray[] {Nd4j.create(inUse, new long[] {1, steps}, 'c')})[0];
    }

    /** Never padding, nor what stands for all that is unknown, nor the mask. */
    private List<Guess> likeliest(INDArray output, int step, int most) {
        List<Guess> all = new ArrayList<>();
        for (int token = Vocabulary.UNKNOWN + 1; token < vocabulary.mask(); token++) {
            all.add(new Guess(
                    vocabulary.tokens().get(token - Vocabulary.UNKNOWN - 1), output.getDouble(0, token, step)));
        }
        all.sort(Comparator.comparingDouble(Guess::probability).reversed());
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
