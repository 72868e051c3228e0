package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ends of the drawing within a block: where the wires that lead into the block come in, and where its result leaves. They are drawn like layers but never computed; {@link Expansion} leaves them out.
 */
public final class BlockPorts {

    /** Under which setting a block input holds the shape that comes in, while it is being looked at from a place where that is known. */
    private static final String SHAPE = "shape";

    /** Where a wire that leads into the block comes in. */
    public static final LayerType INPUT = LayerType.layer("block_input", "Block input")
            .category(Category.INPUT_OUTPUT)
            .help("What a wire brings that leads into the block. Each block input is one port of the block.")
            .entry(BlockPorts::incoming, (values, shape) -> Optional.empty())
            .lowered((values, in) -> notComputed());

    /** Where the result of the block leaves. */
    public static final LayerType OUTPUT = LayerType.layer("block_output", "Block output")
            .category(Category.INPUT_OUTPUT)
            .help("What leaves the block. A block has one output.")
            .fromAny(List.of(Shape.class), (values, shape) -> Inferred.ok(shape))
            .ending(values -> Labels.Format.NUMBERS, (values, shape, labels) -> Optional.empty())
            .lowered((values, in) -> notComputed());

    private BlockPorts() {}

    /** The port of this id, if there is one. */
    public static Optional<LayerType> find(String id) {
        return id.equals(INPUT.id())
                ? Optional.of(INPUT)
                : id.equals(OUTPUT.id()) ? Optional.of(OUTPUT) : Optional.empty();
    }

    /** Whether a node is one of the two. */
    public static boolean isPort(Node node) {
        return find(node.type()).isPresent();
    }

    static boolean isInput(Node node) {
        return node.type().equals(INPUT.id());
    }

    static boolean isOutput(Node node) {
        return node.type().equals(OUTPUT.id());
    }

    /** A block input into which a shape comes. */
    static Node carrying(Node port, Optional<Shape> shape) {
        return port.with(shape.map(known -> port.values().withPlain(SHAPE, plain(known)))
                .orElseGet(() -> port.values().without(SHAPE)));
    }

    private static List<Object> plain(Shape shape) {
        List<Object> plain = new ArrayList<>(List.of(shape.kind()));
        if (shape instanceof Shape.Vector vector) {
            plain.add(vector.size());
        } else if (shape instanceof Shape.Image image) {
            plain.addAll(List.of(image.height(), image.width(), image.channels()));
        } else if (shape instanceof Shape.Volume volume) {
            plain.addAll(List.of(volume.depth(), volume.height(), volume.width(), volume.channels()));
        } else if (shape instanceof Shape.Sequence sequence) {
            plain.addAll(List.of(sequence.steps(), sequence.features()));
        } else if (shape instanceof Shape.Tokens tokens) {
            plain.addAll(List.of(tokens.steps(), tokens.vocabulary()));
        }
        return plain;
    }

    private static Inferred incoming(Values values) {
        return values.plain().get(SHAPE) instanceof List<?> plain
                ? Inferred.ok(shape(plain))
                : Inferred.bad(
                        tr(
                                "What comes into the block here is not known. Wire this input of the block to a layer that has no problem."));
    }

    private static Shape shape(List<?> plain) {
        long[] sizes = plain.stream().skip(1).mapToLong(size -> (Long) size).toArray();
        return switch (String.valueOf(plain.get(0))) {
            case "vector" -> new Shape.Vector(sizes[0]);
            case "image" -> new Shape.Image(sizes[0], sizes[1], sizes[2]);
            case "volume" -> new Shape.Volume(sizes[0], sizes[1], sizes[2], sizes[3]);
            case "sequence" -> new Shape.Sequence(sizes[0], sizes[1]);
            default -> new Shape.Tokens(sizes[0], sizes[1]);
        };
    }

    private static Lowered notComputed() {
        throw new IllegalStateException("The ends of a block are not computed.");
    }
}
