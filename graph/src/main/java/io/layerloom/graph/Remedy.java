package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Locale;

/**
 * A way out of a problem that was tried before it is offered: on the edited document the problem is gone, and no node that was fine has an error. Offered for one document;
 * applied to another it may fail.
 *
 * @param label a verb and its object, as on a button: "Use a 3×3 kernel"
 */
public record Remedy(String label, Edit edit) {

    /** The label of two steps that are taken at once: "Add Output and use 10 units". */
    static String joined(String first, String second) {
        return tr("%s and %s", first, second.substring(0, 1).toLowerCase(Locale.ROOT) + second.substring(1));
    }
}
