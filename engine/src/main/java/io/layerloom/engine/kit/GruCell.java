package io.layerloom.engine.kit;

/**
 * The step of a GRU with the reset gate behind the product, as in Keras ({@code reset_after}) and cuDNN. Its blocks: update gate, reset gate, the candidate's part from what comes
 * in, the candidate's part from the step before.
 */
final class GruCell extends Cell {

    private static final int UPDATE = 0;
    private static final int RESET = 1;
    private static final int CANDIDATE = 2;
    private static final int PAST = 3;

    private final Curve activation;
    private final Curve gate;

    GruCell(Curve activation, Curve gate) {
        this.activation = activation;
        this.gate = gate;
    }

    @Override
    int blocks() {
        return 4;
    }

    @Override
    int notes() {
        return 3;
    }

    /** There are three blocks of weights from the input, and none for the part from the step before. */
    @Override
    int inputBlock(int block) {
        return block == PAST ? -1 : block;
    }

    @Override
    int pastBlock(int block) {
        return block == PAST ? 2 : block == CANDIDATE ? -1 : block;
    }

    /** The first three blocks of the bias go with the input, the other three with the step before. */
    @Override
    int[] biasBlocks(int block) {
        return switch (block) {
            case CANDIDATE -> new int[] {2};
            case PAST -> new int[] {5};
            default -> new int[] {block, block + 3};
        };
    }

    @Override
    void forward(Step before, Step step, int examples) {
        Vec[] sums = step.sums;
        for (int block = UPDATE; block <= RESET; block++) {
            step.notes[block].copy(sums[block]);
            gate.apply(sums[block], examples);
        }
        sums[CANDIDATE].addProduct(sums[RESET], sums[PAST]);
        step.notes[CANDIDATE].copy(sums[CANDIDATE]);
        activation.apply(sums[CANDIDATE], examples);
        step.hidden.difference(before.hidden, sums[CANDIDATE]);
        step.hidden.times(sums[UPDATE]);
        step.hidden.add(sums[CANDIDATE]);
    }

    @Override
    void backward(Step before, Step step, Back back, int examples) {
        Vec[] sums = step.sums;
        Vec[] slopes = back.sums;
        back.past.product(back.hidden, sums[UPDATE]);
        slopes[CANDIDATE].difference(back.hidden, back.past);
        activation.timesSlope(slopes[CANDIDATE], step.notes[CANDIDATE], sums[CANDIDATE], examples);
        slopes[PAST].product(slopes[CANDIDATE], sums[RESET]);
        slopes[RESET].product(slopes[CANDIDATE], sums[PAST]);
        gate.timesSlope(slopes[RESET], step.notes[RESET], sums[RESET], examples);

        slopes[UPDATE].difference(before.hidden, sums[CANDIDATE]);
        slopes[UPDATE].times(back.hidden);
        gate.timesSlope(slopes[UPDATE], step.notes[UPDATE], sums[UPDATE], examples);
    }
}
