package io.layerloom.graph;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A layer at work: what comes in and what goes out with some settings.
 *
 * @param in what each of its wires brings
 */
public record LayerExample(LayerType type, Values values, List<Shape> in, Shape out) {

    /** One of each kind, large enough for the windows that layers have at first. */
    private static final List<Shape> PLAIN = List.of(
            new Shape.Image(28, 28, 8),
            new Shape.Vector(16),
            new Shape.Sequence(12, 16),
            new Shape.Tokens(12, 100),
            new Shape.Volume(8, 16, 16, 2));

    /** For layers that divide sides or channels by three. */
    private static final List<Shape> DIVISIBLE = List.of(new Shape.Image(12, 12, 9), new Shape.Sequence(12, 9));

    private static final Shape BOXES = new Shape.Sequence(16, 5);

    /** Unlike shapes together: two sequences, a map with boxes. */
    private static final List<List<Shape>> TOGETHER = List.of(
            List.of(new Shape.Sequence(12, 16), new Shape.Sequence(9, 16)), List.of(new Shape.Image(8, 8, 16), BOXES));

    /** The most numbers at a place of a map that finds boxes, with the anchors and classes that its output has at first. */
    private static final int MOST_CHANNELS = 64;

    public LayerExample {
        in = List.copyOf(in);
    }

    /** With the first settings, in front of shapes that fit; empty if none of those that are tried fits. */
    public static Optional<LayerExample> of(LayerType type) {
        if (type.isInput()) {
            return with(type, List.of());
        }
        Stream<List<Shape>> alike = Stream.concat(PLAIN.stream(), DIVISIBLE.stream())
                .map(shape -> Collections.nCopies(type.inputs().min(), shape));
        return Stream.of(alike, TOGETHER.stream(), detections())
                .flatMap(shapes -> shapes)
                .flatMap(shapes -> with(type, shapes).stream())
                .findFirst();
    }

    /** Maps of which each place says what boxes hold: one, two of different size, or one with proposed boxes and what is said of each. */
    private static Stream<List<Shape>> detections() {
        return IntStream.rangeClosed(1, MOST_CHANNELS).boxed().flatMap(channels -> {
            Shape map = new Shape.Image(8, 8, channels);
            return Stream.concat(
                    Stream.of(List.of(map), List.of(map, new Shape.Image(4, 4, channels))),
                    IntStream.rangeClosed(1, 16).mapToObj(said -> List.of(map, BOXES, new Shape.Sequence(16, said))));
        });
    }

    private static Optional<LayerExample> with(LayerType type, List<Shape> in) {
        Values values = Values.initial(type.params());
        boolean fits =
                in.size() >= type.inputs().min() && in.size() <= type.inputs().max();
        return fits && type.infer(values, in) instanceof Inferred.Ok ok
                ? Optional.of(new LayerExample(type, values, in, ok.shape()))
                : Optional.empty();
    }

    /** How many parameters it has then. */
    public Count count() {
        return type.count().apply(values, in);
    }
}
