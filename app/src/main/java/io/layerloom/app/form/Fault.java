package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Problem;
import java.util.Optional;

/**
 * What is wrong with a setting.
 *
 * @param problem the problem of the document behind it, which may have ways out; empty for a text that cannot be read
 */
public record Fault(String sentence, Optional<Problem> problem) {

    /** A value that does not suit the rest of the document. */
    public static Fault of(Problem problem) {
        return new Fault(problem.message(), Optional.of(problem));
    }

    /** A text that stands for no value. */
    static Fault typed(String label, String rest) {
        return new Fault(tr("%s %s.", label, rest), Optional.empty());
    }
}
