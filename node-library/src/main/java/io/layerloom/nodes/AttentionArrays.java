package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The arrays that attention and the blocks of Transformers learn, as people may type them. */
final class AttentionArrays {

    private static final List<String> ASKED = List.of(later("queries"), later("keys"), later("values"));

    private static final List<String> OFFERED = List.of(later("keys"), later("values"));

    /** The settings for weights and biases of weighted sums. */
    private record Typed(Param<Rows> weights, Param<Rows> biases) {}

    private static final Typed ALL = new Typed(
            TypedArrays.parts("typedWeights", "Typed weights of queries, keys, values"),
            TypedArrays.line("typedBiases", "Typed biases of queries, keys, values"));

    private static final Typed RESULTS = new Typed(
            TypedArrays.rows("typedResults", "Typed weights of results"),
            TypedArrays.line("typedResultBiases", "Typed biases of results"));

    private static final Typed QUERIES = new Typed(
            TypedArrays.rows("typedQueries", "Typed weights of queries"),
            TypedArrays.line("typedQueryBiases", "Typed biases of queries"));

    private static final Typed MEMORY = new Typed(
            TypedArrays.parts("typedMemory", "Typed weights of keys and values"),
            TypedArrays.line("typedMemoryBiases", "Typed biases of keys and values"));

    private static final Typed SECOND_QUERIES = new Typed(
            TypedArrays.rows("typedSecondQueries", "Typed weights of queries to the second sequence"),
            TypedArrays.line("typedSecondQueryBiases", "Typed biases of queries to the second sequence"));

    private static final Typed SECOND_MEMORY = new Typed(
            TypedArrays.parts("typedSecondMemory", "Typed weights of keys and values of the second sequence"),
            TypedArrays.line("typedSecondMemoryBiases", "Typed biases of keys and values of the second sequence"));

    private static final Typed SECOND_RESULTS = new Typed(
            TypedArrays.rows("typedSecondResults", "Typed weights of results from the second sequence"),
            TypedArrays.line("typedSecondResultBiases", "Typed biases of results from the second sequence"));

    private static final Typed WIDENING = new Typed(
            TypedArrays.rows("typedWidening", "Typed weights of the widening dense layer"),
            TypedArrays.line("typedWideningBiases", "Typed biases of the widening dense layer"));

    private static final Typed NARROWING = new Typed(
            TypedArrays.rows("typedNarrowing", "Typed weights of the narrowing dense layer"),
            TypedArrays.line("typedNarrowingBiases", "Typed biases of the narrowing dense layer"));

    private static final List<Typed> NORMS = List.of(
            new Typed(
                    TypedArrays.line("typedGains1", "Typed gamma of normalization 1"),
                    TypedArrays.line("typedShifts1", "Typed beta of normalization 1")),
            new Typed(
                    TypedArrays.line("typedGains2", "Typed gamma of normalization 2"),
                    TypedArrays.line("typedShifts2", "Typed beta of normalization 2")),
            new Typed(
                    TypedArrays.line("typedGains3", "Typed gamma of normalization 3"),
                    TypedArrays.line("typedShifts3", "Typed beta of normalization 3")));

    private AttentionArrays() {}

    /** Of a layer in which a sequence looks at itself. */
    static WeightArray[] ofSelf() {
        return self("attention", values -> values.get(Attention.BIAS)).toArray(WeightArray[]::new);
    }

    /** Of a layer in which a sequence looks at another. */
    static WeightArray[] ofCross() {
        return cross("attention", values -> values.get(Attention.BIAS), QUERIES, MEMORY, RESULTS)
                .toArray(WeightArray[]::new);
    }

    /** Of a block that looks at one sequence. */
    static WeightArray[] ofEncoder() {
        return Stream.of(norm(1), self("self", values -> true), norm(2), feedForward())
                .flatMap(arrays -> arrays)
                .toArray(WeightArray[]::new);
    }

