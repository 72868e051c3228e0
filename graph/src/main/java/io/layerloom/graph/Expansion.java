package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graph with its blocks written out: in place of each stand its layers, as often as it is repeated. The same graph always gives the same: a layer {@code conv} of the second copy of a block {@code stage}
 * has the name {@code stage_2_conv} and an id such as {@code n4/2/n1}. A layer of a block that stands once keeps its name as long as no other layer has it, so that weights of an earlier run find it there.
 *
 * @param graph without any block
 * @param sections the block in which a layer was drawn, in words, by the name of the layer
 */
public record Expansion(Graph graph, Map<String, String> sections) {

    /** Whether a graph holds blocks. */
    static boolean isNeeded(Graph graph) {
        return graph.nodes().values().stream().anyMatch(node -> node.block().isPresent());
    }

    /** How many layers a graph has with its blocks written out; {@code Long.MAX_VALUE} if more than a number can say. */
    static long layers(Graph graph, Catalog catalog) {
        long layers = 0;
        for (Node node : graph.nodes().values()) {
            layers = plus(
                    layers,
                    node.block()
                            .filter(block -> !Bypass.is(node))
                            .map(block -> layers(block, node.values(), catalog))
                            .orElse(1L));
        }
        return layers;
    }

    private static long layers(Block block, Values values, Catalog catalog) {
        long once = layers(block.drawn(values, catalog), catalog);
        long repeats = block.repeats(values);
        return once > Long.MAX_VALUE / repeats ? Long.MAX_VALUE : once * repeats;
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /**
     * Writes the blocks of a graph out, without the layers that are bypassed. What is not wired stays so.
     *
     * @throws IllegalArgumentException if it would have more than {@link Block#MOST_LAYERS} layers
     */
    public static Expansion of(Graph graph, Catalog catalog) {
        Graph used = Bypass.without(graph);
        if (!isNeeded(used)) {
            return new Expansion(used, Map.of());
        }
        long layers = layers(used, catalog);
        if (layers > Block.MOST_LAYERS) {
            throw new IllegalArgumentException(tooLarge(layers));
        }
        Writing writing = new Writing(used, catalog);
        return new Expansion(writing.graph(), writing.sections);
    }

    /** What stands in the drawing for a layer: itself, or the outermost block in which it lies. */
    public static NodeId outermost(Node layer) {
        String path = layer.id().value();
        int end = path.indexOf('/');
        return end < 0 ? layer.id() : new NodeId(path.substring(0, end));
    }

    /** Why so many layers cannot be. */
    static String tooLarge(long layers) {
        String received = layers == Long.MAX_VALUE ? tr("far more") : String.format(Locale.ROOT, "%,d", layers);
        return tr(
                "With its blocks written out, the network has at most %,d layers, but this one would have %s. Repeat blocks less often.",
                Block.MOST_LAYERS, received);
    }

    /** A drawing in its place: the whole, or one copy of a block. */
    private static final class Scope {
        private final Graph graph;
        private final String path;
        private final @Nullable Entry entry;
        private final Map<NodeId, List<Scope>> copies = new HashMap<>();

        Scope(Graph graph, String path, @Nullable Entry entry) {
            this.graph = graph;
            this.path = path;
            this.entry = entry;
        }

        NodeId flat(NodeId id) {
            return new NodeId(path + id.value());
        }
    }

    /** Where a copy of a block stands. */
    private record Entry(Scope outer, Node node, Block block, int copy) {}

    /**
     * What stands before the name of a layer.
     *
     * @param near the copies of repeated blocks in which it lies, without which its name would be that of others
     * @param whole all blocks in which it lies, where that does not suffice
     */
    private record Prefix(String near, String whole) {
        static final Prefix NONE = new Prefix("", "");

        Prefix within(String block) {
            return new Prefix(near, whole + block + "_");
        }

        Prefix copy(String block) {
            return new Prefix(near + block + "_", whole + block + "_");
        }
    }

    private static final class Writing {
        private final Catalog catalog;
        private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
        private final Set<Wire> wires = new LinkedHashSet<>();
        private final Map<String, String> sections = new LinkedHashMap<>();
        private final Set<String> names;

        Writing(Graph graph, Catalog catalog) {
            this.catalog = catalog;
            this.names = new HashSet<>(graph.names());
            Scope whole = new Scope(graph, "", null);
            place(whole, Prefix.NONE, "");
            wire(whole);
        }

        Graph graph() {
            return new Graph(nodes, new ArrayList<>(wires));
        }

        private void place(Scope scope, Prefix prefix, String section) {
            for (Node node : scope.graph.nodes().values()) {
                if (node.block().isPresent()) {
                    copies(scope, node, node.block().get(), prefix, section);
                } else if (scope.entry == null || !BlockPorts.isPort(node)) {
                    String name = scope.entry == null ? node.name() : fresh(prefix, node.name());
                    NodeId id = scope.flat(node.id());
                    nodes.put(id, new Node(id, node.type(), name, node.values()));
                    if (!section.isEmpty()) {
                        sections.put(name, section);
                    }
                }
            }
        }

        private String fresh(Prefix prefix, String drawn) {
            String near = prefix.near() + drawn;
            String wanted = names.contains(near) ? prefix.whole() + drawn : near;
            String name = names.add(wanted) ? wanted : Graph.freshName(wanted, names);
            names.add(name);
            return name;
        }

        private void copies(Scope scope, Node node, Block block, Prefix prefix, String section) {
            Graph drawn = Bypass.without(block.drawn(node.values(), catalog));
            int repeats = block.repeats(node.values());
            List<Scope> copies = new ArrayList<>();
            for (int copy = 1; copy <= repeats; copy++) {
                Scope inner = new Scope(
                        drawn, scope.path + node.id().value() + "/" + copy + "/", new Entry(scope, node, block, copy));
                copies.add(inner);
                String words = repeats == 1 ? "" : " (" + copy + " of " + repeats + ")";
                place(
                        inner,
                        repeats == 1 ? prefix.within(node.name()) : prefix.copy(node.name() + "_" + copy),
                        (section.isEmpty() ? "" : section + ", ") + node.name() + words);
            }
            scope.copies.put(node.id(), copies);
        }

        /** The wires of a drawing in their order; those of a block come where the first wire into it does. */
        private void wire(Scope scope) {
            Set<NodeId> left = new LinkedHashSet<>(scope.copies.keySet());
            for (Wire wire : scope.graph.wires()) {
                if (left.remove(wire.to())) {
                    copiesOf(scope, wire.to()).forEach(this::wire);
                } else if (nodes.containsKey(scope.flat(wire.to()))) {
                    source(scope, wire.from())
                            .ifPresent(from -> wires.add(new Wire(from, scope.flat(wire.to()), wire.port())));
                }
            }
            left.forEach(id -> copiesOf(scope, id).forEach(this::wire));
        }

        private static List<Scope> copiesOf(Scope scope, NodeId id) {
            return scope.copies.getOrDefault(id, List.of());
        }

        /** The layer whose result stands at a node; empty where something is not wired. */
        private Optional<NodeId> source(Scope scope, NodeId id) {
            List<Scope> copies = copiesOf(scope, id);
            if (!copies.isEmpty()) {
                return result(copies.get(copies.size() - 1));
            }
            Entry entry = scope.entry;
            if (entry == null || !BlockPorts.isInput(scope.graph.node(id))) {
                return Optional.of(scope.flat(id)).filter(nodes::containsKey);
            }
            if (entry.copy() > 1) {
                return result(copiesOf(entry.outer(), entry.node().id()).get(entry.copy() - 2));
            }
            int port = entry.block().inputs().indexOf(id);
            return entry.outer().graph.into(entry.node().id()).stream()
                    .filter(wire -> wire.port() == port)
                    .findFirst()
                    .flatMap(wire -> source(entry.outer(), wire.from()));
        }

        private Optional<NodeId> result(Scope copy) {
            Entry entry = copy.entry;
            return entry == null
                    ? Optional.empty()
                    : copy.graph.into(entry.block().output()).stream()
                            .findFirst()
                            .flatMap(wire -> source(copy, wire.from()));
        }
    }
}
