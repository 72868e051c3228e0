package io.layerloom.engine.kit;

import java.util.List;
import java.util.function.Consumer;

/** A layer of a {@link Program}: how it computes forward and backward, in steps that the members of a team do side by side. */
abstract class Kernel {

    /** A layer or vertex of a network, or the loss of a layer, that brings its own kernels; so they go only into exports that need them. */
    interface Source {
        /** What computes the layer at its place in a program; empty if only the layer itself can. */
        List<Kernel> kernels(Site site);
    }

    /** Who does a step. */
    enum By {
        /** Each member for its share, without looking at the others'. */
        EACH,
        /** Member 0 for the whole mini-batch, while the others wait. */
        ONE,
        /** Each member for its part of something that all members have done before. */
        EACH_AFTER_ALL
    }

    /** A step. */
    record Step(By by, Consumer<Share> work) {

        static Step each(Consumer<Share> work) {
            return new Step(By.EACH, work);
        }

        static Step one(Runnable work) {
            return new Step(By.ONE, share -> work.run());
        }

        static Step eachAfterAll(Consumer<Share> work) {
            return new Step(By.EACH_AFTER_ALL, work);
        }
    }

    /** Makes room for a mini-batch of so many examples and so many members. */
    void prepare(int examples, int members, boolean training) {}

    /** Reads the parameters, which may have changed since; by one member, before any step. */
    void refresh(boolean training) {}

    /** Whether steps of what comes in may be padding: they count for nothing then, and the signal that goes out says which of its own are. */
    boolean takesPadding() {
        return false;
    }

    /** From the inputs' values to the output's. */
    abstract List<Step> forward(boolean training);

    /** From the output's slopes to those of the inputs and of the parameters. */
    abstract List<Step> backward();
}
