package io.layerloom.engine.kit;

import org.nd4j.linalg.activations.IActivation;

/** What a recurrent layer computes at each step. */
public enum CellKind {
    /** Gates that write, hold and forget a memory: Hochreiter, Schmidhuber, Long short-term memory (1997). */
    LSTM(4, 4, 4),
    /** Two gates over what is given at each step, the reset gate behind the product: Cho et al., Learning phrase representations using RNN encoder-decoder (2014). */
    GRU(3, 3, 6),
    /** No gates: Elman, Finding structure in time (1990). */
    SIMPLE_RNN(1, 1, 1);

    private final int inputBlocks;
    private final int pastBlocks;
    private final int biasBlocks;

    CellKind(int inputBlocks, int pastBlocks, int biasBlocks) {
        this.inputBlocks = inputBlocks;
        this.pastBlocks = pastBlocks;
        this.biasBlocks = biasBlocks;
    }

    /** How many weights each unit has for each number that comes in. */
    int inputBlocks() {
        return inputBlocks;
    }

    /** How many weights each unit has for each unit of the step before. */
    int pastBlocks() {
        return pastBlocks;
    }

    /** How many biases each unit has. */
    int biasBlocks() {
        return biasBlocks;
    }

    /** Which block of the bias belongs to the forget gate; negative if there is none. */
    int forgetBlock() {
        return this == LSTM ? 1 : -1;
    }

    Cell cell(IActivation activation, IActivation gate) {
        return switch (this) {
            case LSTM -> new LstmCell(Curve.of(activation), Curve.of(gate));
            case GRU -> new GruCell(Curve.of(activation), Curve.of(gate));
            case SIMPLE_RNN -> new SimpleCell(Curve.of(activation));
        };
    }
}
