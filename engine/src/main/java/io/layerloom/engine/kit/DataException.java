package io.layerloom.engine.kit;

import java.io.IOException;

/** Data that cannot be used; the message is one sentence that says what is wrong, where, and what to do. */
public class DataException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A problem in one sentence. */
    public DataException(String message) {
        super(message);
    }

    /** A problem in one sentence, with what it came from. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
