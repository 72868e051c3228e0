package io.layerloom.graph;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every edit of blocks: making one of some layers, unpacking it, changing what is within. */
public final class BlockEdits {

    private BlockEdits() {}

    /** Why a layer cannot lie within a block, as a sentence; empty if it can. */
    static Optional<String> intruder(Node node, Catalog catalog) {
        Optional<LayerType> type = catalog.typeOf(node);
        if (BlockPorts.isPort(node)) {
            return Optional.of(tr(
                    "\"%s\" is an end of the block that is open, so it cannot become part of another one.",
                    node.name()));
        }
        if (type.filter(LayerType::isInput).isPresent()) {
            return Optional.of(tr(
                    "Data enter the network at \"%s\", so it cannot lie within a block. Leave it outside and wire it to the block.",
                    node.name()));
        }
        if (type.filter(LayerType::isOutput).isPresent()) {
            return Optional.of(tr(
                    "\"%s\" ends the network, so it cannot lie within a block. Leave it outside, behind the block.",
                    node.name()));
        }
        if (type.filter(found -> found.isStack() || found.isUnstack()).isPresent()) {
            return Optional.of(tr(
                    "At \"%s\" inputs are stacked or taken apart, so it cannot lie within a block. Leave it outside.",
                    node.name()));
        }
        return type.filter(LayerType::isContest).isPresent()
                ? Optional.of(tr(
                        "At \"%s\" a generator meets the data, so it cannot lie within a block. Leave it outside.",
                        node.name()))
                : Optional.empty();
    }

    /** Why no block can be made of these layers, as a sentence; empty if one can. */
    public static Optional<String> refusal(Document document, Collection<NodeId> nodes, Catalog catalog) {
        return new BlockCut(document.graph(), nodes).refusal(catalog);
    }

    /**
     * A block of some layers takes their place.
     *
     * @param id of the node of the block, from {@link Graph#freshId}
     * @throws IllegalArgumentException on application, if no block can be made of them
     */
    public static Edit make(Collection<NodeId> nodes, NodeId id, Catalog catalog) {
        Set<NodeId> chosen = new LinkedHashSet<>(nodes);
        return Edit.of(plural(chosen.size(), "Make block of %,d layer", "Make block of %,d layers"), document -> {
            Endings.require(refusal(document, chosen, catalog));
            return new BlockCut(document.graph(), chosen).cut(document, id, Blocks.freshName(document, "block"));
        });
    }

    /**
     * The layers of a block take its place, as often as it is repeated, with the settings that its node has.
     *
     * @throws IllegalArgumentException on application, if the node is no block
     */
    public static Edit unpack(NodeId id, Catalog catalog) {
        return Edit.of(tr("Unpack block"), document -> new Unpacking(document, id, catalog).unpacked());
    }

    /**
     * An edit of what is drawn within a block; it shows wherever the block stands. A change of the plan is one of the document, as is one of a setting of which the opened node has its own value.
     *
     * @param path the nodes of the blocks that were opened, from the outermost on
     * @throws BlockRefusal on application, if the block could not be after it
     */
    public static Edit within(List<NodeId> path, Edit edit, Catalog catalog) {
        List<NodeId> opened = List.copyOf(path);
        return opened.isEmpty() || edit instanceof OfWhole
                ? edit
                : Edit.of(edit.label(), document -> within(document, opened, edit, catalog));
    }

    /** An edit of blocks wherever they stand, which is one of the whole document wherever the person is. */
    private record OfWhole(String label, UnaryOperator<Document> change) implements Edit {
        @Override
        public Document apply(Document document) {
            return change.apply(document);
        }
    }

    private static Document within(Document document, List<NodeId> path, Edit edit, Catalog catalog) {
        Opened opened = Opened.at(document, path, catalog);
        Document before = opened.drawn().with(document.plan());
        Document after = edit.apply(before);
        Document planned = document.with(after.plan());
        if (after.with(before.plan()).equals(before)) {
            return planned;
        }
        Document drawn = Blocks.adopted(document, after);
        refusal(document, path, before, drawn, catalog).ifPresent(sentence -> {
            throw new BlockRefusal(sentence);
        });
        return opened.put(planned, drawn);
    }

