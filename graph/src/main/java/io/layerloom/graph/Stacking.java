package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How many inputs are stacked in one mini-batch at each layer, and where stacking and unstacking do not fit each other. A pass over the graph in the direction of the data. */
final class Stacking {

    /** Where a problem has been told, nothing that follows from it is told as well. */
    private static final int UNKNOWN = 0;

    private final Graph graph;
    private final Catalog catalog;
    private final Consumer<Problem> report;
    private final Map<NodeId, Integer> stacked = new HashMap<>();

    Stacking(Graph graph, Catalog catalog, Consumer<Problem> report) {
        this.graph = graph;
        this.catalog = catalog;
        this.report = report;
    }

    /** Whether any of these layers stacks or unstacks. */
    static boolean isUsed(Collection<Node> nodes, Catalog catalog) {
        return nodes.stream()
                .anyMatch(node -> catalog.typeOf(node)
                        .filter(type -> type.isStack() || type.isUnstack())
                        .isPresent());
    }

    /**
     * Looks at every layer.
     *
     * @param order the nodes in the direction of the data
     */
    void report(List<NodeId> order) {
        order.forEach(id -> stacked.put(id, behind(graph.node(id))));
    }

    /** How many times a layer computes for one example; 1 where nothing is stacked. */
    int times(NodeId id) {
        return Math.max(1, graph.into(id).stream().mapToInt(this::on).max().orElse(1));
    }

    private int on(Wire wire) {
        return stacked.getOrDefault(wire.from(), UNKNOWN);
    }

    /** How many inputs are stacked in what a layer gives. */
    private int behind(Node node) {
        List<Integer> in = graph.into(node.id()).stream().map(this::on).toList();
        LayerType type = catalog.typeOf(node).orElse(null);
        if (type == null || in.contains(UNKNOWN)) {
            return UNKNOWN;
        }
        int given = in.isEmpty() ? 1 : in.get(0);
        if (Bypass.is(node)) {
            return given;
        }
        if (in.stream().anyMatch(other -> other != given)) {
            return fault(
                    node,
                    tr(
                            "\"%s\" joins what is stacked with what is not. Put an Unstack between the Stack and it, for each input.",
                            node.name()));
        }
        if (type.isStack()) {
            return given == 1
                    ? in.size()
                    : fault(
                            node,
                            tr(
                                    "\"%s\" would stack what is stacked already. Put an Unstack before it, or delete it.",
                                    node.name()));
        }
        if (type.isUnstack()) {
            return taken(node, given);
        }
        boolean ends = type.isOutput() || type.isContest();
        return given > 1 && ends
                ? fault(
                        node,
                        tr(
                                "\"%s\" gets %d stacked inputs for each example, but wants one. Put an Unstack for each of them before it.",
                                node.name(), given))
                : given;
    }

    private int taken(Node node, int given) {
        int wanted = node.values().get(LayerType.STACKED);
        if (given == wanted) {
            return 1;
        }
        if (given == 1) {
            return fault(
                    node,
                    tr(
                            "\"%s\" takes one of %d stacked inputs, but none are stacked before it. Put a Stack before the layers that they are to share, or delete it.",
                            node.name(), wanted));
        }
        Inferred.Bad bad = Inferred.bad(
                        LayerType.STACKED,
                        tr("\"%s\" takes one of %d stacked inputs, but %d are stacked.", node.name(), wanted, given))
                .propose(tr("Take one of %d", given), LayerType.STACKED, given);
        report.accept(Problem.error(Problem.Cause.STACK, node.id(), bad));
        return UNKNOWN;
    }

    private int fault(Node node, String message) {
        report.accept(Problem.error(Problem.Cause.STACK, node.id(), message));
        return UNKNOWN;
    }
}
