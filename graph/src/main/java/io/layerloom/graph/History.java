package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document with all the steps that led to it and those that were taken back. Immutable; former documents share everything that did not change, so the length is not limited. */
public final class History {

    private record Step(
            String label, Document document, @Nullable Step next) {}

    private final Document present;
    private final @Nullable Step past;
    private final @Nullable Step future;

    private History(Document present, @Nullable Step past, @Nullable Step future) {
        this.present = present;
        this.past = past;
        this.future = future;
    }

    /** A history that begins here. */
    public static History of(Document document) {
        return new History(document, null, null);
    }

    /** The document as it is now. */
    public Document present() {
        return present;
    }

    /** The history after an edit; the same one if the edit changed nothing. */
    public History apply(Edit edit) {
        Document after = edit.apply(present);
        return after.equals(present) ? this : new History(after, new Step(edit.label(), present, past), null);
    }

    /** One step back; the same history if there is none. */
    public History undo() {
        return past == null ? this : new History(past.document(), past.next(), new Step(past.label(), present, future));
    }

    /** One step forward again; the same history if there is none. */
    public History redo() {
        return future == null
                ? this
                : new History(future.document(), new Step(future.label(), present, past), future.next());
    }

    /** What {@link #undo} would take back. */
    public Optional<String> undoLabel() {
        return Optional.ofNullable(past).map(Step::label);
    }

    /** What {@link #redo} would do again. */
    public Optional<String> redoLabel() {
        return Optional.ofNullable(future).map(Step::label);
    }

    /** The labels of all steps that can be taken back, the latest first. */
    public List<String> undoLabels() {
        List<String> labels = new ArrayList<>();
        for (Step step = past; step != null; step = step.next()) {
            labels.add(step.label());
        }
        return labels;
    }
}
