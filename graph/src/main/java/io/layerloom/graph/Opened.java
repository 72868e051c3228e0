package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A block as it is at one of its nodes: with the settings that this node has, or that a node around it has. What is changed of these is changed there; all else is changed in the block, wherever it stands.
 */
final class Opened {

    private final List<NodeId> path;
    private final Block block;
    private final Document drawn;
    private final Map<Block.Target, Owner> owners;
    private final Optional<String> frozen;

    /** The node that has a value of its own, and how many blocks lie around it. */
    private record Owner(int depth, NodeId node, String key) {}

    private Opened(
            List<NodeId> path, Block block, Document drawn, Map<Block.Target, Owner> owners, Optional<String> frozen) {
        this.path = path;
        this.block = block;
        this.drawn = drawn;
        this.owners = owners;
        this.frozen = frozen;
    }

    /**
     * The block at the end of a path.
     *
     * @param path the nodes of the blocks that were opened, from the outermost on; at least one
     */
    static Opened at(Document document, List<NodeId> path, Catalog catalog) {
        Graph graph = document.graph();
        Opened opened = null;
        for (int depth = 0; depth < path.size(); depth++) {
            Node node = graph.node(path.get(depth));
            Block block = node.block().orElseThrow(() -> new IllegalArgumentException("No block. Received: " + node));
            Map<Block.Target, Owner> outer = opened == null ? Map.of() : opened.owners;
            graph = block.drawn(node.values(), catalog);
            Optional<String> frozen =
                    Optional.of(node.name()).filter(name -> node.values().get(LayerType.FROZEN));
            opened = new Opened(path, block, block.body().with(graph), owners(node, block, depth, outer), frozen);
        }
        if (opened == null) {
            throw new IllegalArgumentException("No block is open.");
        }
        return opened;
    }

    private static Map<Block.Target, Owner> owners(Node node, Block block, int depth, Map<Block.Target, Owner> outer) {
        Map<Block.Target, Owner> owners = new HashMap<>();
        for (Block.Setting setting : block.settings()) {
            if (node.values().plain().containsKey(setting.key())) {
                Owner self = new Owner(depth, node.id(), setting.key());
                Owner owner = outer.getOrDefault(new Block.Target(node.id(), setting.key()), self);
                setting.targets().forEach(target -> owners.put(target, owner));
            }
        }
        return owners;
    }

    /** What is drawn within; its plan means nothing. */
    Document drawn() {
        return drawn;
    }

    /** The settings of a layer here whose values are those of a node outside. */
    Set<String> own(NodeId layer) {
        return owners.keySet().stream()
                .filter(target -> target.node().equals(layer))
                .map(Block.Target::key)
                .collect(Collectors.toSet());
    }

    /**
     * The document after what is drawn here has changed.
     *
     * @throws BlockRefusal if the block could not be like that
     */
    Document put(Document document, Document after) {
        Map<Owner, Object> own = new LinkedHashMap<>();
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        after.graph().nodes().values().forEach(node -> nodes.put(node.id(), definition(node, own)));
        Block changed = changed(after.with(new Graph(nodes, after.graph().wires())));
        Document put = Blocks.replaced(document, block.name(), former -> changed);
        for (Map.Entry<Owner, Object> value : own.entrySet()) {
            put = set(put, value.getKey(), value.getValue());
        }
        return put;
    }

    /** A node as the block holds it: settings that are seen as a node outside has them are as they were. */
    private Node definition(Node node, Map<Owner, Object> own) {
        Optional<Node> former = block.body().graph().find(node.id());
        Optional<Node> seen = drawn.graph().find(node.id());
        if (former.isEmpty() || seen.isEmpty()) {
            return node;
        }
        Values values = node.values();
        for (String key : seen.get().values().plain().keySet()) {
            Block.Target target = new Block.Target(node.id(), key);
            if (isOwn(target)) {
                Object now = node.values().plain().get(key);
                if (now != null && !now.equals(seen.get().values().plain().get(key))) {
                    own.put(owner(target), now);
                }
                Object held = former.get().values().plain().get(key);
                values = held == null ? values.without(key) : values.withPlain(key, held);
            }
        }
        return node.with(values);
    }

    /** Whether the value of a setting that is seen here is that of a node outside. */
    private boolean isOwn(Block.Target target) {
        return owners.containsKey(target) || (frozen.isPresent() && target.key().equals(LayerType.FROZEN.key()));
    }

    private Owner owner(Block.Target target) {
        Owner owner = owners.get(target);
        if (owner == null) {
            throw new BlockRefusal(tr(
                    "All of \"%s\" is frozen, and this layer with it. Leave the block, and unfreeze it there first.",
                    frozen.orElse(block.name())));
        }
        return owner;
    }

    private Block changed(Document body) {
        try {
            return block.with(body);
        } catch (IllegalArgumentException e) {
            throw new BlockRefusal(tr(
                    "This is not possible within the block \"%s\": %s. The block stays as it is.",
                    block.name(), String.valueOf(e.getMessage())));
        }
    }

    private Document set(Document document, Owner owner, Object value) {
        if (owner.depth() == 0) {
            return document.with(set(document.graph(), owner, value));
        }
        Block holder = BlockEdits.at(document, path.subList(0, owner.depth()));
        return Blocks.replaced(
                document,
                holder.name(),
                each -> each.with(each.body().with(set(each.body().graph(), owner, value))));
    }

    private static Graph set(Graph graph, Owner owner, Object value) {
        Node node = graph.node(owner.node());
        return graph.with(node.with(node.values().withPlain(owner.key(), value)));
    }
}
