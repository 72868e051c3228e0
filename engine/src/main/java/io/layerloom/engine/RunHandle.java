package io.layerloom.engine;

import java.util.concurrent.CompletableFuture;

/** A run that goes on in a worker. All methods may be called from any thread and return at once; closing ends the worker. */
public interface RunHandle extends AutoCloseable {

    /** Lets training wait after the current mini-batch. */
    void pause();

    /** Lets training go on. */
    void resume();

    /** Ends training after the current mini-batch; the network as it stands is evaluated and kept. */
    void stop();

    /**
     * Asks the trained network, as {@link Predictor#predict} does, without the start of another worker; answered once the run is over.
     *
     * @return completed exceptionally with a {@link TrainingException} whose message is one sentence, if the input does not fit or the worker is gone
     */
    CompletableFuture<float[]> predict(Input input);

    /** Where the run is kept. */
    RunFolder folder();

    /** The process id of the worker. */
    long pid();

    /** Completed with the last event, {@link RunEvent.Finished} or {@link RunEvent.Failed}; never exceptionally. */
    CompletableFuture<RunEvent> done();

    /** Ends the worker at once, in the midst of a mini-batch and without measuring; the run can go on later from its last checkpoint. */
    void end();

    /** Ends the worker; a run that is not over can go on later from its last checkpoint. */
    @Override
    void close();
}
