package io.layerloom.engine.kit;

/** Says in a sentence what of a network no {@link Program} can compute. */
final class NoProgramException extends Exception {

    private static final long serialVersionUID = 1;

    NoProgramException(String sentence) {
        super(sentence);
    }
}
