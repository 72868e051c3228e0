package io.layerloom.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The blocks of a document: all that it holds, what is seen within one, and one put in place of another wherever it stands. */
public final class Blocks {

    private Blocks() {}

    /** Every block of a document by its name, also those within others; each comes after those that it holds. */
    public static Map<String, Block> of(Document document) {
        Map<String, Block> all = new LinkedHashMap<>();
        collect(document.graph(), all);
        return all;
    }

    private static void collect(Graph graph, Map<String, Block> all) {
        for (Node node : graph.nodes().values()) {
            node.block().filter(block -> !all.containsKey(block.name())).ifPresent(block -> {
                collect(block.body().graph(), all);
                all.put(block.name(), block);
            });
        }
    }

    /** How many layers of a type a document has, those within blocks as often as these are repeated. */
    public static long count(Document document, String type) {
        return document.graph().nodes().values().stream()
                .mapToLong(node -> node.block()
                        .map(block -> block.repeats(node.values()) * count(block.body(), type))
                        .orElse(node.type().equals(type) ? 1L : 0L))
                .sum();
    }

    /** A name that no block of the document has yet, made from a stem; the stem itself where it is free. */
    public static String freshName(Document document, String stem) {
        Set<String> taken = of(document).keySet();
        return taken.contains(stem) ? Graph.freshName(stem, taken) : stem;
    }

    /** How far a path of opened blocks still leads in a document. */
    public static List<NodeId> reach(Document document, List<NodeId> path) {
        Graph graph = document.graph();
        for (int step = 0; step < path.size(); step++) {
            Optional<Block> block = graph.find(path.get(step)).flatMap(Node::block);
            if (block.isEmpty()) {
                return List.copyOf(path.subList(0, step));
            }
            graph = block.get().body().graph();
        }
        return List.copyOf(path);
    }

    /**
     * What is drawn within a block, with the shapes that come in where it was opened, the settings that its node has, and the plan of the whole.
     *
     * @param path the nodes of the blocks that were opened, from the outermost on
     * @param inference of the whole document
     */
    public static Document within(Document document, List<NodeId> path, Inference inference, Catalog catalog) {
        Document shown = document;
        Inference known = inference;
        for (NodeId id : path) {
            Node node = shown.graph().node(id);
            Block block = node.block().orElseThrow(() -> new IllegalArgumentException("No block. Received: " + id));
            List<Optional<Shape>> in = incoming(shown.graph(), id, block, known);
            Graph fed = BlockRules.fed(block, block.drawn(node.values(), catalog), in);
            shown = block.body().with(fed).with(document.plan());
            known = Inference.of(fed, catalog);
        }
        return shown;
    }

    private static List<Optional<Shape>> incoming(Graph graph, NodeId id, Block block, Inference inference) {
        Map<Integer, Shape> byPort = new HashMap<>();
        graph.into(id).forEach(wire -> inference.shapeOn(wire).ifPresent(shape -> byPort.put(wire.port(), shape)));
        List<Optional<Shape>> in = new ArrayList<>();
        for (int port = 0; port < block.inputs().size(); port++) {
            in.add(Optional.ofNullable(byPort.get(port)));
        }
        return in;
    }

    /** The document with every block of a name replaced by what becomes of it; wires into inputs that are gone go, those into others follow them. */
    static Document replaced(Document document, String name, UnaryOperator<Block> change) {
        return new Replacement(block -> block.name().equals(name) ? change.apply(block) : block).in(document);
    }

    /** The document with a block under another name, and with it the nodes that are named after it. */
    static Document renamed(Document document, String former, String name) {
        Document replaced = replaced(document, former, block -> block.named(name));
        Set<String> holding = new HashSet<>();
        of(replaced).values().stream()
                .filter(block -> holds(block.body().graph(), name))
                .forEach(block -> holding.add(block.name()));
        Document within = new Replacement(block -> holding.contains(block.name())
                        ? block.with(block.body().with(following(block.body().graph(), former, name)))
                        : block)
                .in(replaced);
        return within.with(following(within.graph(), former, name));
    }

