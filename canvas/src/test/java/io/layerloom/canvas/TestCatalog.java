package io.layerloom.canvas;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.Param.integer;
import static io.layerloom.graph.Param.size;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Document;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.Point;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A few layers that behave like the real ones, so that the canvas is tested without them. */
final class TestCatalog {

    static final Param<Integer> FILTERS = integer("filters", 32, 1, 4096).label("Filters");
    static final Param<Size2> KERNEL = size("kernel", 3, 1, 31).label("Kernel");
    static final Param<Integer> CHANNELS = integer("channels", 1, 1, 16).label("Channels");
    static final Param<Integer> UNITS = integer("units", 64, 1, 65536).label("Units");

    static final LayerType INPUT = layer("input", "Input")
            .category(Category.INPUT_OUTPUT)
            .params(CHANNELS)
            .summary(values -> "28 × 28 × " + values.get(CHANNELS))
            .entry(
                    values -> Inferred.ok(new Shape.Image(28, 28, values.get(CHANNELS))),
                    (values, shape) -> shape instanceof Shape.Image image
                            ? Optional.of(values.with(CHANNELS, (int) image.channels()))
                            : Optional.empty())
            .input(values -> Expr.make("x"));

    static final LayerType CONV = layer("conv2d", "Convolution 2D")
            .category(Category.CONVOLUTION)
            .params(FILTERS, KERNEL)
            .summary(values -> values.get(FILTERS) + " · " + values.get(KERNEL) + " · ReLU")
            .from(Shape.Image.class, (values, in) -> {
                int kernel = values.get(KERNEL).height();
                return kernel > in.height()
                        ? Inferred.bad(
                                        KERNEL,
                                        "A %d×%d kernel does not fit a %d×%d input."
                                                .formatted(kernel, kernel, in.height(), in.width()))
                                .propose("Use a 3×3 kernel", KERNEL, Size2.square(3))
                        : Inferred.ok(new Shape.Image(
                                in.height() - kernel + 1, in.width() - kernel + 1, values.get(FILTERS)));
            })
            .costing((values, in) -> 9 * in.get(0).elements() * values.get(FILTERS))
            .counting((values, in) -> Count.of(
                    values.get(FILTERS)
                            * (1
                                    + values.get(KERNEL).height()
                                            * (long) values.get(KERNEL).width()
                                            * ((Shape.Image) in.get(0)).channels()),
                    "n"))
            .layer((values, in) -> Expr.make("x"));

    static final LayerType POOL = layer("maxpool2d", "Max pooling 2D")
            .category(Category.POOLING)
            .summary(values -> "2×2 · stride 2")
            .from(
                    Shape.Image.class,
                    (values, in) -> in.height() < 2
                            ? Inferred.bad("A 2×2 window does not fit a 1×1 input.")
                            : Inferred.ok(new Shape.Image(in.height() / 2, in.width() / 2, in.channels())))
            .layer((values, in) -> Expr.make("x"));

    static final LayerType FLATTEN = layer("flatten", "Flatten")
            .category(Category.CORE)
            .summary(values -> "to a vector")
            .adapts()
            .from(Shape.Image.class, (values, in) -> Inferred.ok(new Shape.Vector(in.elements())))
            .layer((values, in) -> Expr.make("x"));

    static final LayerType DENSE = layer("dense", "Dense")
            .category(Category.CORE)
            .params(UNITS)
            .summary(values -> values.get(UNITS) + " · ReLU")
            .from(Shape.Vector.class, (values, in) -> Inferred.ok(new Shape.Vector(values.get(UNITS))))
            .counting(
                    (values, in) -> Count.of(values.get(UNITS) * (1 + in.get(0).elements()), "n"))
            .layer((values, in) -> Expr.make("x"));

    static final LayerType ADD = layer("add", "Add")
            .category(Category.MERGE)
            .summary(values -> "sum of all inputs")
            .merging(
                    2,
                    8,
                    (values, in) -> in.stream().distinct().count() == 1
                            ? Inferred.ok(in.get(0))
                            : Inferred.bad("Add needs equal shapes."))
            .vertex((values, in) -> Expr.make("x"));

