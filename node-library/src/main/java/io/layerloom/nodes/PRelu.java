package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A leaky ReLU that learns how leaky to be. */
final class PRelu {

    /** Which values share a slope. */
    enum Sharing implements Labelled {
        CHANNEL("One per channel"),
        ALL("One for all"),
        VALUE("One per value");

        private final String label;

        Sharing(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Sharing> SHARING = Param.choice("sharing", Sharing.CHANNEL)
            .label("Slopes")
            .help(
                    "Which values share a slope: those of one channel or feature, as in the paper, all of them, or none. A slope of its own for each pixel rarely pays.");

    static final Param<Double> INITIAL = Param.real("slopeInitial", 0.25, -1, 1)
            .label("Initial slope")
            .help("The slope below zero before training; 0.25 in the paper.");

    private static final Param<Rows> SLOPES = TypedArrays.line("typedWeights", "Typed slopes");

    static final LayerType TYPE = layer("prelu", "PReLU")
            .category(Category.CORE)
            .help(
                    "Leaves values above zero as they are and multiplies those below by a slope that it learns. Where a leaky ReLU helps, this finds out how leaky it should be.")
            .formula(
                    "y = max(0, x) + a · min(0, x)",
                    "a is the learned slope below zero: of a channel or feature, of all values, or of each value, by Slopes.")
            .source("He, Zhang, Ren, Sun, Delving deep into rectifiers (2015)")
            .params(SHARING, INITIAL)
            .summary(values -> values.get(SHARING).label().toLowerCase(java.util.Locale.ROOT))
            .fromAny(Shapes.NUMERIC, PRelu::infer)
            .learning(TypedArrays.line(
                    SLOPES,
                    "W",
                    (values, in) ->
                            Sizes.line(LongStream.of(slopes(values, in.get(0))).reduce(1, Math::multiplyExact))))
            .counting((values, in) -> count(slopes(values, in.get(0))))
            .costing((values, in) -> in.get(0).elements())
            .layer((values, in) -> expr(values, in.get(0)));

    private PRelu() {}

    private static Inferred infer(Values values, Shape in) {
        return in instanceof Shape.Sequence && values.get(SHARING) == Sharing.VALUE
                ? Inferred.bad(
                                SHARING,
                                tr(
                                        "A slope for each value needs examples of one size, but sequences may be shorter than %d steps.",
                                        ((Shape.Sequence) in).steps()))
                        .propose(tr("Use one slope per feature"), SHARING, Sharing.CHANNEL)
                : Inferred.ok(in);
    }

    /** How many slopes there are in each dimension of the engine. */
    private static long[] slopes(Values values, Shape in) {
        long[] sizes =
                Arrays.stream(Shapes.inEngine(in)).mapToLong(Long.class::cast).toArray();
        int kept = switch (values.get(SHARING)) {
            case CHANNEL -> 1;
            case ALL -> 0;
            case VALUE -> sizes.length;
        };
        Arrays.fill(sizes, kept, sizes.length, 1);
        return sizes;
    }

    private static Count count(long[] slopes) {
        long[] own = LongStream.of(slopes).filter(size -> size > 1).toArray();
        String formula = own.length == 0
                ? "1"
                : LongStream.of(own).mapToObj(Long::toString).collect(Collectors.joining("·"));
        return Count.of(LongStream.of(slopes).reduce(1, Math::multiplyExact), formula);
    }

    private static Expr expr(Values values, Shape in) {
        long[] slopes = slopes(values, in);
        Object[] args = new Object[slopes.length + 1];
        args[0] = values.get(INITIAL);
        for (int i = 0; i < slopes.length; i++) {
            args[i + 1] = slopes[i];
        }
        return Expr.make(Dl4j.KIT + "ParametricRelu", args);
    }
}
