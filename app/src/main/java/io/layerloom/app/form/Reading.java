package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Kind;
import java.util.Optional;
import java.util.function.Function;

/** What a typed text stands for: an accepted value, or the rest of a sentence that says why it is none. */
public sealed interface Reading<T> {

    /** A value that may be handed on. */
    record Accepted<T>(T value) implements Reading<T> {}

    /** Why there is none. */
    record Refused<T>(String why) implements Reading<T> {}

    /** The value, if it is accepted. */
    default Optional<T> accepted() {
        return this instanceof Accepted<T> accepted ? Optional.of(accepted.value) : Optional.empty();
    }

    /** Why there is no value. */
    default Optional<String> fault() {
        return this instanceof Refused<T> refused ? Optional.of(refused.why) : Optional.empty();
    }

    /** The reading of texts as values of a kind, within its bounds. */
    static <T> Function<String, Reading<T>> of(Kind<T> kind, Function<String, Optional<T>> parse) {
        return text -> {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                return new Refused<>(tr("must be %s", kind.expected()));
            }
            return kind.check(value.get()).<Reading<T>>map(Refused::new).orElseGet(() -> new Accepted<>(value.get()));
        };
    }
}
