package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Footprint;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.graph.WeightArray.Sizes;
import java.util.List;
import java.util.stream.Stream;

/** A recurrent layer in both directions. */
final class Bidirectional {

    /** What reads the sequence in each direction. */
    enum Cell implements Labelled {
        LSTM("LSTM", List.of(later("candidate"), later("forget gate"), later("output gate"), later("input gate"))),
        GRU("GRU", List.of(later("update gate"), later("reset gate"), later("candidate"))),
        SIMPLE_RNN("Simple RNN", List.of());

        private final String label;

        /** What each unit computes at a step, in the order of the engine's weights. */
        private final List<String> parts;

        Cell(String label, List<String> parts) {
            this.label = label;
            this.parts = parts;
        }

        /** Weights from so many numbers to what each unit computes. */
        Sizes rows(long units, long numbers) {
            return new Sizes(Math.max(1, parts.size()) * units, 1, numbers, parts);
        }

        /** A bias for all that each unit computes; a GRU has one for what comes in, and behind these one for the step before. */
        Sizes biases(long units) {
            List<String> all =
                    this == GRU ? Stream.of(parts, parts).flatMap(List::stream).toList() : parts;
            return new Sizes(Math.max(1, all.size()), 1, units, all);
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    /** How the two results become one. */
    enum Merge implements Labelled {
        CONCATENATE("Concatenate"),
        ADD("Add"),
        AVERAGE("Average"),
        MULTIPLY("Multiply");

        private final String label;

        Merge(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    /** How much of the results leaves the layer. */
    enum Gives implements Labelled {
        EVERY_STEP("Every step"),
        LAST_STEP("Last step");

        private final String label;

        Gives(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Cell> CELL = Param.choice("cell", Cell.LSTM)
            .label("Layer")
            .help("What reads the sequence in each direction. A GRU is a little faster than an LSTM.");

    static final Param<Integer> UNITS = Recurrent.UNITS.help(
            "How many numbers each direction remembers from step to step. Concatenated, the layer gives twice as many.");

    static final Param<Merge> MERGE = Param.choice("merge", Merge.CONCATENATE)
            .label("Merge")
            .help(
                    "How the results of the two directions become one: side by side, which loses nothing, or as their sum, average or product, which is half as wide.");

    static final Param<Gives> GIVES = Param.choice("gives", Gives.EVERY_STEP)
            .label("Gives")
            .help(
                    "Every step, for another layer that reads sequences, or only the last one of each direction, which sums up the whole sequence: reading backwards, that is the first step.");

    static final Param<Recurrent.Gate> GATES = Recurrent.GATES.shownWhen(values -> values.get(CELL) != Cell.SIMPLE_RNN);

    static final Param<Double> FORGET_BIAS = Lstm.FORGET_BIAS.shownWhen(values -> values.get(CELL) == Cell.LSTM);

    static final LayerType TYPE = layer("bidirectional", "Bidirectional")
            .category(Category.RECURRENT)
            .help(
                    "Reads each sequence with two recurrent layers, one from its beginning to its end and one from its end to its beginning, so that every step knows what comes before and after it. Padding counts for neither.")
            .formula(
                    "a[t] = g(x[t], a[t−1])\nb[t] = h(x[t], b[t+1])\ny[t] = [a[t], b[t]]",
                    "g and h compute a step of the chosen layer, each with weights of its own, g from the first step on and h from the last one back. Merge says how a and b become one: side by side as here, or a + b, (a + b) / 2 or their product value by value. If only the last step is given, y is made of a at the last step and b at the first.")
            .source("Schuster, Paliwal, Bidirectional recurrent neural networks (1997)")
            .params(
                    CELL,
                    UNITS,
                    MERGE,
                    GIVES,
                    Recurrent.ACTIVATION,
                    GATES,
                    Weights.INITIALIZER,
                    Weights.SPREAD,
                    Recurrent.RECURRENT_INITIALIZER,
                    Recurrent.RECURRENT_SPREAD,
                    FORGET_BIAS,
                    Recurrent.DROPOUT,
                    Weights.L1,
                    Weights.L2)
            .summary(values -> "2 × %s %s".formatted(values.get(CELL).label(), Dense.grouped(values.get(UNITS))))
            .from(Shape.Sequence.class, (values, in) -> Inferred.ok(shape(values, in)))
            .learning(Recurrent.bothWays(values -> values.get(CELL)))
            .counting((values, in) -> count(values, ((Shape.Sequence) in.get(0)).features()))
            .costing((values, in) -> 2 * cost(values, (Shape.Sequence) in.get(0)))
            .holding((values, in) -> Footprint.kept(2 * remembered(values, (Shape.Sequence) in.get(0))))
            .foresight(Foresight.always("A bidirectional layer reads from the end, too"))
            .layer((values, in) -> expr(values));

    private Bidirectional() {}

    private static Shape shape(Values values, Shape.Sequence in) {
        long width = values.get(MERGE) == Merge.CONCATENATE ? 2L * values.get(UNITS) : values.get(UNITS);
        return values.get(GIVES) == Gives.LAST_STEP ? new Shape.Vector(width) : new Shape.Sequence(in.steps(), width);
    }

    private static Count count(Values values, long features) {
        int units = values.get(UNITS);
        Count one = switch (values.get(CELL)) {
            case LSTM -> Lstm.count(features, units);
            case GRU -> Gru.count(features, units);
            case SIMPLE_RNN -> SimpleRnn.count(features, units);
        };
        return Count.of(2 * one.trainable(), "2 · (%s)".formatted(one.formula()));
    }

    private static long remembered(Values values, Shape.Sequence in) {
        int units = values.get(UNITS);
        return switch (values.get(CELL)) {
            case LSTM -> Lstm.remembered(in, units);
            case GRU -> Gru.remembered(in, units);
            case SIMPLE_RNN -> in.steps() * units;
        };
    }

    private static long cost(Values values, Shape.Sequence in) {
        int units = values.get(UNITS);
        return switch (values.get(CELL)) {
            case LSTM -> Lstm.cost(in, units);
            case GRU -> Gru.cost(in, units);
            case SIMPLE_RNN -> SimpleRnn.cost(in, units);
        };
    }

    private static Expr expr(Values values) {
        Cell cell = values.get(CELL);
        Expr.Chain chain = Recurrent.set(Recurrent.own(cell.name()), values)
                .setIf(
                        cell != Cell.SIMPLE_RNN,
                        "gateActivation",
                        values.get(GATES).expr())
                .setIf(cell == Cell.LSTM, "forgetGateBiasInit", values.get(FORGET_BIAS))
                .set(
                        "bothWays",
                        Expr.constant(Dl4j.KIT + "Merge", values.get(MERGE).name()));
        return values.get(GIVES) == Gives.LAST_STEP ? chain.set("lastStep").build() : chain.build();
    }
}