    private static Optional<String> refusal(
            Document document, List<NodeId> path, Document before, Document after, Catalog catalog) {
        Set<String> held = Blocks.of(after).keySet();
        for (int step = 1; step <= path.size(); step++) {
            String open = at(document, path.subList(0, step)).name();
            if (held.contains(open)) {
                return Optional.of(
                        tr("The block \"%s\" is open here, and no block can hold itself. Put it elsewhere.", open));
            }
        }
        return after.graph().nodes().values().stream()
                .filter(node -> before.graph().find(node.id()).isEmpty() && !BlockPorts.isPort(node))
                .flatMap(node -> intruder(node, catalog).stream())
                .findFirst();
    }

    /**
     * The settings of a layer within a block whose values here are those of the node that was opened, or of one around it; an edit {@link #within} changes them there alone.
     *
     * @param path the nodes of the blocks that were opened, from the outermost on; at least one
     */
    public static Set<String> ownSettings(Document document, List<NodeId> path, NodeId layer, Catalog catalog) {
        return Opened.at(document, path, catalog).own(layer);
    }

    /** The block at the end of a path. */
    public static Block at(Document document, List<NodeId> path) {
        Graph graph = document.graph();
        Optional<Block> block = Optional.empty();
        for (NodeId id : path) {
            block = graph.node(id).block();
            graph = block.orElseThrow(() -> new IllegalArgumentException("No block. Received: " + id))
                    .body()
                    .graph();
        }
        return block.orElseThrow(() -> new IllegalArgumentException("No block is open. Received: " + path));
    }

    /** Why a block cannot have a name, as a sentence; empty if it can. */
    public static Optional<String> nameFault(Document document, String former, String name) {
        if (!Edits.NAME.matcher(name).matches()) {
            return Optional.of(
                    tr("A name begins with a letter and holds only letters, digits and underscores, 64 at most."));
        }
        return !name.equals(former) && Blocks.of(document).containsKey(name)
                ? Optional.of(tr("Another block is called %s already.", name))
                : Optional.empty();
    }

    /**
     * Another name for a block, wherever it stands; nodes that are named after it get a name after the new one.
     *
     * @throws IllegalArgumentException on application, if it is taken or not of the form {@link Edits#NAME}
     */
    public static Edit rename(String former, String name) {
        return new OfWhole(tr("Rename block to %s", name), document -> {
            Endings.require(nameFault(document, former, name));
            return name.equals(former) ? document : Blocks.renamed(document, former, name);
        });
    }

    /** A setting of a layer within a block shows on the outside, wherever the block stands. */
    public static Edit expose(String block, NodeId node, Param<?> param) {
        return new OfWhole(
                tr("Show %s on the block", param.label().toLowerCase(Locale.ROOT)),
                document -> Blocks.replaced(document, block, known -> {
                    List<Block.Setting> settings = new ArrayList<>(known.settings());
                    Block.Target target = new Block.Target(node, param.key());
                    if (settings.stream().noneMatch(setting -> setting.targets().contains(target))) {
                        settings.add(setting(known, target, param));
                    }
                    return known.with(settings);
                }));
    }

    private static Block.Setting setting(Block block, Block.Target target, Param<?> param) {
        Set<String> keys = new LinkedHashSet<>();
        block.settings().forEach(setting -> keys.add(setting.key()));
        keys.add(Block.REPEAT.key());
        keys.add(LayerType.FROZEN.key());
        keys.add(LayerType.BYPASSED.key());
        String stem = Block.KEY.matcher(param.key()).matches() ? param.key() : "setting";
        String key = keys.contains(stem) ? Graph.freshName(stem, keys) : stem;
        String layer = block.body().graph().node(target.node()).name();
        String label = param.english() + Block.OF + layer;
        return new Block.Setting(key, label.length() <= Block.LONGEST_LABEL ? label : param.english(), List.of(target));
    }

    /** A setting of a layer within a block no longer shows on the outside. */
    public static Edit hide(String block, NodeId node, String key) {
        Block.Target target = new Block.Target(node, key);
        return new OfWhole(
                tr("Hide a setting of the block"),
                document -> Blocks.replaced(
                        document,
                        block,
                        known -> known.with(known.settings().stream()
                                .flatMap(setting -> without(setting, target).stream())
                                .toList())));
    }

    private static Optional<Block.Setting> without(Block.Setting setting, Block.Target target) {
        List<Block.Target> left =
                setting.targets().stream().filter(each -> !each.equals(target)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Block.Setting(setting.key(), setting.label(), left));
    }
}