    private static boolean holds(Graph graph, String block) {
        return graph.nodes().values().stream()
                .anyMatch(node -> node.block().map(Block::name).equals(Optional.of(block)));
    }

    /** A graph in which the nodes of a block that are named after it have a name after its new one. */
    private static Graph following(Graph graph, String former, String name) {
        Graph renamed = graph;
        Pattern after = Pattern.compile(Pattern.quote(former) + "(_\\d+)?");
        for (Node node : graph.nodes().values()) {
            boolean named = after.matcher(node.name()).matches();
            if (named && node.block().map(Block::name).equals(Optional.of(name))) {
                String wanted = name + node.name().substring(former.length());
                boolean free = Edits.NAME.matcher(wanted).matches()
                        && renamed.named(wanted).isEmpty();
                renamed = renamed.with(node.named(free ? wanted : renamed.freshName(name)));
            }
        }
        return renamed;
    }

    /** The block as the document knows it: the very one it has under this name if it is equal, else under a name that is free there. */
    static Block adopted(Document document, Block block) {
        Document carrier = new Document(
                new Graph(
                        Map.of(new NodeId("n1"), new Node(new NodeId("n1"), block.name(), Values.EMPTY, block)),
                        List.of()),
                Layout.EMPTY,
                TrainingPlan.INITIAL);
        return adopted(document, carrier).graph().node(new NodeId("n1")).block().orElseThrow();
    }

    /** The fragment with its blocks as the document knows them. */
    static Document adopted(Document document, Document fragment) {
        Map<String, Block> known = of(document);
        Set<String> taken = new HashSet<>(known.keySet());
        if (!Expansion.isNeeded(fragment.graph())) {
            return fragment;
        }
        return new Replacement(block -> {
                    Block same = known.get(block.name());
                    if (same == null) {
                        taken.add(block.name());
                        return block;
                    }
                    if (same.equals(block)) {
                        return same;
                    }
                    String name = Graph.freshName(block.name(), taken);
                    taken.add(name);
                    return block.named(name);
                })
                .in(fragment);
    }

    /** One block put in place of another, from the innermost outwards; equal places get the same object. */
    private static final class Replacement {
        private final UnaryOperator<Block> change;
        private final Map<Block, Block> done = new IdentityHashMap<>();

        Replacement(UnaryOperator<Block> change) {
            this.change = change;
        }

        Document in(Document document) {
            Graph graph = document.graph();
            Map<NodeId, Node> changed = new LinkedHashMap<>();
            List<Wire> wires = new ArrayList<>(graph.wires());
            for (Node node : graph.nodes().values()) {
                Block before = node.block().orElse(null);
                Block after = before == null ? null : of(before);
                if (before != null && after != null && !before.equals(after)) {
                    changed.put(node.id(), node.with(after));
                    rewire(wires, node.id(), before, after);
                }
            }
            if (changed.isEmpty()) {
                return document;
            }
            Graph exchanged = graph.with(changed);
            return document.with(wires.equals(graph.wires()) ? exchanged : new Graph(exchanged.nodes(), wires));
        }

        private Block of(Block block) {
            Block known = done.get(block);
            if (known == null) {
                Document body = in(block.body());
                known = change.apply(body.equals(block.body()) ? block : block.with(body));
                done.put(block, known);
            }
            return known;
        }

        private static void rewire(List<Wire> wires, NodeId node, Block before, Block after) {
            if (before.inputs().equals(after.inputs())) {
                return;
            }
            wires.removeIf(wire -> wire.to().equals(node) && port(wire, before, after) < 0);
            wires.replaceAll(
                    wire -> wire.to().equals(node) ? new Wire(wire.from(), node, port(wire, before, after)) : wire);
        }

        private static int port(Wire wire, Block before, Block after) {
            return wire.port() < before.inputs().size()
                    ? after.inputs().indexOf(before.inputs().get(wire.port()))
                    : -1;
        }
    }
}
