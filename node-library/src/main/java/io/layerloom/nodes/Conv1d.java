package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.Optional;

/** Convolution over the steps of a sequence. Not dilated, which the engine cannot compute. */
final class Conv1d {

    static final Param<Integer> KERNEL = Param.integer("kernel", 3, 1, 255)
            .label("Kernel")
            .help("How many steps each kernel looks at; 3 to 7 words or readings as a rule.");

    static final Param<Integer> STRIDE = Param.integer("stride", 1, 1, 255)
            .label("Stride")
            .help("How far a kernel moves each time; 2 halves the length.");

    private static final Windows1d WINDOWS = new Windows1d(later("kernel"), KERNEL, STRIDE);

    static final LayerType TYPE = layer("conv1d", "Convolution 1D")
            .category(Category.CONVOLUTION)
            .help(
                    "Slides small learned kernels along a sequence: finds phrases in texts and patterns in readings wherever they are, and far faster than a recurrent layer. Causal padding keeps the future hidden.")
            .formula(
                    "y[t, k] = f( b[k] + Σ W[u, c, k] · x[s·t + u − p, c] )",
                    "The sum is over steps u of the kernel and features c, all counted from 0; W are the kernels, b the biases, f is the activation, s the stride, and p how many steps of zeros the padding puts in front. With Causal these are one less than the kernel has steps, so that no step sees a later one.")
            .source(
                    "Kim, Convolutional neural networks for sentence classification (2014); van den Oord et al., WaveNet (2016)")
            .params(Weights.after(
                    Conv2d.FILTERS, KERNEL, STRIDE, Windows1d.PADDING, Windows1d.BORDER, Conv2d.ACTIVATION))
            .summary(values -> values.get(Conv2d.ACTIVATION)
                    .after(Dense.grouped(values.get(Conv2d.FILTERS)), Integer.toString(values.get(KERNEL))))
            .from(Shape.Sequence.class, Conv1d::infer)
            .learning(TypedArrays.ofFilters("SEQUENCE", Conv2d.FILTERS, (values, in) -> (long) values.get(KERNEL)))
            .counting((values, in) -> count(values, (Shape.Sequence) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Sequence) in.get(0)))
            .foresight(values -> values.get(Windows1d.PADDING) == Padding1d.CAUSAL
                    ? Optional.empty()
                    : Optional.of(Foresight.bad(tr("A kernel reaches over steps behind its own"))
                            .propose(tr("Use padding Causal"), Windows1d.PADDING, Padding1d.CAUSAL)))
            .layer((values, in) -> expr(values));

    private Conv1d() {}

    private static Inferred infer(Values values, Shape.Sequence in) {
        Inferred slid = WINDOWS.slide(values, in, values.get(Conv2d.FILTERS));
        Inferred active =
                slid instanceof Inferred.Ok ok ? Activations.check(values, Conv2d.ACTIVATION, ok.shape(), slid) : slid;
        return Constraint.check(values, active);
    }

    private static Count count(Values values, Shape.Sequence in) {
        int filters = values.get(Conv2d.FILTERS);
        long weights = filters * values.get(KERNEL) * in.features();
        String formula = "%d · (%d·%d)".formatted(filters, values.get(KERNEL), in.features());
        return Weights.withBias(values, weights, filters, formula);
    }

    private static long cost(Values values, Shape.Sequence in) {
        return infer(values, in) instanceof Inferred.Ok ok
                ? ok.shape().elements() * values.get(KERNEL) * in.features()
                : 0;
    }

    private static Expr expr(Values values) {
        Expr.Chain chain = WINDOWS.set(Dl4j.layer("Convolution1DLayer"), values)
                .set("nOut", values.get(Conv2d.FILTERS))
                .set("activation", values.get(Conv2d.ACTIVATION).expr());
        return Weights.set(chain, values, 1, 2, 3).build();
    }
}
