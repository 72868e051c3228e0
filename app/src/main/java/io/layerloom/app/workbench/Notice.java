package io.layerloom.app.workbench;

import java.util.Optional;

/**
 * One sentence for the person at the window, shown above the page.
 *
 * @param action what can be done about it, as a button
 */
public record Notice(Tone tone, String text, Optional<Action> action) {

    /** How it is meant. */
    public enum Tone {
        /** Something went well; goes away by itself. */
        DONE,
        /** Something to know. */
        CAUTION,
        /** Something could not be done. */
        FAILURE
    }

    /** A verb and what it does. */
    public record Action(String label, Runnable run) {}
}
