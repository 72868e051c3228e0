package io.layerloom.engine.kit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far padding gets in a network that is being made into a {@link Program}: from each input to layers that leave no steps, or to the first one that cannot take it. */
final class PaddingReach {

    private final Map<Integer, Set<Integer>> inputs = new HashMap<>();
    private final Map<Integer, String> stoppedBy = new HashMap<>();

    /** Says that a vertex is one of the inputs. */
    void begin(int vertex, int input) {
        inputs.put(vertex, Set.of(input));
    }

    /**
     * Says what becomes of padding in a vertex.
     *
     * @param sources the vertices before it
     * @param takes whether it can take padding
     * @param keeps whether what it gives still has the steps
     */
    void pass(int vertex, String name, List<Integer> sources, boolean takes, boolean keeps) {
        List<Set<Integer>> all = sources.stream()
                .map(source -> inputs.getOrDefault(source, Set.of()))
                .distinct()
                .toList();
        Set<Integer> reaching = new HashSet<>();
        all.forEach(reaching::addAll);
        // What comes together must be padded alike: two inputs need not be, and what has lost its padding is not.
        if (!takes || all.size() > 1 || reaching.size() > 1) {
            reaching.forEach(input -> stoppedBy.putIfAbsent(input, name));
        }
        inputs.put(vertex, keeps ? reaching : Set.of());
    }

    /** The first layer that padding of an input gets to without being understood; empty if there is none. */
    Optional<String> stoppedBy(int input) {
        return Optional.ofNullable(stoppedBy.get(input));
    }
}
