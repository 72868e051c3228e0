package io.layerloom.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Starts runs. */
public final class Training {

    private Training() {}

    /**
     * Starts a run in a worker of its own and returns at once. The worker stays alive after the run, ready to be asked, until the handle is closed.
     *
     * @param listener gets every event on a thread of the engine, in order, and must return quickly
     * @throws IOException if the folder cannot be written or the worker cannot be started
     */
    public static RunHandle start(
            RunSpec spec, EngineContext context, WorkerCommand command, Consumer<RunEvent> listener)
            throws IOException {
        return start(spec, context, Launch.onCpu(command), listener);
    }

    /**
     * Starts a run as {@link #start(RunSpec, EngineContext, WorkerCommand, Consumer)} does, on a card where the launch says so. A card that fails before training begins gives way
     * to the processor, and the run tells so in a {@link RunEvent.Notice}.
     */
    public static RunHandle start(RunSpec spec, EngineContext context, Launch launch, Consumer<RunEvent> listener)
            throws IOException {
        return WorkerRun.start(spec, context, launch, WorkerRun.PATIENCE, listener);
    }

    /**
     * Makes a run in this process and returns when it is over. The environment of this process sets the number of threads as far as {@code OMP_NUM_THREADS} does.
     *
     * @param listener gets every event, the last one included, on the calling thread
     * @throws TrainingException if the run breaks off
     */
    public static RunEvent.Finished inProcess(RunSpec spec, EngineContext context, Consumer<RunEvent> listener)
            throws TrainingException {
        return new Trainer(spec, context, new RunControl(), listener, List.of(), Preparation.NONE)
                .train()
                .event();
    }
}
