package io.layerloom.engine;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A trained network that answers questions, in a worker of its own. Thread-safe; questions are answered in order. */
public final class Predictor implements AutoCloseable {

    private Predictor() {}

    /** Starts a worker that loads a run; it is ready when the first answer comes. */
    public static Predictor open(RunFolder run, EngineContext context, WorkerCommand command) throws IOException {
        throw new IOException("No worker for " + run.path());
    }

    /**
     * The output of the network for one example: a probability per class, a single probability, or the predicted numbers.
     *
     * @return completed exceptionally with a {@link TrainingException} whose message is one sentence, if the input does not fit or the worker is gone
     */
    public CompletableFuture<float[]> predict(Input input) {
        return CompletableFuture.failedFuture(new IllegalStateException("closed"));
    }

    /** Ends the worker. */
    @Override
    public void close() {}
}
