package io.layerloom.engine;

import io.layerloom.engine.gpu.Card;
import java.util.List;
import java.util.Optional;

/**
 * How a run is to be started.
 *
 * @param cpu the worker that trains on the processor
 * @param gpu the worker that trains on a card; where it cannot, the other one takes its place
 * @param notices what the person should know of the choice, as sentences
 * @param standby where a worker that trains on the processor may wait already
 */
public record Launch(WorkerCommand cpu, Optional<OnCard> gpu, List<String> notices, Optional<Standby> standby) {

    /** A worker that trains on a card. */
    public record OnCard(WorkerCommand command, Card card) {}

    public Launch {
        notices = List.copyOf(notices);
    }

    /** On the processor, in a process that is started when it is wanted. */
    public static Launch onCpu(WorkerCommand cpu) {
        return new Launch(cpu, Optional.empty(), List.of(), Optional.empty());
    }
}
