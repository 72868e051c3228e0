package io.layerloom.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document with all the steps that led to it and those that were taken back. Immutable. Of each step only what it changed is kept, so the length is not limited. */
public final class History {

    /** What leads from a document to the next one and back. */
    sealed interface Transition permits Change, KeptChange {
        /** The later document from the earlier one; empty if what was kept of the step does not fit it. */
        Optional<Document> forward(Document document);

        /** The earlier document from the later one; empty if what was kept of the step does not fit it. */
        Optional<Document> back(Document document);
    }

    /** A step with those beyond it. */
    static final class Step {
        private final String label;
        private final Transition transition;
        private final @Nullable Step next;
        private final Kept kept;

        private Step(String label, Transition transition, @Nullable Step next, Kept kept) {
            this.label = label;
            this.transition = transition;
            this.next = next;
            this.kept = kept;
        }

        Step(String label, Change change, @Nullable Step next) {
            this(label, change, next, new Kept());
        }

        /** A step that was read from a file. */
        Step(String label, KeptChange change) {
            this(label, change, null, new Kept());
            kept.change = change;
        }

        private Step before(@Nullable Step other) {
            return new Step(label, transition, other, kept);
        }

        String label() {
            return label;
        }

        Optional<Step> next() {
            return Optional.ofNullable(next);
        }

        /** How it is kept in a file, if that is known. */
        Optional<KeptChange> kept() {
            return Optional.ofNullable(kept.change);
        }

        void keep(KeptChange change) {
            kept.change = change;
        }
    }

    /** How a step is kept in a file; found when it is first asked for, and shared by all that is the same step. */
    private static final class Kept {
        private volatile @Nullable KeptChange change;
    }

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

    /**
     * A history that goes on here.
     *
     * @param steps in the order in which they were done, their ends not linked
     * @param done how many of them led to the document; those behind were taken back
     */
    static History of(Document present, List<Step> steps, int done) {
        Step past = null;
        for (Step step : steps.subList(0, done)) {
            past = step.before(past);
        }
        Step future = null;
        for (int i = steps.size(); i-- > done; ) {
            future = steps.get(i).before(future);
        }
        return new History(present, past, future, done);
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

    /** One step back; the same history if there is none. Where what was kept of the step does not fit, the history begins here. */
    public History undo() {
        if (past == null) {
            return this;
        }
        Step step = past;
        return step.transition
                .back(present)
                .map(before -> new History(before, step.next, step.before(future), done - 1))
                .orElseGet(() -> new History(present, null, future, 0));
    }

    /** One step forward again; the same history if there is none. Where what was kept of the step does not fit, the history ends here. */
    public History redo() {
        if (future == null) {
            return this;
        }
        Step step = future;
        return step.transition
                .forward(present)
                .map(after -> new History(after, step.before(past), step.next, done + 1))
                .orElseGet(() -> new History(present, past, null, done));
    }

    /** As it was after so many of its steps; all steps stay. Counts from 0, where it began. */
    public History after(int steps) {
        History at = this;
        while (at.done > steps && at.past != null) {
            History before = at.undo();
            if (before.past == null && before.done + 1 != at.done) {
                return before; // it begins here
            }
            at = before;
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

    /** The step that {@link #undo} would take back. */
    Optional<Step> last() {
        return Optional.ofNullable(past);
    }

    /** The step that {@link #redo} would do again. */
    Optional<Step> coming() {
        return Optional.ofNullable(future);
    }

    /** What {@link #undo} would take back. */
    public Optional<String> undoLabel() {
        return last().map(Step::label);
    }

    /** What {@link #redo} would do again. */
    public Optional<String> redoLabel() {
        return coming().map(Step::label);
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
        for (Step step = first; step != null; step = step.next) {
            labels.add(step.label);
        }
        return labels;
    }
}
