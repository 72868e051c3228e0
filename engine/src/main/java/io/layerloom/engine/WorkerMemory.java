package io.layerloom.engine;

import io.layerloom.engine.gpu.Card;
import io.layerloom.graph.Capacity;
import java.util.Optional;
import java.util.OptionalLong;

/** How much memory a training is given. */
public final class WorkerMemory {

    /** What CUDA and its libraries take of a card by themselves, roughly. */
    private static final long OWN_MEBIBYTES = 768;

    /** What Java, the engine and its libraries take of the memory of a machine by themselves, roughly. */
    private static final long PROCESS_MEBIBYTES = 370;

    private WorkerMemory() {}

    /** By the card that trains, or by this machine where none does. */
    public static Capacity of(Optional<Card> card) {
        return card.map(WorkerMemory::of).orElseGet(WorkerMemory::ofMachine);
    }

    /** All of the memory of a card but what CUDA takes; what other programs hold just now may be free again when a training begins. Drivers of some cards do not tell how much there is. */
    private static Capacity of(Card card) {
        OptionalLong total = card.totalMebibytes();
        return new Capacity(
                total.isPresent() ? Math.max(0, total.getAsLong() - OWN_MEBIBYTES) << 20 : Long.MAX_VALUE,
                Optional.of(card.name()));
    }

    /**
     * What a worker may take that trains on the processor, in its heap and outside it: three quarters of the memory of the machine or of the container that it works in, so that system and window keep the rest, but no more than its
     * heap may have and, by the rule of JavaCPP, the arrays outside it as much again.
     */
    private static Capacity ofMachine() {
        return new Capacity(
                Math.min(Machine.memory() / 4 * 3, (2 * WorkerOptions.heapMegabytes()) << 20),
                Optional.empty(),
                Optional.of(new Capacity.Processor(Machine.cores(), PROCESS_MEBIBYTES << 20)));
    }
}
