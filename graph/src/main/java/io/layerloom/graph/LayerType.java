package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Everything the program knows about one kind of layer; the palette entry, the inspector, the help, the file form, the shapes and problems, the trained layer and the exported
 * source all follow from it. Written by the staged builder {@link #layer}, so that a layer without its rules does not compile.
 *
 * @param id the name in files; never changes
 * @param name the words people know it by
 * @param description what people are told of it
 * @param summary the line on the node that says what matters, such as {@code 32 · 3×3 · ReLU}
 * @param inputs how many wires go in and what they may carry
 * @param rule the shape rule; pure
 * @param count how many parameters follow
 * @param arrays the arrays of numbers that it learns, in the order of their settings
 * @param multiplyAdds multiply-add operations for one example in the forward direction
 * @param footprint what training holds of one example
 * @param lowered the layer as the engine builds and the export prints it
 * @param output how labels enter; present only for layers that end a network with a loss
 * @param again which of its wires must bring what a layer before it gets as well, if one must
 * @param end how a network ends best behind it, if there is one way that is best
 * @param adapter whether it may be offered as a go-between where two layers do not fit (Flatten, for example)
 * @param foresight for layers of sequences: why a step sees what comes after it, if it does with these settings, so that it cannot honestly foretell the next one
 * @param role what part it plays in the training of a network, beside being a layer
 * @param adopt for layers through which data enters: the settings under which they let a shape in, if there are any
 * @param block the block that the layer is made of, if it is one
 */
public record LayerType(
        String id,
        String name,
        Category category,
        Description description,
        List<Param<?>> params,
        Function<Values, String> summary,
        Inputs inputs,
        BiFunction<Values, List<Shape>, Inferred> rule,
        BiFunction<Values, List<Shape>, Count> count,
        List<WeightArray> arrays,
        BiFunction<Values, List<Shape>, Long> multiplyAdds,
        FootprintRule footprint,
        BiFunction<Values, List<Shape>, Lowered> lowered,
        Optional<OutputRule> output,
        Optional<Again> again,
        Optional<End> end,
        boolean adapter,
        Role role,
        Function<Values, Optional<Inferred.Bad>> foresight,
        BiFunction<Values, Shape, Optional<Values>> adopt,
        Optional<Block> block) {

    /** Whether training leaves the layer's weights as they are. Every layer that counts parameters has this setting; where it was never touched, files do not hold it. */
    public static final Param<Boolean> FROZEN = Param.flag("frozen", false)
            .label("Frozen")
            .help(
                    "Training leaves the weights as they are, which keeps what an earlier run has learned while other layers learn something new. A frozen batch normalization goes by its running averages during training, too, and leaves them as they are.")
            .setSeldom();

    /** The layer is left out of the network while it stays in the drawing, see {@link Bypass}. Where it is not, files do not hold it. */
    static final Param<Boolean> BYPASSED = Param.flag("bypassed", false);

    /** Which part of an example enters, where the data bring pairs. Where nobody chose it, files do not hold it. */
    public static final Param<Part> PART = Param.choice("part", Part.FIRST)
            .label("Part of a pair")
            .help(
                    "Only for data of pairs, which need two Inputs: which of the two enters here. The first is the source of a pair of texts, the second its target up to the step whose next token is to be told; where two examples are compared, either is one of them; where each example has a picture and a row of a table, the picture is the first and the row the second.")
            .setSeldom();

    /** How many inputs were stacked, of which one is to be taken out again. */
    public static final Param<Integer> STACKED = Param.integer("stacked", 2, 2, 8)
            .label("Stacked")
            .help("How many inputs the Stack before it has, so that the mini-batch can be divided again.");

    /** A part of an example. */
    public enum Part implements Labelled {
        /** The whole, or the first of a pair. */
        FIRST(later("First")),
        /** The second of a pair. */
        SECOND(later("Second"));

        private final String label;

        Part(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    /** What part a layer plays in training. */
    public enum Role {
        /** None of its own. */
        PLAIN,
        /** It can learn by itself, before the network does, to give back what comes in; see {@link TrainingPlan#pretraining}. */
        PRETRAINABLE,
        /** Random numbers enter here instead of data. */
        CODE,
        /** What a generator makes (first wire) meets the data (second wire) in front of a discriminator. */
        CONTEST,
        /** Several inputs become one mini-batch, so that what lies behind has the same weights for all of them. */
        STACK,
        /** One of the stacked inputs is taken out again; {@link #STACKED} says of how many. */
        UNSTACK
    }

    public LayerType {
        params = List.copyOf(params);
        arrays = List.copyOf(arrays);
    }

    /** The words people know it by, in the language of now. */
    @Override
    public String name() {
        return tr(name);
    }

    /** What it does and when to use it, in the language of now. */
    public String help() {
        return description.help();
    }

    /** What training keeps of one example, by the settings, what comes in and what goes out. */
    @FunctionalInterface
    public interface FootprintRule {
        Footprint of(Values values, List<Shape> in, Shape out);
    }

    /** How labels enter an output layer, by its values and its shape, and which it can learn. */
    public record OutputRule(BiFunction<Values, Shape, Labels.Format> format, LabelRule check) {}

    /** Whether an output with these values and this shape can learn these labels; empty if it can. */
    @FunctionalInterface
    public interface LabelRule {
        Optional<Inferred.Bad> check(Values values, Shape output, Labels labels);
    }

    /**
     * What comes in by one wire must be the very result that the layer behind another wire gets by its first one, as far as the two {@linkplain Param#agreed agree} in a setting.
     *
     * @param wire counted from 0
     * @param behind the wire that the other layer is found by
     */
    public record Again(int wire, int behind) {}

    /**
     * How a network ends best behind a layer.
     *
     * @param output the layer that ends it
     * @param settings of that layer
     * @param words for making these settings, such as "Use Margin"; said by {@link io.layerloom.graph.language.Language#tr}
     * @param otherwise what to know where the same layer stands there with other settings; said in the same way
     */
    public record End(LayerType output, List<Inferred.Change<?>> settings, String words, String otherwise) {
        public End {
            settings = List.copyOf(settings);
        }

        Inferred.Proposal proposal() {
            return new Inferred.Proposal(tr(words), settings);
        }

        /** Whether a layer behind is the one that ends the network best, but with other settings. */
        boolean isMissedBy(Node behind) {
            return behind.type().equals(output.id())
                    && !proposal().applyTo(behind.values()).equals(behind.values());
        }
    }

    /** Whether data enters here. */
    public boolean isInput() {
        return inputs.max() == 0;
    }

    /** Whether random numbers enter here instead of data. */
    public boolean isCode() {
        return role == Role.CODE;
    }

    /** Whether a generator meets the data here. */
    public boolean isContest() {
        return role == Role.CONTEST;
    }

    /** Whether it can learn by itself before the network does. */
    public boolean isPretrainable() {
        return role == Role.PRETRAINABLE;
    }

    /** Whether several inputs become one mini-batch here. */
    public boolean isStack() {
        return role == Role.STACK;
    }

    /** Whether one of several stacked inputs is taken out here. */
    public boolean isUnstack() {
        return role == Role.UNSTACK;
    }

    /** Whether it ends a network with a loss. */
    public boolean isOutput() {
        return output.isPresent();
    }

    /** Whose colour its edge has: its drawer's, but where a loss ends the network a colour of its own, so that the end is found at a glance. */
    public String tone() {
        return isOutput() ? "output" : category.name().toLowerCase(Locale.ROOT);
    }

    /** The same layer with another block of the same form behind it. */
    LayerType of(Block other) {
        return changed(other.name(), params, Optional.of(other));
    }

    /** The same layer, of which a new one begins with another value of a setting. */
    public <T> LayerType startingAt(Param<T> param, T value) {
        List<Param<?>> others = new ArrayList<>(params);
        others.replaceAll(each -> each.key().equals(param.key()) ? param.startingAt(value) : each);
        return changed(name, others, block);
    }

    private LayerType changed(String otherName, List<Param<?>> others, Optional<Block> other) {
        return new LayerType(
                id,
                otherName,
                category,
                description,
                others,
                summary,
                inputs,
                rule,
                count,
                arrays,
                multiplyAdds,
                footprint,
                lowered,
                output,
                again,
                end,
                adapter,
                role,
                foresight,
                adopt,
                other);
    }

    /** A new node of this layer with its initial settings. */
    Node node(NodeId node, Graph graph) {
        String stem = block.map(Block::name).orElse(id);
        return new Node(node, id, graph.freshName(stem), initialValues(), block);
    }

    /** A new node's settings; all but those that are set seldom. Those of a block are what they are within it, as long as nobody changes them. */
    public Values initialValues() {
        return block.isPresent()
                ? Values.EMPTY
                : Values.initial(
                        params.stream().filter(param -> !param.seldom()).toList());
    }

    /** The setting that is the height and width of what the layer slides over images; empty for a layer that slides nothing. */
    @SuppressWarnings("unchecked") // only sizes are of this kind
    public Optional<Param<Size2>> window() {
        return params.stream()
                .filter(param -> param.kind() instanceof Kind.Size size && size.use() == Kind.Size.Use.WINDOW)
                .map(param -> (Param<Size2>) param)
                .findFirst();
    }

    /** Whether the layer can be frozen, because it may have weights. */
    public boolean isFreezable() {
        return params.stream().anyMatch(LayerType::isFreezing);
    }

    static boolean isFreezing(Param<?> param) {
        return param.key().equals(FROZEN.key());
    }

    /** The shape that leaves the layer, or why there is none; refuses kinds of shape that it does not accept. */
    public Inferred infer(Values values, List<Shape> in) {
        for (Shape shape : in) {
            if (!inputs.accepts(shape)) {
                return Inferred.bad(tr("%s needs %s, but gets %s.", name(), inputs.described(), shape.described()));
            }
        }
        return rule.apply(values, in);
    }

    /** Begins the declaration of a layer. */
    public static LayerDraft layer(String id, String name) {
        return new LayerDraft(id, name, Category.CORE, Description.NONE, List.of(), values -> "", false, Role.PLAIN);
    }
}
