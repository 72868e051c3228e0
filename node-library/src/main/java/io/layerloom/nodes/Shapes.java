package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Shape;
import java.util.List;

/** The kinds of shape by what they have in common. */
final class Shapes {

    /** Every kind that holds numbers to compute with; tokens are names. */
    static final List<Class<? extends Shape>> NUMERIC =
            List.of(Shape.Vector.class, Shape.Image.class, Shape.Volume.class, Shape.Sequence.class);

    /** The kinds that have several numbers at each of several places. */
    static final List<Class<? extends Shape>> WITH_PLACES =
            List.of(Shape.Image.class, Shape.Volume.class, Shape.Sequence.class);

    private Shapes() {}

    /** How many numbers there are at each place: the channels of an image or volume, the features of a step, all values of a vector. */
    static long channels(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return image.channels();
        }
        if (shape instanceof Shape.Volume volume) {
            return volume.channels();
        }
        return shape instanceof Shape.Sequence sequence ? sequence.features() : shape.elements();
    }

    /** The same places with so many numbers at each. */
    static Shape withChannels(Shape shape, long channels) {
        if (shape instanceof Shape.Image image) {
            return new Shape.Image(image.height(), image.width(), channels);
        }
        if (shape instanceof Shape.Volume volume) {
            return new Shape.Volume(volume.depth(), volume.height(), volume.width(), channels);
        }
        return shape instanceof Shape.Sequence sequence
                ? new Shape.Sequence(sequence.steps(), channels)
                : new Shape.Vector(channels);
    }

    /** What the numbers at each place are called. */
    static String channelNoun(Shape shape) {
        return shape instanceof Shape.Vector
                ? tr("values")
                : shape instanceof Shape.Sequence ? tr("features") : tr("channels");
    }

    /** The sizes in the order in which the engine holds them: what stands at one place first. */
    static Object[] inEngine(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return new Object[] {image.channels(), image.height(), image.width()};
        }
        if (shape instanceof Shape.Volume volume) {
            return new Object[] {volume.channels(), volume.depth(), volume.height(), volume.width()};
        }
        return shape instanceof Shape.Sequence sequence
                ? new Object[] {sequence.features(), sequence.steps()}
                : new Object[] {shape.elements()};
    }
}
