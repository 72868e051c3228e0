package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Something that each member of a team makes for itself, once for each number of examples. */
final class PerShare<T> {

    private final IntFunction<T> maker;
    private final List<Map<Integer, T>> made = new ArrayList<>();

    /** What is made follows from the number of examples. */
    PerShare(IntFunction<T> maker) {
        this.maker = maker;
    }

    /** Makes room for so many members, while only one of them is at work. */
    void prepare(int members) {
        while (made.size() < members) {
            made.add(new HashMap<>());
        }
    }

    T of(Share share) {
        return made.get(share.member()).computeIfAbsent(share.count(), maker::apply);
    }
}
