package io.layerloom.engine.kit;

import org.nd4j.linalg.factory.Nd4j;

/**
 * How many threads compute a step in programs of ours: as many as ND4J may use, unless another number is chosen. ND4J itself takes no more than the environment named when the process
 * began, so a choice that is made later would not reach beyond that.
 */
public final class TeamSize {

    private static volatile int chosen;

    private TeamSize() {}

    /** Chooses a number; 0 takes the choice back. */
    public static void use(int threads) {
        chosen = threads;
    }

    /** What was chosen; 0 if nothing was. */
    public static int chosen() {
        return chosen;
    }

    static int get() {
        return chosen > 0 ? chosen : Nd4j.getEnvironment().maxThreads();
    }
}
