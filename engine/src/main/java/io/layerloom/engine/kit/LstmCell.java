package io.layerloom.engine.kit;

/** The step of an LSTM with forget gates and without peepholes, its blocks in the order of DL4J: input, forget gate, output gate, gate of the input. */
final class LstmCell extends Cell {

    private static final int INPUT = 0;
    private static final int FORGET = 1;
    private static final int OUTPUT = 2;
    private static final int GATE = 3;

    private static final int BEFORE_INPUT = 0;
    private static final int ACTIVE_MEMORY = 1;
    private static final int BEFORE_GATES = 2;

    private final Curve activation;
    private final Curve gate;

    LstmCell(Curve activation, Curve gate) {
        this.activation = activation;
        this.gate = gate;
    }

    @Override
    int blocks() {
        return 4;
    }

    @Override
    int notes() {
        return gate.isByResult() ? 2 : 5;
    }

    @Override
    int memories() {
        return 1;
    }

    @Override
    void forward(Step before, Step step, int examples) {
        note(step);
        activation.apply(step.sums[INPUT], examples);
        for (int block = FORGET; block <= GATE; block++) {
            gate.apply(step.sums[block], examples);
        }
        Vec memory = step.memory[0];
        memory.product(step.sums[INPUT], step.sums[GATE]);
        memory.addProduct(step.sums[FORGET], before.memory[0]);
        Vec active = step.notes[ACTIVE_MEMORY];
        active.copy(memory);
        activation.apply(active, examples);
        step.hidden.product(step.sums[OUTPUT], active);
    }

    private void note(Step step) {
        if (!activation.isByResult()) {
            step.notes[BEFORE_INPUT].copy(step.sums[INPUT]);
        }
        for (int block = FORGET; block <= GATE && !gate.isByResult(); block++) {
            step.notes[BEFORE_GATES + block - FORGET].copy(step.sums[block]);
        }
    }

    @Override
    void backward(Step before, Step step, Back back, int examples) {
        Vec active = step.notes[ACTIVE_MEMORY];
        Vec memory = back.memory[0];
        Vec[] sums = back.sums;
        sums[INPUT].product(back.hidden, step.sums[OUTPUT]);
        activation.timesSlope(sums[INPUT], step.memory[0], active, examples);
        memory.add(sums[INPUT]);

        sums[OUTPUT].product(back.hidden, active);
        sums[FORGET].product(memory, before.memory[0]);
        sums[GATE].product(memory, step.sums[INPUT]);
        for (int block = FORGET; block <= GATE; block++) {
            Vec sum = gate.isByResult() ? step.sums[block] : step.notes[BEFORE_GATES + block - FORGET];
            gate.timesSlope(sums[block], sum, step.sums[block], examples);
        }
        sums[INPUT].product(memory, step.sums[GATE]);
        activation.timesSlope(sums[INPUT], step.notes[BEFORE_INPUT], step.sums[INPUT], examples);
        memory.times(step.sums[FORGET]);
    }
}
