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
            return with(new Proposal(label, List.of(changes), Optional.empty()));
        }

        /** The same problem with one more way out: that another shape comes in. */
        public Bad wanting(String label, Shape shape) {
            return wanting(label, 0, shape);
        }

        /** The same problem with one more way out: that another shape comes in by one of several wires. */
        public Bad wanting(String label, int wire, Shape shape) {
            return with(new Proposal(label, List.of(), Optional.of(new Wanted(wire, shape))));
        }

        private Bad with(Proposal proposal) {
            List<Proposal> more = new ArrayList<>(proposals);
            more.add(proposal);
            return new Bad(message, culprit, more);
        }
    }

    /**
     * What may mend a problem, under the words of its button ("Use padding Same").
     *
     * @param changes settings of the node that may mend it together
     * @param wanted what should come in instead, so that settings of the layer before may mend it
     */
    record Proposal(String label, List<Change<?>> changes, Optional<Wanted> wanted) {
        /** A proposal of settings. */
        public Proposal(String label, List<Change<?>> changes) {
            this(label, changes, Optional.empty());
        }

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

    /** A shape that should come in by a wire, counted from 0. */
    record Wanted(int wire, Shape shape) {}

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
