package io.layerloom.engine;

/** An expression that cannot be evaluated: a fault of a layer's declaration, or values that the engine refuses. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvaluationException(String message) {
        super(message);
    }

    EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
