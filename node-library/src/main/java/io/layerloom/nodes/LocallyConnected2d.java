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
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A convolution that looks for something else at every place. */
final class LocallyConnected2d {

    static final Param<Integer> FILTERS = Param.integer("filters", 16, 1, 1024)
            .label("Filters")
            .help("How many kernels each place has; each gives one channel of the output.");

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.RELU);

    private static final Param<Rows> KERNELS = TypedArrays.WEIGHTS.help(
            "The kernels of all places one after the other, and at each place those of its filters: a row for each, channel by channel. One row alone counts for all, one number alone for every weight. Left empty, they are drawn.");

    static final LayerType TYPE = layer("locally_connected2d", "Locally connected 2D")
            .category(Category.CONVOLUTION)
            .help(
                    "Looks through small windows as a convolution does, but each place has kernels of its own. For pictures in which the same thing always lies at the same place, such as aligned faces; it has many times the weights of a convolution.")
            .formula(
                    "y[i, j, k] = f( b[i, j, k] + Σ W[i, j, u, v, c, k] · x[i′, j′, c] )\ni′ = s·i + u,  j′ = s·j + v",
                    "The sum is over rows u and columns v of the kernel and channels c, all counted from 0. W are the kernels and b the biases, others for each place i, j; f is the activation and s the stride.")
            .source("Taigman, Yang, Ranzato, Wolf, DeepFace: closing the gap to human-level performance (2014)")
            .params(weighed(FILTERS, Conv2d.KERNEL, Conv2d.STRIDE, ACTIVATION))
            .summary(values -> values.get(ACTIVATION)
                    .after(
                            Dense.grouped(values.get(FILTERS)),
                            values.get(Conv2d.KERNEL).toString()))
            .from(Shape.Image.class, LocallyConnected2d::infer)
            .learning(arrays(
                    (values, in) -> places(values, (Shape.Image) in), (values, in) -> window(values, (Shape.Image) in)))
            .counting((values, in) -> count(values, (Shape.Image) in.get(0)))
            .costing((values, in) -> places(values, (Shape.Image) in.get(0))
                    * window(values, (Shape.Image) in.get(0))
                    * values.get(FILTERS))
            .holding((values, in) ->
                    held(places(values, (Shape.Image) in.get(0)), window(values, (Shape.Image) in.get(0))))
            .layer((values, in) -> expr(values));

    private LocallyConnected2d() {}

    /** The settings of a layer's own, and those of its weights behind them. */
    static Param<?>[] weighed(Param<?>... own) {
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                Weights.INITIALIZER_OF_KIT,
                                Weights.SPREAD,
                                Weights.BIAS,
                                Weights.BIAS_INITIAL,
                                Weights.L1,
                                Weights.L2))
                .toArray(Param<?>[]::new);
    }

    /** What a layer learns that has its filters at so many places, each over so many numbers. */
    static WeightArray[] arrays(BiFunction<Values, Shape, Long> places, BiFunction<Values, Shape, Long> window) {
        return new WeightArray[] {
            WeightArray.of(
                    KERNELS,
                    "W",
                    "PLACES",
                    (values, in) -> Sizes.rows(
                            places.apply(values, in.get(0)) * values.get(FILTERS), window.apply(values, in.get(0)))),
            TypedArrays.line(
                            TypedArrays.BIASES,
                            "b",
                            (values, in) -> Sizes.rows(values.get(FILTERS), places.apply(values, in.get(0))))
                    .when(values -> values.get(Weights.BIAS))
        };
    }

    /** What each place sees of an input, with its slopes, each laid out twice. */
    static Footprint held(long places, long window) {
        return Footprint.working(4 * places * window, places * window);
    }

    private static Inferred infer(Values values, Shape.Image in) {
        Inferred slid = Windows.whole(values, Conv2d.KERNEL, Conv2d.STRIDE, in, values.get(FILTERS));
        return slid instanceof Inferred.Ok ok ? Activations.check(values, ACTIVATION, ok.shape(), slid) : slid;
    }

    private static long window(Values values, Shape.Image in) {
        return Conv2d.area(values.get(Conv2d.KERNEL)) * in.channels();
    }

    private static long places(Values values, Shape.Image in) {
        return infer(values, in) instanceof Inferred.Ok ok && ok.shape() instanceof Shape.Image out
                ? out.height() * out.width()
                : 0;
    }

    private static Count count(Values values, Shape.Image in) {
        return count(values, places(values, in), window(values, in));
    }

    /** As many weights at each place as its filters see numbers, and a bias for each of them. */
    static Count count(Values values, long places, long window) {
        int filters = values.get(FILTERS);
        return Weights.withBias(
                values, places * filters * window, places * filters, "%d · %d · %d".formatted(places, filters, window));
    }

    private static Expr expr(Values values) {
        Size2 kernel = values.get(Conv2d.KERNEL);
        Size2 stride = values.get(Conv2d.STRIDE);
        return expr(
                values,
                Expr.make(
                        Dl4j.KIT + "LocallyConnected",
                        values.get(FILTERS),
                        kernel.height(),
                        kernel.width(),
                        stride.height(),
                        stride.width()));
    }

    /** The layer with everything that is set beside its windows. */
    static Expr expr(Values values, Expr windows) {
        Expr.Chain active =
                Expr.chain(windows).set("activation", values.get(ACTIVATION).expr());
        return Weights.ofKit(Weights.biased(active, values), values).expr();
    }
}
