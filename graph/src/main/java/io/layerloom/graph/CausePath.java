package io.layerloom.graph;

import io.layerloom.graph.Problem.Cause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way from cause to effect: the wires from the layer that gave a shape, through those that give the same one, to the layer that cannot take it; where it became too small on the way, from what
 * comes into the layers that shrank it ({@link Narrowing}).
 */
public final class CausePath {

    /** For so many layers that cannot take their shape, what shrank it is searched: each takes a walk over all that comes before it, with every edit. */
    private static final int SEARCHED = 8;

    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;
    private int searched;
    private final Set<Wire> wires = new LinkedHashSet<>();
    private final Set<Wire> followed = new HashSet<>();

    private CausePath(Graph graph, Inference inference, Catalog catalog) {
        this.graph = graph;
        this.inference = inference;
        this.catalog = catalog;
    }

    /** The wires on the ways of all that keeps a network from training. */
    public static Set<Wire> of(Graph graph, Inference inference, Catalog catalog) {
        CausePath path = new CausePath(graph, inference, catalog);
        List<Problem> errors =
                inference.problems().stream().filter(Problem::isError).toList();
        Set<NodeId> inCycle = errors.stream()
                .filter(problem -> problem.cause() == Cause.CYCLE)
                .flatMap(problem -> problem.node().stream())
                .collect(Collectors.toSet());
        for (Problem problem : errors) {
            problem.node().ifPresent(node -> path.add(problem, node, inCycle));
        }
        return path.wires;
    }

    private void add(Problem problem, NodeId node, Set<NodeId> inCycle) {
        if (problem.cause() == Cause.SHAPE && searched++ < SEARCHED) {
            wires.addAll(new Narrowing(graph, inference, catalog, node).way());
        }
        for (Wire wire : graph.into(node)) {
            boolean blamed = problem.port().map(port -> port == wire.port()).orElse(true);
            switch (problem.cause()) {
                case SHAPE -> {
                    if (blamed) {
                        follow(wire);
                    }
                }
                case AFTER_OUTPUT -> {
                    if (blamed) {
                        wires.add(wire);
                    }
                }
                case CYCLE -> {
                    if (inCycle.contains(wire.from())) {
                        wires.add(wire);
                    }
                }
                default -> {}
            }
        }
    }

    /** Back to where the shape on a wire comes from. */
    private void follow(Wire last) {
        Optional<Shape> shape = inference.shapeOn(last);
        Deque<Wire> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            Wire wire = open.pop();
            wires.add(wire);
            if (followed.add(wire) && shape.isPresent()) {
                graph.into(wire.from()).stream()
                        .filter(before -> inference.shapeOn(before).equals(shape))
                        .forEach(open::push);
            }
        }
    }
}
