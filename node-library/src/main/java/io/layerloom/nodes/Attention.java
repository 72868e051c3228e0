package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.stream.LongStream;

/** What the layers have in common in which steps look at each other. */
final class Attention {

    static final Param<Integer> HEADS = Param.integer("heads", 4, 1, 1024)
            .label("Heads")
            .help(
                    "How many things each step can look for at once. The features are shared out evenly among the heads, so their number must be a multiple of this one.");

    static final Param<Boolean> CAUSAL = Param.flag("causal", false)
            .label("Causal")
            .help(
                    "Lets each step look only at itself and at those before it. Switch it on where the network must predict the next step, as a GPT does.");

    static final Param<Boolean> BIAS =
            Param.flag("bias", true).label("Bias").help("Adds learned constants to queries, keys, values and results.");

    static final Param<Double> ATTENTION_DROPOUT = Dropouts.rate("attentionDropout", 0)
            .label("Attention dropout")
            .help(
                    "The fraction of the steps looked at that each training step hides. 0 is off; 0.1 in the first papers.");

    private Attention() {}

    /** The given answer, unless the features cannot be shared out evenly. */
    static Inferred check(Values values, long features, Inferred answer) {
        int heads = values.get(HEADS);
        if (features % heads == 0) {
            return answer;
        }
        Inferred.Bad bad = Inferred.bad(HEADS, tr("%d heads cannot share %d features evenly.", heads, features));
        long fewer = LongStream.iterate(heads, head -> head - 1)
                .filter(head -> features % head == 0)
                .findFirst()
                .orElse(1);
        return bad.propose(plural(fewer, "Use %,d head", "Use %,d heads"), HEADS, (int) fewer);
    }

    /** The given answer, unless one of the inputs is no sequence. */
    static Inferred sequences(String name, List<Shape> in, Inferred answer) {
        for (Shape shape : in) {
            if (!(shape instanceof Shape.Sequence)) {
                String way = shape instanceof Shape.Tokens ? tr(" Put an Embedding before it.") : "";
                return Inferred.bad(tr("%s needs two sequences, but gets %s.%s", tr(name), shape.described(), way));
            }
        }
        return answer;
    }

    /** A layer of the kit that looks at a second sequence, behind a vertex that lays both out as one. */
    static Lowered looking(Expr.Chain layer, List<Shape> in) {
        Shape.Sequence own = (Shape.Sequence) in.get(0);
        Shape.Sequence other = (Shape.Sequence) in.get(1);
        return new Lowered.JoinedLayer(
                Expr.make(Dl4j.KIT + "JoinSteps", Math.toIntExact(own.steps()), Math.toIntExact(other.steps())),
                layer.set(
                                "looksAt",
                                Math.toIntExact(own.steps()),
                                Math.toIntExact(own.features()),
                                Math.toIntExact(other.features()))
                        .build());
    }

    /** Multiply-adds of scores and sums. */
    static long cost(Shape.Sequence own, Shape.Sequence other) {
        return 2 * own.steps() * other.steps() * own.features();
    }

    /** Queries, keys, values and what was attended to; and of each head how much each step looks at each other, once more where some of that is hidden. */
    static Footprint held(Values values, Shape.Sequence own, Shape.Sequence other) {
        long maps = values.get(HEADS) * own.steps() * other.steps();
        return Footprint.kept(2 * own.elements() + 2 * other.steps() * own.features())
                .plus(Footprint.noted(values.get(ATTENTION_DROPOUT) > 0 ? 2 * maps : maps, maps));
    }
}
