package io.layerloom.graph;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Everything the program knows about one way in which the learning rate changes over time.
 *
 * @param rate the learning rate as the engine takes it, a number literal or a schedule, from the settings and the starting rate
 */
public record ScheduleType(
        String id,
        String name,
        String help,
        String source,
        List<Param<?>> params,
        BiFunction<Values, Double, Expr> rate) {
    public ScheduleType {
        params = List.copyOf(params);
    }
}