    static final LayerType OUTPUT = layer("output", "Output")
            .category(Category.INPUT_OUTPUT)
            .summary(values -> "10 · softmax")
            .from(Shape.Vector.class, (values, in) -> Inferred.ok(new Shape.Vector(10)))
            .counting((values, in) -> Count.of(10 * (1 + in.get(0).elements()), "n"))
            .ending(values -> Labels.Format.ONE_HOT, (values, shape, labels) -> Optional.empty())
            .layer((values, in) -> Expr.make("x"));

    static final Catalog CATALOG = new Catalog(
            List.of(INPUT, OUTPUT, DENSE, FLATTEN, CONV, POOL, ADD),
            List.of(),
            List.of(),
            (document, inference, catalog) -> new Network(Expr.make("x"), List.of(), List.of(), 0));

    private TestCatalog() {}

    /** A document with one more node. */
    static Document with(Document document, String id, LayerType type, double x, double y) {
        return io.layerloom.graph.Edits.add(type, new NodeId(id), new Point(x, y))
                .apply(document);
    }

    /** A document with one more wire. */
    static Document wired(Document document, String from, String to, int port) {
        return document.with(document.graph().with(new Wire(new NodeId(from), new NodeId(to), port)));
    }

    /** The network of the mock-up: two rows, and one layer that does not fit. */
    static Document digits() {
        Document d = Document.EMPTY;
        LayerType[] types = {INPUT, CONV, POOL, CONV, POOL, FLATTEN, DENSE, OUTPUT};
        for (int i = 0; i < types.length; i++) {
            d = with(d, "n" + (i + 1), types[i], 372 + i % 4 * 224, 150 + i / 4 * 250);
            if (i > 0) {
                d = wired(d, "n" + i, "n" + (i + 1), 0);
            }
        }
        d = with(d, "n9", CONV, 596, 548);
        d = wired(d, "n5", "n9", 0);
        NodeId bad = new NodeId("n9");
        d = io.layerloom.graph.Edits.set(bad, KERNEL, Size2.square(7)).apply(d);
        return d;
    }

    /** A block with a wire around it. */
    static Document residual() {
        Document d = with(Document.EMPTY, "n1", INPUT, 60, 160);
        LayerType[] types = {CONV, CONV, CONV, ADD, FLATTEN};
        for (int i = 0; i < types.length; i++) {
            d = with(d, "n" + (i + 2), types[i], 60 + (i + 1) * 224, 160);
            d = wired(d, "n" + (i + 1), "n" + (i + 2), 0);
        }
        return wired(d, "n2", "n5", 1);
    }

    /** Many nodes in rows, each wired to the one before it, with wires that skip a few. */
    static Document large(int nodes, int wires) {
        Document d = Document.EMPTY;
        java.util.LinkedHashMap<NodeId, io.layerloom.graph.Node> all = new java.util.LinkedHashMap<>();
        java.util.LinkedHashMap<NodeId, io.layerloom.graph.Point> places = new java.util.LinkedHashMap<>();
        List<Wire> list = new java.util.ArrayList<>();
        Random random = new Random(7);
        LayerType[] types = {CONV, POOL, ADD, DENSE, FLATTEN};
        for (int i = 0; i < nodes; i++) {
            LayerType type = i % 40 == 0 ? INPUT : types[random.nextInt(types.length)];
            NodeId id = new NodeId("n" + i);
            io.layerloom.graph.Values values = type.initialValues();
            if (type.equals(CONV)) {
                values = values.with(FILTERS, 1 + i);
            }
            all.put(id, new io.layerloom.graph.Node(id, type.id(), type.id() + "_" + i, values));
            places.put(id, new io.layerloom.graph.Point(i % 40 * 232.0, i / 40 * 150.0));
            if (i % 40 != 0) {
                list.add(new Wire(new NodeId("n" + (i - 1)), id, 0));
            }
        }
        for (int i = list.size(); i < wires; i++) {
            int to = 1 + random.nextInt(nodes - 1);
            int from = Math.max(0, to - 2 - random.nextInt(6));
            list.add(new Wire(new NodeId("n" + from), new NodeId("n" + to), 1 + i % 3));
        }
        java.util.Set<String> taken = new java.util.HashSet<>();
        list.removeIf(wire -> !taken.add(wire.to() + ":" + wire.port()));
        return d.with(new io.layerloom.graph.Graph(all, list)).with(new io.layerloom.graph.Layout(places));
    }
}
