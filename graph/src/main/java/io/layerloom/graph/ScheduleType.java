package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Everything the program knows about one way in which the learning rate changes over time.
 *
 * @param rate the learning rate as the engine takes it, a number literal or a schedule, from the settings and the starting rate
 * @param plateau whether and when training lowers the rate by itself, likewise
 */
public record ScheduleType(
        String id,
        String name,
        String help,
        String source,
        List<Param<?>> params,
        BiFunction<Values, Double, Expr> rate,
        BiFunction<Values, Double, Optional<Plateau>> plateau) {
    public ScheduleType {
        params = List.copyOf(params);
    }

    /** The words people know it by, in the language of now. */
    @Override
    public String name() {
        return tr(name);
    }

    /** What it does and when to use it, in the language of now. */
    @Override
    public String help() {
        return tr(help);
    }

    /** A schedule that is known before training begins. */
    public ScheduleType(
            String id,
            String name,
            String help,
            String source,
            List<Param<?>> params,
            BiFunction<Values, Double, Expr> rate) {
        this(id, name, help, source, params, rate, (values, start) -> Optional.empty());
    }
}
