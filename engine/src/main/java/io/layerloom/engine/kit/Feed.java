package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;

/**
 * How a network is fed: how many inputs it has, and the form of the labels at each output. All inputs get the first part of each example, but for those that take the second of a pair or random codes; all outputs get the same labels.
 */
public final class Feed {

    /** For each input how many random numbers enter there; 0 where data do. */
    private final int[] codes;

    /** For each input whether it takes the second part of a pair. */
    private final boolean[] seconds;

    private final List<LabelFormat> outputs;

    private Feed(int[] codes, boolean[] seconds, List<LabelFormat> outputs) {
        this.codes = codes;
        this.seconds = seconds;
        this.outputs = outputs;
    }

    /** A network with one input, which takes examples as they are, and these outputs. */
    public static Feed to(LabelFormat... outputs) {
        return new Feed(new int[1], new boolean[1], List.of(outputs));
    }

    /** The same for several inputs. */
    public Feed inputs(int count) {
        return new Feed(Arrays.copyOf(codes, count), Arrays.copyOf(seconds, count), outputs);
    }

    /** The same, but at an input, counted from 0, there enter codes of so many random numbers. */
    public Feed code(int input, int size) {
        int[] sizes = codes.clone();
        sizes[input] = size;
        return new Feed(sizes, seconds, outputs);
    }

    /** The same, but an input, counted from 0, takes the second part of each pair. */
    public Feed second(int input) {
        boolean[] taking = seconds.clone();
        taking[input] = true;
        return new Feed(codes, taking, outputs);
    }

    /** How many random numbers make one example; 0 if nothing is generated. */
    public int codeSize() {
        return Arrays.stream(codes).sum();
    }

    int inputs() {
        return codes.length;
    }

    /** How many random numbers enter at an input; 0 where data do. */
    int codeAt(int input) {
        return codes[input];
    }

    /** Whether an input takes the second part of a pair. */
    boolean isSecond(int input) {
        return seconds[input];
    }

    /** The first input that takes data and, of pairs, this part. */
    int inputOf(boolean second) {
        for (int input = 0; input < codes.length; input++) {
            if (codes[input] == 0 && seconds[input] == second) {
                return input;
            }
        }
        throw new IllegalStateException("No input takes this part of a pair.");
    }

    List<LabelFormat> outputs() {
        return outputs;
    }
}
