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
    record Bad(String message, Optional<Param<?>> culprit, List<Proposal<?>> proposals) implements Inferred {
        public Bad {
            proposals = List.copyOf(proposals);
        }

        /** The same problem with one more way out. */
        public <T> Bad propose(String label, Param<T> param, T value) {
            List<Proposal<?>> more = new ArrayList<>(proposals);
            more.add(new Proposal<>(label, param, value));
            return new Bad(message, culprit, more);
        }
    }

    /** A setting that may mend a problem, under the words of its button ("Pad with SAME"). */
    record Proposal<T>(String label, Param<T> param, T value) {}

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
