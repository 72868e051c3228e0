package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Settings in which two layers must agree, because one goes by what the other does: both declare the same {@linkplain Param#agreed agreed} setting, and a wire leads from one to the other,
 * into blocks and out of them as well, and through whatever is bypassed. Of such layers, one may also have to read the very result that the other reads, see {@link LayerType.Again}. Shapes
 * cannot tell where they do not.
 */
final class Agreement {

    private final Graph drawn;
    private final Graph flat;
    private final Catalog catalog;
    private final Map<String, List<Param<?>>> agreed;
    private final Consumer<Problem> report;

    private Agreement(
            Graph drawn, Graph flat, Catalog catalog, Map<String, List<Param<?>>> agreed, Consumer<Problem> report) {
        this.drawn = drawn;
        this.flat = flat;
        this.catalog = catalog;
        this.agreed = agreed;
        this.report = report;
    }

    /**
     * Looks at every wire between such layers.
     *
     * @param graph without a cycle
     * @param whole whether something is known to come out of every block of it, so that they can be written out
     */
    static void report(Graph graph, boolean whole, Catalog catalog, Consumer<Problem> report) {
        Map<String, List<Param<?>>> agreed = agreed(catalog);
        if (concerns(graph, agreed)) {
            Graph flat = whole ? Expansion.of(graph, catalog).graph() : Bypass.without(graph);
            new Agreement(graph, flat, catalog, agreed, report).look();
        }
    }

    /** The settings of the types that have any. */
    private static Map<String, List<Param<?>>> agreed(Catalog catalog) {
        Map<String, List<Param<?>>> agreed = new HashMap<>();
        for (LayerType type : catalog.layers()) {
            List<Param<?>> own = type.params().stream().filter(Param::agreeing).toList();
            if (!own.isEmpty()) {
                agreed.put(type.id(), own);
            }
        }
        return agreed;
    }

    private static boolean concerns(Graph graph, Map<String, List<Param<?>>> agreed) {
        return graph.nodes().values().stream()
                .anyMatch(node -> agreed.containsKey(node.type())
                        || node.block()
                                .filter(block -> concerns(block.body().graph(), agreed))
                                .isPresent());
    }

    private void look() {
        for (Node node : flat.nodes().values()) {
            List<Param<?>> own = agreed.get(node.type());
            if (own == null) {
                continue;
            }
            for (Wire wire : flat.into(node.id())) {
                Node before = flat.node(wire.from());
                if (!copy(before.id()).equals(copy(node.id()))
                        || copy(node.id()).isEmpty()) {
                    own.stream()
                            .filter(agreed.getOrDefault(before.type(), List.of())::contains)
                            .forEach(param -> compare(before, node, param));
                }
            }
            catalog.typeOf(node).flatMap(LayerType::again).ifPresent(again -> reread(node, again));
        }
    }

    /** The copy of a block in which a layer lies; empty for a layer of the drawing itself. Within one copy, its own inference looks. */
    private static String copy(NodeId id) {
        String[] path = id.value().split("/", 3);
        return path.length < 3 ? "" : path[0] + "/" + path[1];
    }

    /** The node of the drawing that is a layer, or the block in which it lies. */
    private Node owner(Node layer) {
        return drawn.node(new NodeId(layer.id().value().split("/", 2)[0]));
    }

    private boolean isWithin(Node layer) {
        return !owner(layer).id().equals(layer.id());
    }

    /** A value as text without its blanks, which mean nothing in lists of numbers. */
    private static String bare(Object value) {
        return String.valueOf(value).replaceAll("\\s", "");
    }

    private <T> void compare(Node before, Node node, Param<T> param) {
        T wanted = before.values().get(param);
        T own = node.values().get(param);
        if (bare(wanted).equals(bare(own))) {
            return;
        }
        String message = tr(
                "%s of \"%s\" must be those of \"%s\", %s. Received: %s",
                param.label(), node.name(), before.name(), wanted, own);
        report.accept(
                isWithin(node)
                        ? Problem.error(Problem.Cause.SHAPE, owner(node).id(), message)
                        : Problem.error(
                                Problem.Cause.SHAPE,
                                node.id(),
                                Inferred.bad(param, message).propose(tr("Use %s", wanted), param, wanted)));
    }

    private void reread(Node node, LayerType.Again again) {
        Optional<Node> reader = source(node, again.behind()).filter(other -> agreed.containsKey(other.type()));
        Optional<Node> read = reader.flatMap(other -> source(other, 0));
        Optional<Node> own = source(node, again.wire());
        if (read.isEmpty() || own.isEmpty() || read.equals(own) || isSeenElsewhere(node, read.get(), own.get())) {
            return;
        }
        Problem problem = Problem.error(
                Problem.Cause.SHAPE,
                owner(node).id(),
                tr(
                        "\"%s\" must get by wire %d what \"%s\" gets, from \"%s\", but it comes from \"%s\". Let the wire come from there.",
                        node.name(),
                        again.wire() + 1,
                        reader.orElseThrow().name(),
                        read.get().name(),
                        own.get().name()));
        report.accept(isWithin(node) ? problem : problem.at(again.wire()));
    }

    /** Whether they lie in one copy of a block, or beyond the one that is drawn. */
    private static boolean isSeenElsewhere(Node node, Node read, Node own) {
        String copy = copy(node.id());
        boolean together = copy.equals(copy(read.id())) && copy.equals(copy(own.id()));
        return (together && !copy.isEmpty()) || BlockPorts.isPort(read) || BlockPorts.isPort(own);
    }

    private Optional<Node> source(Node node, int port) {
        return flat.into(node.id()).stream()
                .filter(wire -> wire.port() == port)
                .findFirst()
                .map(wire -> flat.node(wire.from()));
    }
}
