package io.layerloom.app.cli;

/** A command that cannot do what it was asked; the message is one sentence for people. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }
}
