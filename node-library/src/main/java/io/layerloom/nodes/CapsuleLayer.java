package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;

/** Capsules that hear those below them by dynamic routing. */
final class CapsuleLayer {

    static final Param<Integer> CAPSULES = Param.integer("capsules", 10, 1, 1024)
            .label("Capsules")
            .help("How many capsules there are; one for each class in the last layer of them.");

    static final Param<Integer> DIMENSIONS = Param.integer("dimensions", 16, 1, 256)
            .label("Dimensions")
            .help("The numbers of each capsule, in which it says how a thing looks; 16 in the paper.");

    static final Param<Integer> ROUNDS = Param.integer("rounds", 3, 1, 10)
            .label("Rounds of routing")
            .help(
                    "How often it is settled which capsules below are heard by which above. 3 in the paper; 1 lets all count alike.");

    private static final Param<Rows> VOTES = TypedArrays.WEIGHTS.help(
            "What each capsule below votes for, one capsule after the other: a row for each number of each capsule here, with one number for each dimension below. One row alone counts for all, one number alone for every weight. Left empty, they are drawn.");

    static final LayerType TYPE = layer("capsule_layer", "Capsule layer")
            .category(Category.CONVOLUTION)
            .help(
                    "Each capsule below votes for what each capsule here should be, and is heard most where its vote agrees with the others (dynamic routing). Capsules come in and leave as a sequence: a step is a capsule, its features are the dimensions. Put Primary capsules before it; behind the last one, with a capsule for each class, Capsule strength and an Output without weights with the loss Margin.")
            .formula(
                    "v[i, j] = W[i, j] · x[i],  a[i, j] = 0\nc[i] = softmax(a[i])\ns[j] = Σ c[i, j] · v[i, j]\ny[j] = |s[j]| / (1 + |s[j]|²) · s[j]\na[i, j] ← a[i, j] + y[j] · v[i, j]",
                    "v[i, j] is the vote of capsule i below for capsule j here, W are the weights. The lines from the second on are repeated in each round of routing: c[i, j] is how strongly j hears i, of all j together 1, and the sum is over all i. The last line is left out in the last round.")
            .source("Sabour, Frosst, Hinton, Dynamic routing between capsules (2017)")
            .params(CAPSULES, DIMENSIONS, ROUNDS, Weights.INITIALIZER_OF_KIT, Weights.SPREAD, Weights.L1, Weights.L2)
            .summary(values -> "%d × %dD".formatted(values.get(CAPSULES), values.get(DIMENSIONS)))
            .from(
                    Shape.Sequence.class,
                    (values, in) -> Inferred.ok(new Shape.Sequence(values.get(CAPSULES), values.get(DIMENSIONS))))
            .learning(WeightArray.of(
                    VOTES,
                    "W",
                    "PLACES",
                    (values, in) -> Sizes.rows(
                            ((Shape.Sequence) in.get(0)).steps() * values.get(CAPSULES) * values.get(DIMENSIONS),
                            Shapes.channels(in.get(0)))))
            .counting((values, in) -> count(values, (Shape.Sequence) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Sequence) in.get(0)))
            .holding((values, in) -> held(values, (Shape.Sequence) in.get(0)))
            .foresight(Foresight.always("A capsule hears all steps"))
            .layer((values, in) -> expr(values));

    private CapsuleLayer() {}

    private static Expr expr(Values values) {
        Expr layer =
                Expr.make(Dl4j.KIT + "CapsuleLayer", values.get(CAPSULES), values.get(DIMENSIONS), values.get(ROUNDS));
        return Weights.ofKit(Expr.chain(layer), values).expr();
    }

    private static Count count(Values values, Shape.Sequence in) {
        int capsules = values.get(CAPSULES);
        int dimensions = values.get(DIMENSIONS);
        return Count.of(
                in.elements() * capsules * dimensions,
                "%d · %d · (%d·%d)".formatted(in.steps(), capsules, in.features(), dimensions));
    }

    /** All votes, whose slopes take their place, and what comes in three times, laid out as the votes are. */
    private static Footprint held(Values values, Shape.Sequence in) {
        long votes = in.steps() * values.get(CAPSULES) * values.get(DIMENSIONS);
        return Footprint.working(votes + 3 * in.elements(), votes);
    }

    /** The votes, and for each round the sum of them and, but for the last, how well they agree with it. */
    private static long cost(Values values, Shape.Sequence in) {
        long votes = in.steps() * values.get(CAPSULES) * values.get(DIMENSIONS);
        return votes * (in.features() + 2 * values.get(ROUNDS) - 1);
    }
}
