package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;

/** Another process trains the run, so that nobody else may touch it. */
final class RunTakenException extends DataException {

    private static final long serialVersionUID = 1;

    RunTakenException(String message) {
        super(message);
    }
}
