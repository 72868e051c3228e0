package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;

/** Where data enters. */
final class Input {

    /** What one example is. */
    enum Kind implements Labelled {
        IMAGE("Image"),
        VOLUME("Volume"),
        VECTOR("Vector"),
        SEQUENCE("Sequence"),
        TOKENS("Tokens");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Kind> KIND = Param.choice("kind", Kind.IMAGE)
            .label("Kind")
            .help(
                    "What one example is: a picture, a stack of pictures, a plain row of numbers, a sequence of such rows, or the word or character numbers of a text.");

    static final Param<Integer> DEPTH = side("depth", 16, "Depth")
            .help("How many pictures lie behind each other: slices of a scan, frames of a film.")
            .shownWhen(on(Kind.VOLUME));
    static final Param<Integer> HEIGHT =
            side("height", 28, "Height").help("Rows of pixels.").shownWhen(ofPixels());
    static final Param<Integer> WIDTH =
            side("width", 28, "Width").help("Columns of pixels.").shownWhen(ofPixels());
    static final Param<Integer> CHANNELS = side("channels", 1, "Channels")
            .help("Numbers per pixel: 1 for grey, 3 for red, green and blue.")
            .shownWhen(ofPixels());
    static final Param<Integer> SIZE = side("size", 4, "Size")
            .help("How many numbers one example has; the columns of a table without the target.")
            .shownWhen(on(Kind.VECTOR));
    static final Param<Integer> STEPS = side("steps", 32, "Steps")
            .help(
                    "The most steps (words, characters, readings) that one example has; shorter ones are padded and masked.")
            .shownWhen(values -> List.of(Kind.SEQUENCE, Kind.TOKENS).contains(values.get(KIND)));
    static final Param<Integer> FEATURES = side("features", 8, "Features")
            .help("How many numbers each step has.")
            .shownWhen(on(Kind.SEQUENCE));
    static final Param<Integer> VOCABULARY = side("vocabulary", 1000, "Vocabulary")
            .help("How many different words or characters there are, with the numbers 0 for padding and 1 for unknown.")
            .shownWhen(on(Kind.TOKENS));

    static final LayerType TYPE = layer("input", "Input")
            .category(Category.INPUT_OUTPUT)
            .help("Where data enters the network. Its shape must be that of one example of the data.")
            .formula("y = x", "x is one example of the data.")
            .params(KIND, DEPTH, HEIGHT, WIDTH, CHANNELS, SIZE, STEPS, FEATURES, VOCABULARY, LayerType.PART)
            .summary(Input::summary)
            .entry(values -> Inferred.ok(shape(values)), Input::adopt)
            .input(Input::inputType);

    private Input() {}

    static Shape shape(Values values) {
        return switch (values.get(KIND)) {
            case IMAGE -> new Shape.Image(values.get(HEIGHT), values.get(WIDTH), values.get(CHANNELS));
            case VOLUME ->
                new Shape.Volume(values.get(DEPTH), values.get(HEIGHT), values.get(WIDTH), values.get(CHANNELS));
            case VECTOR -> new Shape.Vector(values.get(SIZE));
            case SEQUENCE -> new Shape.Sequence(values.get(STEPS), values.get(FEATURES));
            case TOKENS -> new Shape.Tokens(values.get(STEPS), values.get(VOCABULARY));
        };
    }

    private static String summary(Values values) {
        return values.get(LayerType.PART) == LayerType.Part.SECOND ? tr("%s · 2nd", size(values)) : size(values);
    }

    private static String size(Values values) {
        return switch (values.get(KIND)) {
            case IMAGE -> "%d × %d × %d".formatted(values.get(HEIGHT), values.get(WIDTH), values.get(CHANNELS));
            case VOLUME -> shape(values).label();
            case VECTOR -> plural(values.get(SIZE), "%,d value", "%,d values");
            case SEQUENCE -> "%d × %d".formatted(values.get(STEPS), values.get(FEATURES));
            case TOKENS -> tr("%,d of %,d ids", values.get(STEPS), values.get(VOCABULARY));
        };
    }

    /** Declares tokens by their vocabulary: the engine takes the size of a step for the number of rows of the embedding. */
    private static Expr inputType(Values values) {
        return switch (values.get(KIND)) {
            case IMAGE ->
                Expr.of(Dl4j.INPUT_TYPE, "convolutional", values.get(HEIGHT), values.get(WIDTH), values.get(CHANNELS));
            case VOLUME ->
                Expr.of(
                        Dl4j.INPUT_TYPE,
                        "convolutional3D",
                        Windows3d.CHANNELS_FIRST,
                        values.get(DEPTH),
                        values.get(HEIGHT),
                        values.get(WIDTH),
                        values.get(CHANNELS));
            case VECTOR -> Expr.of(Dl4j.INPUT_TYPE, "feedForward", values.get(SIZE));
            case SEQUENCE -> Expr.of(Dl4j.INPUT_TYPE, "recurrent", values.get(FEATURES), values.get(STEPS));
            case TOKENS -> Expr.of(Dl4j.INPUT_TYPE, "recurrent", values.get(VOCABULARY), values.get(STEPS));
        };
    }

    private static Optional<Values> adopt(Values values, Shape data) {
        Values fitted = fitted(values, data);
        boolean accepted = TYPE.params().stream().allMatch(param -> accepts(param, fitted));
        return accepted ? Optional.of(fitted) : Optional.empty();
    }

    private static <T> boolean accepts(Param<T> param, Values values) {
        return param.kind().check(values.get(param)).isEmpty();
    }

    private static Values fitted(Values values, Shape data) {
        if (data instanceof Shape.Image image) {
            return values.with(KIND, Kind.IMAGE)
                    .with(HEIGHT, Math.toIntExact(image.height()))
                    .with(WIDTH, Math.toIntExact(image.width()))
                    .with(CHANNELS, Math.toIntExact(image.channels()));
        }
        if (data instanceof Shape.Volume volume) {
            return values.with(KIND, Kind.VOLUME)
                    .with(DEPTH, Math.toIntExact(volume.depth()))
                    .with(HEIGHT, Math.toIntExact(volume.height()))
                    .with(WIDTH, Math.toIntExact(volume.width()))
                    .with(CHANNELS, Math.toIntExact(volume.channels()));
        }
        if (data instanceof Shape.Vector vector) {
            return values.with(KIND, Kind.VECTOR).with(SIZE, Math.toIntExact(vector.size()));
        }
        if (data instanceof Shape.Sequence sequence) {
            return values.with(KIND, Kind.SEQUENCE)
                    .with(STEPS, Math.toIntExact(sequence.steps()))
                    .with(FEATURES, Math.toIntExact(sequence.features()));
        }
        Shape.Tokens tokens = (Shape.Tokens) data;
        return values.with(KIND, Kind.TOKENS)
                .with(STEPS, Math.toIntExact(tokens.steps()))
                .with(VOCABULARY, Math.toIntExact(tokens.vocabulary()));
    }

    private static java.util.function.Predicate<Values> ofPixels() {
        return values -> List.of(Kind.IMAGE, Kind.VOLUME).contains(values.get(KIND));
    }

    private static java.util.function.Predicate<Values> on(Kind kind) {
        return values -> values.get(KIND) == kind;
    }

    private static Param<Integer> side(String key, int initial, String label) {
        return Param.integer(key, initial, 1, 1_000_000).label(label);
    }
}
