package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Kind;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The arrays that layers learn, as people may type them, and as the engine takes what was typed. */
final class TypedArrays {

    /** As many as stand for a thousand words in 64 numbers each. */
    private static final int MOST = 65_536;

    /** No method of Java, and no text in it, may be as long as the largest arrays are; what is shorter is printed row by row. */
    private static final int MOST_TEXTS = 256;

    private static final int MOST_NUMBERS_OF_TEXT = 1024;

    private static final String ROWS =
            "One row for each unit, with one number for each input. One row alone counts for every unit, one number alone for every weight. Left empty, they are drawn.";

    private static final String PARTS =
            "The rows of one part below the other, in the order that is said above: one row for each unit, with one number for each input. One row alone counts for every unit, one number alone for every weight. Left empty, they are drawn.";

    private static final String LINE =
            "One number for each unit, in one row or several; one number alone counts for every unit. Left empty, they start as they would otherwise.";

    private static final List<Kind.Numbers.Preset> KERNELS = List.of(
            preset(later("Edges"), "-1 -1 -1\n-1 8 -1\n-1 -1 -1"),
            preset(later("Sobel, across"), "-1 0 1\n-2 0 2\n-1 0 1"),
            preset(later("Sobel, down"), "-1 -2 -1\n0 0 0\n1 2 1"),
            preset(later("Blur"), "0.0625 0.125 0.0625\n0.125 0.25 0.125\n0.0625 0.125 0.0625"),
            preset(later("Sharpen"), "0 -1 0\n-1 5 -1\n0 -1 0"),
            preset(later("Emboss"), "-2 -1 0\n-1 1 1\n0 1 2"),
            preset(later("Unchanged"), "0 0 0\n0 1 0\n0 0 0"));

    /** The weights of a layer that has one array of them. */
    static final Param<Rows> WEIGHTS = rows("typedWeights", "Typed weights");

    /** The same of a layer with kernels. */
    static final Param<Rows> KERNEL = numbers("typedWeights", KERNELS)
            .label("Typed weights")
            .help(
                    "The numbers of the kernel, row by row. Type one for every filter and channel, or one after the other for each filter, and within a filter for each channel; one number alone counts for every weight. Left empty, they are drawn.");

    static final Param<Rows> BIASES = line("typedBiases", "Typed biases");

    private static final Param<Rows> GAINS = line("typedGains", "Typed gamma");

    private static final Param<Rows> SHIFTS = line("typedShifts", "Typed beta");

    private TypedArrays() {}

    private static Kind.Numbers.Preset preset(String label, String kernel) {
        return new Kind.Numbers.Preset(label, Rows.parse(kernel));
    }

    private static Param<Rows> numbers(String key, List<Kind.Numbers.Preset> presets) {
        return Param.numbers(key, new Rows(List.of()), MOST, presets);
    }

    /** Weights with a row for each unit. */
    static Param<Rows> rows(String key, String label) {
        return numbers(key, List.of()).label(label).help(ROWS);
    }

    /** The same for several things that the layer computes, gates for example, one below the other. */
    static Param<Rows> parts(String key, String label) {
        return numbers(key, List.of()).label(label).help(PARTS);
    }

    /** Biases and the like. */
    static Param<Rows> line(String key, String label) {
        return numbers(key, List.of()).label(label).help(LINE);
    }

    /** An array of the kit, or of a dense layer of the engine: [inputs, units]. */
    static WeightArray dense(Param<Rows> typed, String name, BiFunction<Values, List<Shape>, Sizes> sizes) {
        return WeightArray.of(typed, name, "DENSE", sizes);
    }

    /** An array of one number after the other. */
    static WeightArray line(Param<Rows> typed, String name, BiFunction<Values, List<Shape>, Sizes> sizes) {
        return WeightArray.of(typed, name, "LINE", sizes);
    }

    /** Biases that can be switched off. */
    static WeightArray biases(Param<Integer> units) {
        return line(BIASES, "b", (values, in) -> Sizes.line(values.get(units)))
                .when(values -> values.get(Weights.BIAS));
    }

    /** Weights and biases of a layer from a vector, or from each step of a sequence, to so many units. */
    static WeightArray[] ofUnits(Param<Integer> units) {
        WeightArray weights =
                dense(WEIGHTS, "W", (values, in) -> Sizes.rows(values.get(units), Shapes.channels(in.get(0))));
        return new WeightArray[] {weights, biases(units)};
    }

    /** Factors and summands of a normalization, one for each channel. */
    static WeightArray[] ofNorm(String gains, String shifts) {
        return ofNorm(gains, shifts, values -> true);
    }

