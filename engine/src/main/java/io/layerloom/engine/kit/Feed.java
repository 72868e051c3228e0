package io.layerloom.engine.kit;

import java.util.List;

/**
 * How a network is fed: how many inputs it has, and the form of the labels at each output. All inputs get the same features and all outputs the same labels.
 */
public final class Feed {

    private final int inputs;
    private final List<LabelFormat> outputs;

    private Feed(int inputs, List<LabelFormat> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** A network with one input, which takes examples as they are, and these outputs. */
    public static Feed to(LabelFormat... outputs) {
        return new Feed(1, List.of(outputs));
    }

    /** The same for several inputs. */
    public Feed inputs(int count) {
        return new Feed(count, outputs);
    }

    int inputs() {
        return inputs;
    }

    List<LabelFormat> outputs() {
        return outputs;
    }
}
