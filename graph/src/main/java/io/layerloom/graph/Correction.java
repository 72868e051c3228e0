package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value that may stand in for one that is not accepted.
 *
 * @param label as on a button: "Set Units to 1"
 */
record Correction<T>(String label, T value) {

    /** The nearest accepted value, where the held one is of the right kind, and the initial value. */
    static <T> List<Correction<T>> of(Values values, Param<T> param) {
        Object held = values.plain().get(param.key());
        Optional<T> read = held == null ? Optional.empty() : param.kind().read(held);
        List<Correction<T>> all = new ArrayList<>();
        read.map(param.kind()::nearest).ifPresent(value -> all.add(of(param, value)));
        if (read.map(param.kind()::nearest).filter(param.initial()::equals).isEmpty()) {
            all.add(of(param, param.initial()));
        }
        return all;
    }

    /** One that gives a setting a value. */
    static <T> Correction<T> of(Param<T> param, T value) {
        String words = value instanceof Labelled labelled ? labelled.label() : value.toString();
        return new Correction<>(tr("Set %s to %s", param.label(), words), value);
    }
}
