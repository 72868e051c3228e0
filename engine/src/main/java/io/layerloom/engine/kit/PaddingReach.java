package io.layerloom.engine.kit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
     * @param steps whether what it gives has steps
     */
    void pass(int vertex, String name, Collection<Integer> sources, boolean takes, boolean steps) {
        Set<Integer> reaching = new HashSet<>();
        sources.forEach(source -> reaching.addAll(inputs.getOrDefault(source, Set.of())));
        // Two inputs may be padded in different ways.
        if (!takes || reaching.size() > 1) {
            reaching.forEach(input -> stoppedBy.putIfAbsent(input, name));
        }
        inputs.put(vertex, steps ? reaching : Set.of());
    }

    /** The first layer that padding of an input gets to without being understood; empty if there is none. */
    Optional<String> stoppedBy(int input) {
        return Optional.ofNullable(stoppedBy.get(input));
    }
}
