package io.layerloom.engine;

import static io.layerloom.graph.language.Language.later;

import java.util.Optional;

/**
 * Notices when a discriminator always wins: from then on its slopes are next to nothing, and the generator learns nothing more (Arjovsky, Bottou, Towards principled methods for training
 * generative adversarial networks, 2017). Says so once.
 */
final class OneSidedContest {

    /** So many steps in a row: at the beginning every discriminator is ahead for a while. */
    static final int STEPS = 500;

    static final String ADVICE = later(
            "For 500 steps the discriminator has told nearly every example rightly, so the generator learns nothing from it any more. Give the generator a higher learning rate, or weaken the discriminator by dropout, label smoothing or fewer units.");

    private static final double RIGHT = 0.99;

    /** The generator's loss where the discriminator takes one in twenty of what it makes for real. */
    private static final double LOST = 3;

    private int won;
    private boolean said;

    /**
     * One more step.
     *
     * @param right the part of examples that the discriminator told rightly
     * @param generator the generator's loss; NaN if there is none
     * @return what to do, in the step in which it has won for too long
     */
    Optional<String> step(double right, double generator) {
        won = right >= RIGHT && generator >= LOST ? won + 1 : 0;
        if (won < STEPS || said) {
            return Optional.empty();
        }
        said = true;
        return Optional.of(ADVICE);
    }
}
