package io.layerloom.app.form;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/**
 * A control for one value. What is typed is judged as it is typed and handed on once it is finished: by Enter, by leaving the field, or at once where one click is the whole
 * choice.
 */
public abstract class Editor<T> {

    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<T> onCommit = value -> {};
    private Consumer<T> onTyping = value -> {};

    /** The control. */
    public abstract Node node();

    /** Shows a value without handing it on. */
    public abstract void show(T value);

    /** Puts what was typed and refused away; shows the value that holds. */
    public void putBack() {}

    /** Shows, after {@link #show}, that what is edited has several values, of which the shown one is but the first; whatever is chosen from now on counts, also the first. */
    public void showSeveral() {}

    /** Whether the control needs the whole width of the form. */
    public boolean wide() {
        return false;
    }

    /** Why what is typed is not accepted, as the rest of a sentence; empty if it is. */
    public final ReadOnlyObjectProperty<Optional<String>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Takes finished values. */
    public final void onCommit(Consumer<T> handler) {
        onCommit = handler;
    }

    /** Takes what stands in the control whenever that changes and would be accepted: what a person has typed so far, finished or not, and what is shown. */
    public final void onTyping(Consumer<T> handler) {
        onTyping = handler;
    }

    /** Tells what is typed so far. */
    protected final void typing(T value) {
        onTyping.accept(value);
    }

    /** Hands a finished value on. */
    protected final void commit(T value) {
        onCommit.accept(value);
    }

    /** Tells why what is typed is not accepted. */
    protected final void fault(Optional<String> why) {
        fault.set(why);
    }
}
