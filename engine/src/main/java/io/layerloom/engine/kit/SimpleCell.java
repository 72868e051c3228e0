package io.layerloom.engine.kit;

/** The step of a recurrent layer without gates: the activation of a weighted sum of what comes in and what was given before. */
final class SimpleCell extends Cell {

    private final Curve activation;

    SimpleCell(Curve activation) {
        this.activation = activation;
    }

    @Override
    int blocks() {
        return 1;
    }

    @Override
    void forward(Step before, Step step, int examples) {
        step.hidden.copy(step.sums[0]);
        activation.apply(step.hidden, examples);
    }

    @Override
    void backward(Step before, Step step, Back back, int examples) {
        back.sums[0].copy(back.hidden);
        activation.timesSlope(back.sums[0], step.sums[0], step.hidden, examples);
    }
}
