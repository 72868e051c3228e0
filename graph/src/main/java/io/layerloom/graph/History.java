package io.layerloom.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document with all the steps that led to it and those that were taken back. Immutable. Of each step only what it changed is kept, so the length is not limited. */
public final class History {

    private record Step(
            String label, Change change, @Nullable Step next) {}

    private final Document present;
    private final @Nullable Step past;
    private final @Nullable Step future;
    private final int done;

    private History(Document present, @Nullable Step past, @Nullable Step future, int done) {
        this.present = present;
        this.past = past;
        this.future = future;
        this.done = done;
    }

    /** A history that begins here. */
    public static History of(Document document) {
        return new History(document, null, null, 0);
    }

    /** The document as it is now. */
    public Document present() {
        return present;
    }

    /** The history after an edit; the same one if the edit changed nothing. */
    public History apply(Edit edit) {
        Document after = edit.apply(present);
        return after.equals(present)
                ? this
                : new History(after, new Step(edit.label(), Change.between(present, after), past), null, done + 1);
    }

    /** One step back; the same history if there is none. */
    public History undo() {
        return past == null
                ? this
                : new History(
                        past.change().back(present),
                        past.next(),
                        new Step(past.label(), past.change(), future),
                        done - 1);
    }

    /** One step forward again; the same history if there is none. */
    public History redo() {
        return future == null
                ? this
                : new History(
                        future.change().forward(present),
                        new Step(future.label(), future.change(), past),
                        future.next(),
                        done + 1);
    }

    /** As it was after so many of its steps; all steps stay. Counts from 0, where it began. */
    public History after(int steps) {
        History at = this;
        while (at.done > steps && at.past != null) {
            at = at.undo();
        }
        while (at.done < steps && at.future != null) {
            at = at.redo();
        }
        return at;
    }

    /** How many steps led to the document as it is now. */
    public int done() {
        return done;
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
        return labels(past);
    }

    /** The labels of all steps, those that were taken back too, in the order in which they were done. */
    public List<String> labels() {
        List<String> all = labels(past);
        Collections.reverse(all);
        all.addAll(labels(future));
        return all;
    }

    private static List<String> labels(@Nullable Step first) {
        List<String> labels = new ArrayList<>();
        for (Step step = first; step != null; step = step.next()) {
            labels.add(step.label());
        }
        return labels;
    }
}
