package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Kind;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the weights of a layer come from before training: drawn by chance, or typed by hand. */
enum FirstWeights implements Labelled {
    DRAWN("Drawn"),
    TYPED("Typed");

    private static final int MOST = 4096;

    private static final List<Kind.Numbers.Preset> KERNELS = List.of(
            preset(later("Edges"), "-1 -1 -1\n-1 8 -1\n-1 -1 -1"),
            preset(later("Sobel, across"), "-1 0 1\n-2 0 2\n-1 0 1"),
            preset(later("Sobel, down"), "-1 -2 -1\n0 0 0\n1 2 1"),
            preset(later("Blur"), "0.0625 0.125 0.0625\n0.125 0.25 0.125\n0.0625 0.125 0.0625"),
            preset(later("Sharpen"), "0 -1 0\n-1 5 -1\n0 -1 0"),
            preset(later("Emboss"), "-2 -1 0\n-1 1 1\n0 1 2"),
            preset(later("Unchanged"), "0 0 0\n0 1 0\n0 0 0"));

    static final Param<FirstWeights> KIND = Param.choice("firstWeights", DRAWN)
            .label("First weights")
            .help(
                    "What the weights are before training: drawn by chance, or numbers that you type. Freeze the layer to keep them as they are.")
            .setSeldom();

    static final Param<Rows> NUMBERS = Param.numbers("typedWeights", Rows.of(new double[] {1}), MOST, List.of())
            .label("Typed weights")
            .help(
                    "One row for each unit, with one number for each input. One row alone counts for every unit, one number alone for every weight.")
            .shownWhen(values -> values.get(KIND) == TYPED)
            .setSeldom();

    static final Param<Rows> KERNEL = Param.numbers("typedWeights", Rows.of(new double[] {1}), MOST, KERNELS)
            .label("Typed weights")
            .help(
                    "The numbers of the kernel, row by row. Type one for every filter and channel, or one after the other for each filter, and within a filter for each channel; one number alone counts for every weight.")
            .shownWhen(values -> values.get(KIND) == TYPED)
            .setSeldom();

    private final String label;

    FirstWeights(String label) {
        this.label = label;
    }

    private static Kind.Numbers.Preset preset(String label, String kernel) {
        return new Kind.Numbers.Preset(label, Rows.parse(kernel));
    }

    @Override
    public String label() {
        return tr(label);
    }

    /** How many weights there are: {@code units} (filters) with so many channels, each of which has a kernel of so many numbers. */
    record Sizes(long units, long channels, long kernel) {

        private boolean takes(long count) {
            return count == 1 || count == kernel || count == units * kernel || count == units * channels * kernel;
        }
    }

    /** The given answer, unless weights are typed that do not fit. */
    static Inferred check(Values values, Sizes sizes, Inferred answer) {
        long count = values.get(NUMBERS).count();
        if (values.get(KIND) == DRAWN || answer instanceof Inferred.Bad || sizes.takes(count)) {
            return answer;
        }
        String message = sizes.channels() == 1
                ? tr(
                        "The typed weights must be %,d numbers, or %,d for each of %,d units, but they are %,d.",
                        sizes.kernel(), sizes.kernel(), sizes.units(), count)
                : tr(
                        "The typed weights must be %,d numbers, or as many for each of %,d filters, or for each of their %,d channels, but they are %,d.",
                        sizes.kernel(), sizes.units(), sizes.channels(), count);
        return Inferred.bad(NUMBERS, message).propose(tr("Draw the weights"), KIND, DRAWN);
    }

    /** The same for a layer with kernels of two dimensions, which may be made as large as what is typed. */
    static Inferred check(Values values, Sizes sizes, Param<Size2> kernel, Inferred answer) {
        Inferred checked = check(values, sizes, answer);
        return checked instanceof Inferred.Bad bad && bad.culprit().equals(Optional.of(NUMBERS))
                ? size(values.get(NUMBERS), kernel)
                        .<Inferred>map(size -> bad.propose(tr("Use a kernel of %s", size), kernel, size))
                        .orElse(bad)
                : checked;
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

    /** Typed weights as the engine takes them, with the layout of {@code TypedWeights} that the layer has. */
    static Expr expr(Values values, String layout) {
        List<Object> args = new ArrayList<>();
        args.add(Expr.constant(Dl4j.KIT + "TypedWeights.Layout", layout));
        args.addAll(values.get(NUMBERS).lines());
        return Expr.make(Dl4j.KIT + "TypedWeights", args.toArray());
    }
}
