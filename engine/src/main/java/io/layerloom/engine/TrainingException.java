package io.layerloom.engine;

/** A run that broke off; the message is one sentence for people. */
public final class TrainingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RunEvent.Failed failure;

    /** The run that ended with this event. */
    public TrainingException(RunEvent.Failed failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** The event that ended the run. */
    public RunEvent.Failed failure() {
        return failure;
    }
}
