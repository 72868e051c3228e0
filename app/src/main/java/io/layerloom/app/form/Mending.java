package io.layerloom.app.form;

import io.layerloom.graph.Edit;
import io.layerloom.graph.RemedyFinder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a form offers ways out of what is wrong in it.
 *
 * @param finder finds them
 * @param preview says what an edit would change
 * @param apply gets the edit of the one whose button was pressed
 */
public record Mending(RemedyFinder finder, Consumer<Edit> apply, Function<Edit, List<String>> preview) {

    /** For forms whose faults have no ways out. */
    public static final Mending NONE = new Mending((problem, then) -> {}, edit -> {}, edit -> List.of());
}
