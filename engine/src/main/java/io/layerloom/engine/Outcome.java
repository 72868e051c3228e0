package io.layerloom.engine;

/** How a run came to its end. */
public enum Outcome {
    /** All epochs were trained. */
    COMPLETED,
    /** A person stopped it. */
    STOPPED,
    /** The validation loss no longer improved. */
    EARLY_STOPPED
}
