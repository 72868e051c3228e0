package io.layerloom.graph;

import java.util.List;

/** What a data set says about each example. */
public sealed interface Labels {

    /** One of several named classes; two classes may also be read as no and yes. */
    record Classes(List<String> names) implements Labels {
        public Classes {
            names = List.copyOf(names);
        }
    }

    /** {@code columns} real numbers to predict. */
    record Numbers(int columns) implements Labels {}

    /** At each step of a text, the token that comes next; nothing is known of what follows the last one. */
    record Tokens(Shape.Tokens text) implements Labels {}

    /** Another text, the target of the first; with the mark of its beginning it has one step more than tokens, and in its vocabulary the marks of its beginning and end are the last tokens. */
    record Text(Shape.Tokens target) implements Labels {}

    /** At each masked step of a text, the token that stood there; {@code text} has the mask in its vocabulary, as the last token. */
    record MaskedTokens(Shape.Tokens text) implements Labels {}

    /** The example itself, number by number; those of an image lie between 0 and 1. */
    record Itself(Shape example) implements Labels {}

    /** A box around each object on a picture, with its class. */
    record Boxes(List<String> classes) implements Labels {
        public Boxes {
            classes = List.copyOf(classes);
        }
    }

    /** The class of each pixel of a picture; a pixel may also be left out, where nobody can say. */
    record Mask(List<String> classes, long height, long width) implements Labels {
        public Mask {
            classes = List.copyOf(classes);
        }
    }

    /** Whether an example is real: those of the data are, those that a generator has made are not. */
    record Genuineness() implements Labels {}

    /** Nothing: the examples stand for themselves. */
    record None() implements Labels {}

    /** How an output wants its labels as an array. */
    enum Format {
        /** The class number, shape [batch, 1]. */
        CLASS_INDEX,
        /** 1 in the column of the class, shape [batch, classes]. */
        ONE_HOT,
        /** 0 or 1, shape [batch, 1]. */
        BINARY,
        /** The numbers themselves, shape [batch, columns]. */
        NUMBERS,
        /** The number of the token that follows each step, and how much the step counts, shape [batch, 2, steps]. */
        NEXT_TOKENS,
        /** The number of the token that stood at each masked step, and how much the step counts, shape [batch, 2, steps]. */
        MASKED_TOKENS,
        /** Class, left, top, right and bottom of each box, shape [batch, 5 · boxes]. */
        BOXES,
        /** At each pixel 1 in the channel of its class, or −1 in all of them if it is left out, shape [batch, classes, height, width]. */
        PIXELS,
        /** At each pixel 0 or 1, or −1 if it is left out, shape [batch, 1, height, width]. */
        BINARY_PIXELS
    }
}
