package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Locale;

/** What flows along a wire, without the batch axis. Sizes are counts of elements and always positive. */
public sealed interface Shape {

    /** A plain vector of {@code size} values. */
    record Vector(long size) implements Shape {
        public Vector {
            requirePositive("size", size);
        }

        @Override
        public long elements() {
            return size;
        }

        @Override
        public String label() {
            return String.format(Locale.ROOT, "%,d", size);
        }

        @Override
        public String kind() {
            return "vector";
        }
    }

    /** A picture or feature map; written height × width × channels, computed channels first. */
    record Image(long height, long width, long channels) implements Shape {
        public Image {
            requirePositive("height", height);
            requirePositive("width", width);
            requirePositive("channels", channels);
        }

        @Override
        public long elements() {
            return height * width * channels;
        }

        @Override
        public String label() {
            return height + "×" + width + "×" + channels;
        }

        @Override
        public String kind() {
            return "image";
        }
    }

    /** A stack of pictures, such as a scan in slices or a film; written depth × height × width × channels, computed channels first. */
    record Volume(long depth, long height, long width, long channels) implements Shape {
        public Volume {
            requirePositive("depth", depth);
            requirePositive("height", height);
            requirePositive("width", width);
            requirePositive("channels", channels);
        }

        @Override
        public long elements() {
            return depth * height * width * channels;
        }

        @Override
        public String label() {
            return depth + "×" + height + "×" + width + "×" + channels;
        }

        @Override
        public String kind() {
            return "volume";
        }
    }

    /** A sequence of {@code steps} vectors of {@code features} values each; written steps × features. */
    record Sequence(long steps, long features) implements Shape {
        public Sequence {
            requirePositive("steps", steps);
            requirePositive("features", features);
        }

        @Override
        public long elements() {
            return steps * features;
        }

        @Override
        public String label() {
            return steps + "×" + features;
        }

        @Override
        public String kind() {
            return "sequence";
        }
    }

    /** A sequence of {@code steps} word or character numbers, each below {@code vocabulary}; 0 stands for padding. */
    record Tokens(long steps, long vocabulary) implements Shape {
        public Tokens {
            requirePositive("steps", steps);
            requirePositive("vocabulary", vocabulary);
        }

        @Override
        public long elements() {
            return steps;
        }

        @Override
        public String label() {
            return tr("%d ids", steps);
        }

        @Override
        public String kind() {
            return "tokens";
        }
    }

    /** How many numbers one example holds. */
    long elements();

    /** The short form shown on wires, such as {@code 28×28×1}. */
    String label();

    /** One lower-case word for the kind of tensor: vector, image, volume, sequence or tokens. */
    String kind();

    /** The kind with its article and its size, for sentences: "an image of 28×28×1". */
    default String described() {
        return switch (kind()) {
            case "tokens" -> tr("a row of %s", label());
            case "vector" -> tr("a vector of %s", label());
            case "image" -> tr("an image of %s", label());
            case "volume" -> tr("a volume of %s", label());
            default -> tr("a sequence of %s", label());
        };
    }

    /** The word for a kind of shape, as used in "needs an image". */
    static String kindOf(Class<? extends Shape> type) {
        return type == Shape.class ? "any" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void requirePositive(String what, long size) {
        if (size < 1) {
            throw new IllegalArgumentException("A shape needs a positive " + what + ". Received: " + size);
        }
    }
}
