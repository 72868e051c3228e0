package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** What maximum and average pooling of sequences have in common. */
final class Pooling1d {

    static final Param<Integer> WINDOW =
            Param.integer("window", 2, 1, 255).label("Window").help("How many steps are summed up in one.");

    static final Param<Integer> STRIDE = Param.integer("stride", 2, 1, 255)
            .label("Stride")
            .help("How far the window moves each time; equal to the window, it covers the sequence without overlap.");

    private Pooling1d() {}

    /** A pooling layer of the engine's kind {@code operation}. */
    static LayerType type(
            String id, String name, String help, String formula, String symbols, String source, String operation) {
        return layer(id, name)
                .category(Category.POOLING)
                .help(help)
                .formula(formula, symbols)
                .source(source)
                .params(WINDOW, STRIDE)
                .summary(values -> tr("%d · stride %d", values.get(WINDOW), values.get(STRIDE)))
                .from(Shape.Sequence.class, Pooling1d::infer)
                .costing((values, in) -> in.get(0).elements())
                .foresight(Foresight.always("A window reaches over steps behind its own"))
                .layer((values, in) -> Dl4j.layer("Subsampling1DLayer", Pooling.operation(operation))
                        .set("kernelSize", values.get(WINDOW))
                        .set("stride", values.get(STRIDE))
                        .set("convolutionMode", Padding.VALID.expr())
                        .build());
    }

    private static Inferred infer(Values values, Shape.Sequence in) {
        int window = values.get(WINDOW);
        if (window <= in.steps()) {
            return Inferred.ok(new Shape.Sequence((in.steps() - window) / values.get(STRIDE) + 1, in.features()));
        }
        int most = Math.toIntExact(in.steps());
        return Inferred.bad(WINDOW, tr("A window of %d steps does not fit a sequence of %d.", window, in.steps()))
                .propose(tr("Use a window of %d", most), WINDOW, most);
    }
}
