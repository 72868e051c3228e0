package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named piece of a network that stands on the canvas as one node: a drawing of its own with inputs and one output, of which some settings show on the outside. Immutable; a block can hold others but never
 * itself, as it is made after what it holds. Within one document, a name stands for one block.
 */
public final class Block {

    /** The type of every node that is a block. */
    public static final String TYPE = "block";

    /** How often a block of one input and one output stands in a row; each time with weights of its own. */
    public static final Param<Integer> REPEAT = Param.integer("repeat", 1, 1, 1_000)
            .label("Repeat")
            .help(
                    "How many copies of the block stand in a row, each behind the one before. Every copy has weights of its own.");

    /** Most layers that a network may have, blocks and their repetitions written out. */
    public static final int MOST_LAYERS = 20_000;

    /** Most blocks that may lie within each other. */
    static final int DEEPEST = 16;

    /** What the key of a setting looks like. */
    static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");

    static final int LONGEST_LABEL = 60;

    /** What stands in the label that a setting is given between what it is and the layer whose it is; such labels are shown in the language of now. */
    static final String OF = " of ";

    private final String name;
    private final Document body;
    private final List<Setting> settings;
    private final List<NodeId> inputs;
    private final NodeId output;
    private final int depth;
    private final long size;
    private final int hash;

    /** What it is as a layer under the catalog and in the language that last asked; whoever is second finds the same. */
    private volatile @Nullable Typed typed;

    private record Typed(Catalog catalog, Language language, LayerType type) {}

    /**
     * A setting that shows on the outside.
     *
     * @param key under which a node of the block holds its own value
     * @param label what people call it
     * @param targets the settings of layers within that it sets, all to the same value
     */
    public record Setting(String key, String label, List<Target> targets) {
        public Setting {
            targets = List.copyOf(targets);
            boolean sound = KEY.matcher(key).matches()
                    && !key.equals(REPEAT.key())
                    && !key.equals(LayerType.FROZEN.key())
                    && !key.equals(LayerType.BYPASSED.key())
                    && !label.isBlank()
                    && label.length() <= LONGEST_LABEL
                    && label.chars().noneMatch(Character::isISOControl)
                    && !targets.isEmpty();
            if (!sound) {
                throw new IllegalArgumentException(
                        "a setting of a block has a key of its own, a label of at most %d characters and something that it sets. Received: %s, %s"
                                .formatted(LONGEST_LABEL, key, label));
            }
        }
    }

    /** A setting of a layer within. */
    public record Target(NodeId node, String key) {}

    /**
     * A block.
     *
     * @param name of the form {@link Edits#NAME}
     * @param body the drawing within; its plan means nothing
     * @param settings those that show on the outside; what they set of layers that are gone is forgotten
     * @throws IllegalArgumentException if the drawing has no input, or not just one output, or is too deep or too large; the message goes on from "The block … cannot be: "
     */
    public Block(String name, Document body, List<Setting> settings) {
        this.name = name;
        this.body = cleaned(body);
        this.settings = settings.stream()
                .flatMap(setting -> setting(setting, body.graph()).stream())
                .toList();
        List<Node> nodes = List.copyOf(body.graph().nodes().values());
        this.inputs = nodes.stream().filter(BlockPorts::isInput).map(Node::id).toList();
        List<NodeId> outputs =
                nodes.stream().filter(BlockPorts::isOutput).map(Node::id).toList();
        if (inputs.isEmpty() || outputs.size() != 1) {
            throw new IllegalArgumentException(tr(
                    "a block has one output and at least one input, but this one would have %,d and %,d",
                    outputs.size(), inputs.size()));
        }
        this.output = outputs.get(0);
        List<Block> within =
                nodes.stream().flatMap(node -> node.block().stream()).toList();
        this.depth = 1 + within.stream().mapToInt(Block::depth).max().orElse(0);
        this.size = nodes.size() + within.stream().mapToLong(Block::size).sum();
        if (depth > DEEPEST || size > MOST_LAYERS) {
            throw new IllegalArgumentException(tr(
                    "blocks lie %,d deep in each other with %,d layers, but at most %d deep with %,d layers are possible",
                    depth, size, DEEPEST, MOST_LAYERS));
        }
        this.hash = 31 * (31 * name.hashCode() + this.body.hashCode()) + this.settings.hashCode();
    }

    private static Document cleaned(Document body) {
        Graph graph = body.graph();
        for (Node node : graph.nodes().values()) {
            if (BlockPorts.isInput(node)) {
                Node bare = BlockPorts.carrying(node, Optional.empty());
                graph = bare.equals(node) ? graph : graph.with(bare);
            }
        }
        Document drawn = graph.equals(body.graph()) ? body : body.with(graph);
        return drawn.with(TrainingPlan.INITIAL);
    }

    private static Optional<Setting> setting(Setting setting, Graph graph) {
        List<Target> left = setting.targets().stream()
                .filter(target -> graph.find(target.node()).isPresent())
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Setting(setting.key(), setting.label(), left));
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The drawing within, with its {@link BlockPorts}. */
    public Document body() {
        return body;
    }

    /** The settings that show on the outside. */
    public List<Setting> settings() {
        return settings;
    }

    /** Where wires come in, in the order of the ports. */
    public List<NodeId> inputs() {
        return inputs;
    }

    /** Where the result leaves. */
    public NodeId output() {
        return output;
    }

    /** How many blocks lie within each other, itself counted. */
    int depth() {
        return depth;
    }

    /** Its nodes, with those of the blocks within, each block once. */
    long size() {
        return size;
    }

    /** The same block under another name. */
    public Block named(String other) {
        return new Block(other, body, settings);
    }

    /** The same block with another drawing. */
    public Block with(Document other) {
        return new Block(name, other, settings);
    }

    /** The same block with other settings on the outside. */
    public Block with(List<Setting> others) {
        return new Block(name, body, others);
    }

    /** What it is as a layer. */
    public LayerType type(Catalog catalog) {
        Typed known = typed;
        Language language = Language.current(); // what is wrong within is kept in words
        if (known == null
                || known.catalog() != catalog // NOPMD: catalogs are told apart as objects
                || known.language() != language) {
            known = new Typed(catalog, language, new BlockRules(this, catalog).type());
            typed = known;
        }
        return known.type();
    }

    /** How often it stands in a row under these settings of its node. */
    public int repeats(Values values) {
        return inputs.size() == 1 ? Math.max(1, values.get(REPEAT)) : 1;
    }

    /** The drawing within under these settings of a node: what shows on the outside is as the node says, and all is frozen if the node is. */
    Graph drawn(Values values, Catalog catalog) {
        Graph graph = body.graph();
        Map<NodeId, Node> changed = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Object held = values.plain().get(setting.key());
            if (held != null) {
                for (Target target : setting.targets()) {
                    Node node = changed.getOrDefault(target.node(), graph.node(target.node()));
                    changed.put(target.node(), node.with(node.values().withPlain(target.key(), held)));
                }
            }
        }
        if (values.get(LayerType.FROZEN)) {
            for (Node each : graph.nodes().values()) {
                Node node = changed.getOrDefault(each.id(), each);
                if (catalog.typeOf(node).filter(LayerType::isFreezable).isPresent()) {
                    changed.put(node.id(), node.with(node.values().with(LayerType.FROZEN, true)));
                }
            }
        }
        return graph.with(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Block that
                        && hash == that.hash
                        && name.equals(that.name)
                        && settings.equals(that.settings)
                        && body.equals(that.body));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Block[" + name + "]";
    }
}
