package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.Optional;

/** A convolution over the steps of a sequence that looks for something else at every place. */
final class LocallyConnected1d {

    static final LayerType TYPE = layer("locally_connected1d", "Locally connected 1D")
            .category(Category.CONVOLUTION)
            .help(
                    "Looks through short windows along a sequence as a convolution does, but each place has kernels of its own. For sequences in which the same step always means the same, such as the hours of a day; it has many times the weights of a convolution. Only whole windows count, so the sequence grows shorter.")
            .formula(
                    "y[t, k] = f( b[t, k] + Σ W[t, u, c, k] · x[s·t + u, c] )",
                    "The sum is over steps u of the kernel and features c, all counted from 0. W are the kernels and b the biases, others for each step t; f is the activation and s the stride.")
            .source("LeCun, Generalization and network design strategies (1989)")
            .params(LocallyConnected2d.weighed(
                    LocallyConnected2d.FILTERS, Conv1d.KERNEL, Conv1d.STRIDE, LocallyConnected2d.ACTIVATION))
            .summary(values -> values.get(LocallyConnected2d.ACTIVATION)
                    .after(
                            Dense.grouped(values.get(LocallyConnected2d.FILTERS)),
                            Integer.toString(values.get(Conv1d.KERNEL))))
            .from(Shape.Sequence.class, LocallyConnected1d::infer)
            .learning(LocallyConnected2d.arrays(
                    (values, in) -> places(values, (Shape.Sequence) in),
                    (values, in) -> window(values, (Shape.Sequence) in)))
            .counting((values, in) -> count(values, (Shape.Sequence) in.get(0)))
            .costing((values, in) -> cost(values, (Shape.Sequence) in.get(0)))
            .holding((values, in) -> LocallyConnected2d.held(
                    places(values, (Shape.Sequence) in.get(0)), window(values, (Shape.Sequence) in.get(0))))
            .foresight(values -> values.get(Conv1d.KERNEL) == 1
                    ? Optional.empty()
                    : Optional.of(Foresight.bad(tr("A kernel reaches over steps behind its own"))
                            .propose(tr("Use a %s of %d", tr("kernel"), 1), Conv1d.KERNEL, 1)))
            .layer((values, in) -> expr(values));

    private LocallyConnected1d() {}

    private static Inferred infer(Values values, Shape.Sequence in) {
        int kernel = values.get(Conv1d.KERNEL);
        if (kernel > in.steps()) {
            int fitting = Math.toIntExact(in.steps());
            return Inferred.bad(
                            Conv1d.KERNEL,
                            tr("A %s of %d steps does not fit a sequence of %d%s.", tr("kernel"), kernel, fitting, ""))
                    .propose(tr("Use a %s of %d", tr("kernel"), fitting), Conv1d.KERNEL, fitting);
        }
        Shape out = new Shape.Sequence(places(values, in), values.get(LocallyConnected2d.FILTERS));
        return Activations.check(values, LocallyConnected2d.ACTIVATION, out, Inferred.ok(out));
    }

    /** How many whole windows there are. */
    private static long places(Values values, Shape.Sequence in) {
        return Math.max(0, in.steps() - values.get(Conv1d.KERNEL) + values.get(Conv1d.STRIDE))
                / values.get(Conv1d.STRIDE);
    }

    private static long window(Values values, Shape.Sequence in) {
        return values.get(Conv1d.KERNEL) * in.features();
    }

    private static Count count(Values values, Shape.Sequence in) {
        return LocallyConnected2d.count(values, places(values, in), window(values, in));
    }

    private static long cost(Values values, Shape.Sequence in) {
        return places(values, in) * window(values, in) * values.get(LocallyConnected2d.FILTERS);
    }

    private static Expr expr(Values values) {
        return LocallyConnected2d.expr(
                values,
                Expr.make(
                        Dl4j.KIT + "LocallyConnected",
                        values.get(LocallyConnected2d.FILTERS),
                        values.get(Conv1d.KERNEL),
                        values.get(Conv1d.STRIDE)));
    }
}
