package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer of a shape rule: a shape, or a problem that a person can act on. */
public sealed interface Inferred {

    /** The shape that leaves the layer. */
    record Ok(Shape shape) implements Inferred {}

    /**
     * Why no shape follows.
     *
     * @param message one sentence with the numbers
     * @param culprit the setting to look at, where one is to blame
     * @param proposals settings that may mend it; each is checked by inference before a person sees it
     */
    record Bad(String message, Optional<Param<?>> culprit, List<Proposal> proposals) implements Inferred {
        public Bad {
            proposals = List.copyOf(proposals);
        }

        /** The same problem with one more way out. */
        public <T> Bad propose(String label, Param<T> param, T value) {
            return propose(label, new Change<>(param, value));
        }

        /** The same problem with one more way out, which takes several changes at once. */
        public Bad propose(String label, Change<?>... changes) {
            List<Proposal> more = new ArrayList<>(proposals);
            more.add(new Proposal(label, List.of(changes)));
            return new Bad(message, culprit, more);
        }
    }

    /** Settings that may mend a problem together, under the words of their button ("Use padding Same"). */
    record Proposal(String label, List<Change<?>> changes) {
        public Proposal {
            changes = List.copyOf(changes);
        }

        /** The settings of the node with all changes made. */
        public Values applyTo(Values values) {
            Values changed = values;
            for (Change<?> change : changes) {
                changed = change.applyTo(changed);
            }
            return changed;
        }
    }

    /** One setting at another value. */
    record Change<T>(Param<T> param, T value) {
        Values applyTo(Values values) {
            return values.with(param, value);
        }
    }

    /** A shape. */
    static Inferred ok(Shape shape) {
        return new Ok(shape);
    }

    /** A problem that no single setting is to blame for. */
    static Bad bad(String message) {
        return new Bad(message, Optional.empty(), List.of());
    }

    /** A problem of one setting. */
    static Bad bad(Param<?> culprit, String message) {
        return new Bad(message, Optional.of(culprit), List.of());
    }
}
