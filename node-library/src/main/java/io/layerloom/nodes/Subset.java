package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** A part of the values, channels or features. */
final class Subset {

    static final Param<Integer> FIRST = Param.integer("first", 0, 0, 1_000_000)
            .label("First")
            .help("The first value, channel or feature that is kept, counted from 0.");

    static final Param<Integer> COUNT = Param.integer("count", 1, 1, 1_000_000)
            .label("Count")
            .help("How many neighbours are kept, the first among them.");

    static final LayerType TYPE = layer("subset", "Subset")
            .category(Category.MERGE)
            .help(
                    "Keeps some neighbouring values of a vector, channels of an image or features of a sequence: the other way round from Concatenate.")
            .formula(
                    "y[c] = x[c + a],  c = 0, …, n − 1",
                    "a is First and n is Count; c counts the values of a vector, or at each place or step the channels or features.")
            .params(FIRST, COUNT)
            .summary(Subset::range)
            .fromAny(Shapes.NUMERIC, Subset::infer)
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "Slice", values.get(FIRST), values.get(COUNT)));

    private Subset() {}

    private static Inferred infer(Values values, Shape in) {
        int first = values.get(FIRST);
        int count = values.get(COUNT);
        long held = Shapes.channels(in);
        if (first + count <= held) {
            return Inferred.ok(Shapes.withChannels(in, count));
        }
        String noun = Shapes.channelNoun(in);
        Inferred.Bad bad = Inferred.bad(
                first < held ? COUNT : FIRST,
                tr("Subset asks for %s %s, but the input has %d, from 0 to %d.", noun, range(values), held, held - 1));
        int left = Math.toIntExact(Math.max(1, held - first));
        return first < held
                ? bad.propose(tr("Keep the last %d", left), COUNT, left)
                : bad.propose(
                        tr("Keep the last one"),
                        new Inferred.Change<>(FIRST, Math.toIntExact(held - 1)),
                        new Inferred.Change<>(COUNT, 1));
    }

    private static String range(Values values) {
        int last = values.get(FIRST) + values.get(COUNT) - 1;
        return values.get(COUNT) == 1 ? Integer.toString(last) : "%d to %d".formatted(values.get(FIRST), last);
    }
}