    /** The same of one that has them under some settings only. */
    static WeightArray[] ofNorm(String gains, String shifts, Predicate<Values> rule) {
        BiFunction<Values, List<Shape>, Sizes> sizes = (values, in) -> Sizes.line(Shapes.channels(in.get(0)));
        return new WeightArray[] {
            line(GAINS, gains, sizes).when(rule), line(SHIFTS, shifts, sizes).when(rule)
        };
    }

    /** Weights and biases of a layer with so many filters, whose kernels have so many numbers. */
    static WeightArray[] ofFilters(String layout, Param<Integer> filters, BiFunction<Values, Shape, Long> kernel) {
        WeightArray weights = WeightArray.of(
                KERNEL,
                "W",
                layout,
                (values, in) -> new Sizes(
                        values.get(filters), Shapes.channels(in.get(0)), kernel.apply(values, in.get(0)), List.of()));
        return new WeightArray[] {weights, biases(filters)};
    }

    /** The same for kernels of two dimensions, which may be made as large as what is typed. */
    static WeightArray[] ofFilters(String layout, Param<Integer> filters, Param<Size2> kernel) {
        WeightArray[] arrays = ofFilters(layout, filters, (values, in) -> Conv2d.area(values.get(kernel)));
        arrays[0] = resizing(arrays[0], kernel);
        return arrays;
    }

    /** The same array, whose kernel may be made as large as what is typed. */
    static WeightArray resizing(WeightArray array, Param<Size2> kernel) {
        return array.proposing(values -> size(values.get(array.typed()), kernel)
                .map(size -> new Inferred.Proposal(
                        tr("Use a kernel of %s", size), List.of(new Inferred.Change<>(kernel, size))))
                .stream()
                .toList());
    }

    /** How large a kernel is that was typed; empty if its rows are not all alike. */
    private static Optional<Size2> size(Rows typed, Param<Size2> kernel) {
        List<List<Double>> rows = typed.firstBlock();
        if (rows.isEmpty()
                || rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
            return Optional.empty();
        }
        return Optional.of(new Size2(rows.size(), rows.get(0).size()))
                .filter(size -> kernel.kind().check(size).isEmpty());
    }

    /** A layer of the engine with everything that is typed for it. */
    static Expr enter(LayerType type, Values values, Expr layer) {
        Object[] typed = type.arrays().stream()
                .filter(array -> array.isTyped(values))
                .map(array -> expr(array, values))
                .toArray();
        if (typed.length == 0) {
            return layer;
        }
        if (layer instanceof Expr.Call build && build.method().equals("build")) {
            return Expr.chain(over(build.on(), typed)).build();
        }
        return over(layer, typed);
    }

    /** A chain of calls with typed weights over those that it starts from. */
    private static Expr over(Expr chain, Object... typed) {
        return replaced(chain, typed)
                .orElseGet(() -> Expr.chain(chain)
                        .set("weightInit", Expr.make(Dl4j.KIT + "TypedWeights", typed))
                        .expr());
    }

    private static Optional<Expr> replaced(Expr chain, Object... typed) {
        if (!(chain instanceof Expr.Call call)) {
            return Optional.empty();
        }
        if (call.method().equals("weightInit")) {
            Object[] args =
                    Stream.concat(call.args().stream(), Stream.of(typed)).toArray();
            return Optional.of(Expr.chain(call.on())
                    .set("weightInit", Expr.make(Dl4j.KIT + "TypedWeights", args))
                    .expr());
        }
        return replaced(call.on(), typed).map(on -> new Expr.Call(on, call.method(), call.args()));
    }

    private static Expr expr(WeightArray array, Values values) {
        List<Object> args = new ArrayList<>();
        args.add(array.name());
        args.add(Expr.constant(Dl4j.KIT + "TypedArray.Layout", array.layout()));
        args.addAll(texts(values.get(array.typed())));
        return Expr.make(Dl4j.KIT + "TypedArray", args.toArray());
    }

    /** The rows as they were typed; larger arrays in fewer, evenly filled texts. */
    private static List<String> texts(Rows rows) {
        List<String> lines = rows.lines();
        boolean brief = rows.rows().stream().allMatch(row -> row.size() <= MOST_NUMBERS_OF_TEXT);
        if (lines.size() <= MOST_TEXTS && brief) {
            return lines;
        }
        List<Double> numbers = rows.numbers();
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += MOST_NUMBERS_OF_TEXT) {
            List<Double> part = numbers.subList(from, Math.min(numbers.size(), from + MOST_NUMBERS_OF_TEXT));
            texts.addAll(new Rows(List.of(part)).lines());
        }
        return texts;
    }
}
