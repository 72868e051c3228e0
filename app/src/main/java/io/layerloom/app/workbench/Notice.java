package io.layerloom.app.workbench;

import java.util.Optional;

/**
 * One sentence for the person at the window, shown over the page.
 *
 * @param action what can be done about it, as a button
 * @param refusal what takes the matter from the world for good, as a button; a notice with one stays in view when another project is opened
 */
public record Notice(Tone tone, String text, Optional<Action> action, Optional<Action> refusal) {

    /** A notice that goes with what it is about. */
    public Notice(Tone tone, String text, Optional<Action> action) {
        this(tone, text, action, Optional.empty());
    }

    /** How it is meant. */
    public enum Tone {
        /** Something goes on that takes a while; goes away with that. */
        BUSY,
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
