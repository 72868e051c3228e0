package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;

/**
 * How a network is fed: how many inputs it has, and the form of the labels at each output. All inputs get the same features, but for those that random codes enter; all outputs get the same labels.
 */
public final class Feed {

    /** For each input how many random numbers enter there; 0 where data do. */
    private final int[] codes;

    private final List<LabelFormat> outputs;

    private Feed(int[] codes, List<LabelFormat> outputs) {
        this.codes = codes;
        this.outputs = outputs;
    }

    /** A network with one input, which takes examples as they are, and these outputs. */
    public static Feed to(LabelFormat... outputs) {
        return new Feed(new int[1], List.of(outputs));
    }

    /** The same for several inputs. */
    public Feed inputs(int count) {
        return new Feed(Arrays.copyOf(codes, count), outputs);
    }

    /** The same, but at an input, counted from 0, there enter codes of so many random numbers. */
    public Feed code(int input, int size) {
        int[] sizes = codes.clone();
        sizes[input] = size;
        return new Feed(sizes, outputs);
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

    List<LabelFormat> outputs() {
        return outputs;
    }
}