    /** Of a block that looks at a second sequence, too. */
    static WeightArray[] ofDecoder() {
        return Stream.of(
                        norm(1),
                        self("self", values -> true),
                        norm(2),
                        cross("cross", values -> true, SECOND_QUERIES, SECOND_MEMORY, SECOND_RESULTS),
                        norm(3),
                        feedForward())
                .flatMap(arrays -> arrays)
                .toArray(WeightArray[]::new);
    }

    /** Of additive attention with so many units. */
    static WeightArray[] ofAdditive(Param<Integer> units) {
        return new WeightArray[] {
            TypedArrays.dense(QUERIES.weights(), "queryW", (values, in) -> Sizes.rows(values.get(units), own(in))),
            TypedArrays.dense(
                    TypedArrays.rows("typedMemory", "Typed weights of the second sequence"),
                    "memoryW",
                    (values, in) -> Sizes.rows(values.get(units), other(in))),
            TypedArrays.line(
                    TypedArrays.line("typedMemoryBiases", "Typed biases of the second sequence"),
                    "memoryb",
                    (values, in) -> Sizes.line(values.get(units))),
            TypedArrays.dense(
                    TypedArrays.rows("typedScores", "Typed weights of scores"),
                    "scoreW",
                    (values, in) -> Sizes.line(values.get(units)))
        };
    }

    private static Stream<WeightArray> self(String name, Predicate<Values> biased) {
        return Stream.concat(
                sums(name + "In", ALL, biased, (values, in) -> parts(ASKED, own(in), own(in))),
                results(name, biased, RESULTS));
    }

    private static Stream<WeightArray> cross(
            String name, Predicate<Values> biased, Typed queries, Typed memory, Typed results) {
        return Stream.of(
                        sums(name + "Query", queries, biased, (values, in) -> Sizes.rows(own(in), own(in))),
                        sums(name + "Memory", memory, biased, (values, in) -> parts(OFFERED, own(in), other(in))),
                        results(name, biased, results))
                .flatMap(arrays -> arrays);
    }

    private static Stream<WeightArray> results(String name, Predicate<Values> biased, Typed typed) {
        return sums(name + "Out", typed, biased, (values, in) -> Sizes.rows(own(in), own(in)));
    }

    private static Stream<WeightArray> feedForward() {
        return Stream.concat(
                sums(
                        "up",
                        WIDENING,
                        values -> true,
                        (values, in) -> Sizes.rows(values.get(Transformer.FEED_FORWARD), own(in))),
                sums(
                        "down",
                        NARROWING,
                        values -> true,
                        (values, in) -> Sizes.rows(own(in), values.get(Transformer.FEED_FORWARD))));
    }

    private static Stream<WeightArray> norm(int number) {
        Typed typed = NORMS.get(number - 1);
        BiFunction<Values, List<Shape>, Sizes> sizes = (values, in) -> Sizes.line(own(in));
        return Stream.of(
                TypedArrays.line(typed.weights(), "norm" + number + "g", sizes),
                TypedArrays.line(typed.biases(), "norm" + number + "b", sizes));
    }

    /** Weighted sums: a row of weights and a bias for each. */
    private static Stream<WeightArray> sums(
            String name, Typed typed, Predicate<Values> biased, BiFunction<Values, List<Shape>, Sizes> sizes) {
        return Stream.of(
                TypedArrays.dense(typed.weights(), name + "W", sizes),
                TypedArrays.line(typed.biases(), name + "b", (values, in) -> biases(sizes.apply(values, in)))
                        .when(biased));
    }

    /** One number for each row, in a row of their own for each part. */
    private static Sizes biases(Sizes weights) {
        long parts = Math.max(1, weights.blocks().size());
        return new Sizes(parts, 1, weights.units() / parts, weights.blocks());
    }

    private static Sizes parts(List<String> names, long width, long numbers) {
        return new Sizes(names.size() * width, 1, numbers, names);
    }

    private static long own(List<Shape> in) {
        return Shapes.channels(in.get(0));
    }

    private static long other(List<Shape> in) {
        return Shapes.channels(in.get(1));
    }
}
