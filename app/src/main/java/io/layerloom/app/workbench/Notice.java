package io.layerloom.app.workbench;

import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * One sentence for the person at the window, shown over the page.
 *
 * @param action what can be done about it, as a button
 * @param look what shows more of the matter, as a button that leaves the notice where it is
 * @param refusal what takes the matter from the world for good, as a button; a notice with one stays in view when another project is opened
 * @param holds whether what it tells is still so; the notice goes away by itself once it is not. Empty for what nobody can tell
 */
public record Notice(
        Tone tone,
        String text,
        Optional<Action> action,
        Optional<Action> look,
        Optional<Action> refusal,
        Optional<ObservableValue<Boolean>> holds) {

    /** A notice that goes with what it is about. */
    public Notice(Tone tone, String text, Optional<Action> action) {
        this(tone, text, action, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with another button, which takes the matter from the world for good. */
    public Notice withRefusal(Action another) {
        return new Notice(tone, text, action, look, Optional.of(another), holds);
    }

    /** The same with another button, which shows more of the matter. */
    public Notice withLook(Action another) {
        return new Notice(tone, text, action, Optional.of(another), refusal, holds);
    }

    /** The same as long as a condition holds. */
    public Notice whilst(ObservableValue<Boolean> condition) {
        return new Notice(tone, text, action, look, refusal, Optional.of(condition));
    }

    /** How it is meant. */
    public enum Tone {
        /** Something goes on that takes a while; goes away with that. */
        BUSY,
        /** Something went well; goes away by itself, unless it is told for how long it holds. */
        DONE,
        /** Something to know in passing; goes away by itself. */
        HINT,
        /** Something to know. */
        CAUTION,
        /** Something could not be done. */
        FAILURE
    }

    /** A verb and what it does. */
    public record Action(String label, Runnable run) {}
}
