package io.layerloom.engine;

import java.io.IOException;

/** The project or sample that a training is to start from has no trained run yet; the message is one sentence for people, with what to do. */
public final class MissingOriginException extends IOException {

    private static final long serialVersionUID = 1;

    private final String start;

    MissingOriginException(String start, String message) {
        super(message);
        this.start = start;
    }

    /** What the training plan names. */
    public String start() {
        return start;
    }
}
