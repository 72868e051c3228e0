package io.layerloom.engine.kit;

import java.util.function.IntFunction;

/**
 * What a recurrent layer computes at one step, and the gradient of it. Before it, one product has made {@code blocks} weighted sums for each unit from what comes in and from what
 * the units gave at the step before; after it on the way back, another one takes the gradients of these sums on.
 */
abstract class Cell {

    /** What one step works on: for each example and unit one number, example after example. */
    static final class Step {
        /** The weighted sums, one vector for each block; the cell may leave in them what it needs on the way back. */
        final Vec[] sums;

        /** What else a cell wants to know on the way back. */
        final Vec[] notes;

        /** The memory after the step; empty for cells without one. */
        final Vec[] memory;

        /** What the units give. */
        final Vec hidden;

        Step(Cell cell, IntFunction<Vec[]> vectors) {
            sums = vectors.apply(cell.blocks());
            notes = vectors.apply(cell.notes());
            memory = vectors.apply(cell.memories());
            hidden = vectors.apply(1)[0];
        }
    }

    /** What goes back through one step. */
    static final class Back {
        /** The gradient of what the units give; read only. */
        final Vec hidden;

        /** The gradient of the memory after the step; the cell turns it into that of the memory before. */
        final Vec[] memory;

        /** The gradients of the weighted sums. */
        final Vec[] sums;

        /** What reaches the units of the step before without passing through weights. */
        final Vec past;

        Back(Cell cell, IntFunction<Vec[]> vectors) {
            hidden = vectors.apply(1)[0];
            memory = vectors.apply(cell.memories());
            sums = vectors.apply(cell.blocks());
            past = vectors.apply(1)[0];
        }
    }

    /** How many weighted sums each unit needs. */
    abstract int blocks();

    int notes() {
        return 0;
    }

    int memories() {
        return 0;
    }

    /** Computes a step from its sums and the step before, whose hidden values and memory are zero at the beginning. */
    abstract void forward(Step before, Step step, int examples);

    /** Takes a gradient back through a step. */
    abstract void backward(Step before, Step step, Back back, int examples);

    /** Which block of the weights for what comes in makes a block of sums; negative if none does. */
    int inputBlock(int block) {
        return block;
    }

    /** Which block of the weights from step to step makes a block of sums; negative if none does. */
    int pastBlock(int block) {
        return block;
    }

    /** Which blocks of the bias are added to a block of sums. */
    int[] biasBlocks(int block) {
        return new int[] {block};
    }
}
