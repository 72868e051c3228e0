package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.Optional;
import java.util.function.Function;

/** Why a step of a sequence sees what comes after it, so that it could copy the next token instead of foretelling it. */
final class Foresight {

    private Foresight() {}

    /** A layer whose steps see all others, unless it is causal. */
    static Function<Values, Optional<Inferred.Bad>> unless(Param<Boolean> causal, String name) {
        return values -> values.get(causal)
                ? Optional.empty()
                : Optional.of(bad(tr("%s lets each step look at those behind it", tr(name)))
                        .propose(tr("Make it causal"), causal, true));
    }

    /** A layer that cannot do without; {@code what} is translated when it is said. */
    static Function<Values, Optional<Inferred.Bad>> always(String what) {
        return values -> Optional.of(bad(tr(what)));
    }

    /** The sentence that says so. */
    static Inferred.Bad bad(String what) {
        return Inferred.bad(tr("%s, so it would copy the next token instead of foretelling it.", what));
    }
}
