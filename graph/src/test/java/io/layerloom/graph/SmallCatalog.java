package io.layerloom.graph;

import static io.layerloom.graph.LayerType.layer;

import java.util.List;
import java.util.Optional;

/** A handful of layers with real rules, enough to exercise inference, problems and remedies without the node library. */
final class SmallCatalog {

    enum Loss implements Labelled {
        SPARSE,
        MSE;

        @Override
        public String label() {
            return name();
        }
    }

    enum Padding implements Labelled {
        VALID,
        SAME;

        @Override
        public String label() {
            return name();
        }
    }

    static final Param<Integer> HEIGHT = Param.integer("height", 28, 1, 1024);
    static final Param<Integer> WIDTH = Param.integer("width", 28, 1, 1024);
    static final Param<Integer> CHANNELS = Param.integer("channels", 1, 1, 1024);
    static final Param<Integer> UNITS =
            Param.integer("units", 10, 1, 100_000).label("Units").help("How many.");
    static final Param<Integer> FILTERS = Param.integer("filters", 8, 1, 4096).label("Filters");
    static final Param<Size2> KERNEL = Param.size("kernel", 3, 1, 31).label("Kernel");
    static final Param<Padding> PADDING = Param.choice("padding", Padding.VALID).label("Padding");
    static final Param<Double> RATE = Param.real("rate", 0.001, 1e-8, 10).label("Learning rate");
    static final Param<Loss> LOSS = Param.choice("loss", Loss.SPARSE);

    static final LayerType INPUT = layer("input", "Input")
            .params(HEIGHT, WIDTH, CHANNELS)
            .entry(
                    v -> Inferred.ok(new Shape.Image(v.get(HEIGHT), v.get(WIDTH), v.get(CHANNELS))),
                    (v, data) -> data instanceof Shape.Image image
                            ? Optional.of(v.with(HEIGHT, (int) image.height())
                                    .with(WIDTH, (int) image.width())
                                    .with(CHANNELS, (int) image.channels()))
                            : Optional.empty())
            .input(v -> Expr.make("Input"));

    static final LayerType DENSE = layer("dense", "Dense")
            .params(UNITS)
            .from(Shape.Vector.class, (v, in) -> Inferred.ok(new Shape.Vector(v.get(UNITS))))
            .counting((v, in) -> Count.of((((Shape.Vector) in.get(0)).size() + 1) * v.get(UNITS), "units · (in + 1)"))
            .layer((v, in) -> Expr.make("Dense"));

    static final LayerType CONV = layer("conv2d", "Convolution 2D")
            .params(FILTERS, KERNEL, PADDING)
            .from(Shape.Image.class, SmallCatalog::slide)
            .layer((v, in) -> Expr.make("Conv"));

    static final LayerType FLATTEN = layer("flatten", "Flatten")
            .adapts()
            .from(Shape.Image.class, (v, in) -> Inferred.ok(new Shape.Vector(in.elements())))
            .vertex((v, in) -> Expr.make("Flatten"));

    static final LayerType ADD = layer("add", "Add")
            .merging(
                    2,
                    4,
                    (v, in) -> in.stream().distinct().count() == 1
                            ? Inferred.ok(in.get(0))
                            : Inferred.bad("Add needs equal shapes, but gets "
                                    + in.get(0).label() + " and " + in.get(1).label() + "."))
            .vertex((v, in) -> Expr.make("Add"));

    static final LayerType OUTPUT = layer("output", "Output")
            .params(UNITS, LOSS)
            .from(Shape.Vector.class, (v, in) -> Inferred.ok(new Shape.Vector(v.get(UNITS))))
            .ending(
                    v -> v.get(LOSS) == Loss.SPARSE ? Labels.Format.CLASS_INDEX : Labels.Format.NUMBERS,
                    SmallCatalog::labels)
            .layer((v, in) -> Expr.make("Output"));

    static final OptimizerType ADAM = new OptimizerType(
            "adam",
            "Adam",
            "Adapts.",
            "",
            RATE,
            List.of(RATE),
            2,
            (builder, values, rate) -> builder.set("updater", rate));

    static final ScheduleType CONSTANT =
            new ScheduleType("constant", "Constant", "Stays.", "", List.of(), (values, rate) -> new Expr.Lit(rate));

    static final Catalog CATALOG = new Catalog(
            List.of(INPUT, DENSE, CONV, FLATTEN, ADD, OUTPUT),
            List.of(ADAM),
            List.of(CONSTANT),
            (document, inference, catalog) -> new Network(Expr.make("Nothing"), List.of(), List.of(), 0));

    private SmallCatalog() {}

    private static Inferred slide(Values v, Shape.Image in) {
        Size2 kernel = v.get(KERNEL);
        if (v.get(PADDING) == Padding.SAME) {
            return Inferred.ok(new Shape.Image(in.height(), in.width(), v.get(FILTERS)));
        }
        if (kernel.height() > in.height() || kernel.width() > in.width()) {
            int side = (int) Math.min(in.height(), in.width());
            return Inferred.bad(KERNEL, "A " + kernel + " kernel does not fit into " + in.label() + ".")
                    .propose("Use a " + Size2.square(side) + " kernel", KERNEL, Size2.square(side))
                    .propose("Use padding Same", PADDING, Padding.SAME);
        }
        return Inferred.ok(
                new Shape.Image(in.height() - kernel.height() + 1, in.width() - kernel.width() + 1, v.get(FILTERS)));
    }

    private static Optional<Inferred.Bad> labels(Values v, Shape output, Labels labels) {
        if (labels instanceof Labels.Classes classes) {
            int count = classes.names().size();
            if (v.get(LOSS) != Loss.SPARSE) {
                return Optional.of(Inferred.bad(LOSS, "MSE does not fit classes.")
                        .propose("Use sparse cross-entropy", LOSS, Loss.SPARSE));
            }
            return output.elements() == count
                    ? Optional.empty()
                    : Optional.of(Inferred.bad(
                                    UNITS,
                                    "The data has " + count + " classes, but the output has " + output.elements()
                                            + " units.")
                            .propose("Use " + count + " units", UNITS, count));
        }
        return v.get(LOSS) == Loss.MSE
                ? Optional.empty()
                : Optional.of(Inferred.bad(LOSS, "Numbers need a regression loss.")
                        .propose("Use mean squared error", LOSS, Loss.MSE));
    }
}
