package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;

/**
 * How many wires go into a layer, and what they may carry.
 *
 * @param min fewest that make sense
 * @param max most that are allowed
 * @param accepts kinds of shape; {@code Shape.class} alone stands for every kind
 */
public record Inputs(int min, int max, List<Class<? extends Shape>> accepts) {

    public Inputs {
        accepts = List.copyOf(accepts);
    }

    /** Whether a shape of this kind may come in at all. */
    public boolean accepts(Shape shape) {
        return accepts.stream().anyMatch(kind -> kind.isInstance(shape));
    }

    /** The kinds of shape as words of a sentence: "a vector or sequence". */
    public String described() {
        if (accepts.equals(List.of(Shape.class))) {
            return tr("anything");
        }
        if (accepts.equals(List.of(Shape.Tokens.class))) {
            return tr("tokens");
        }
        String words =
                String.join(tr(" or "), accepts.stream().map(Inputs::word).toList());
        return accepts.get(0) == Shape.Image.class ? tr("an %s", words) : tr("a %s", words);
    }

    private static String word(Class<? extends Shape> kind) {
        if (kind == Shape.Image.class) {
            return tr("image");
        }
        if (kind == Shape.Volume.class) {
            return tr("volume");
        }
        if (kind == Shape.Sequence.class) {
            return tr("sequence");
        }
        return kind == Shape.Vector.class ? tr("vector") : tr("tokens");
    }
}
