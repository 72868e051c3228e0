package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Lets a network that foretells next tokens write: each token is drawn from what the network foretold behind all those before it, as many as it can read. Its own random numbers leave those
 * of a training as they are.
 */
public final class Continuation {

    private static final long PURPOSE = -3;

    private final ComputationGraph net;
    private final Vocabulary vocabulary;
    private final int steps;

    /** @param steps how many tokens the network reads at once */
    public Continuation(ComputationGraph net, Vocabulary vocabulary, int steps) {
        this.net = net;
        this.vocabulary = vocabulary;
        this.steps = steps;
    }

    /**
     * A text with so many tokens more.
     *
     * @param beginning what the network goes on from; must hold a character or word
     * @param temperature how daring it is: 0 always takes the likeliest token, 1 draws just as the network foretells
     * @param seed the same seed gives the same text
     * @throws DataException if the beginning is empty
     */
    public String of(String beginning, int count, double temperature, long seed) throws DataException {
        int[] numbers = vocabulary.encode(beginning, Integer.MAX_VALUE);
        if (numbers.length == 0) {
            throw new DataException("The text is empty; write how it begins.");
        }
        Random random = Shuffle.random(seed, PURPOSE);
        int[] all = Arrays.copyOf(numbers, numbers.length + count);
        for (int at = numbers.length; at < all.length; at++) {
            // In training the last step had no next token, so that it has not learned to foretell one.
            int from = Math.max(0, at - (steps - 1));
            all[at] = draw(foretold(Arrays.copyOfRange(all, from, at)), temperature, random);
        }
        int[] written = Arrays.copyOfRange(all, numbers.length, all.length);
        String joint = vocabulary.unit() == Vocabulary.Unit.WORDS ? " " : "";
        return beginning + joint + vocabulary.decode(written);
    }

    /** How likely each token is to come behind these, of which there are fewer than the network can read. */
    private double[] foretold(int[] before) {
        float[] ids = new float[steps];
        for (int i = 0; i < before.length; i++) {
            ids[i] = before[i];
        }
        INDArray features = Nd4j.create(ids, new long[] {1, steps}, 'c');
        // No step sees what is behind it, so the padding needs no mask.
        INDArray output = net.output(false, features)[0];
        double[] likely = new double[(int) output.size(1)];
        for (int token = 0; token < likely.length; token++) {
            likely[token] = output.getDouble(0, token, before.length - 1);
        }
        return likely;
    }

    /** Never padding, nor what stands for all that is unknown. */
    private static int draw(double[] likely, double temperature, Random random) {
        double[] weights = new double[likely.length];
        double sum = 0;
        int best = Vocabulary.UNKNOWN + 1;
        for (int token = Vocabulary.UNKNOWN + 1; token < likely.length; token++) {
            best = likely[token] > likely[best] ? token : best;
        }
        for (int token = Vocabulary.UNKNOWN + 1; temperature > 0 && token < likely.length; token++) {
            // Relative to the likeliest, so that nothing becomes too small or too large to count.
            weights[token] = Math.pow(likely[token] / likely[best], 1 / temperature);
            sum += weights[token];
        }
        double at = random.nextDouble() * sum;
        for (int token = 0; token < weights.length; token++) {
            at -= weights[token];
            if (at < 0) {
                return token;
            }
        }
        return best;
    }
}
