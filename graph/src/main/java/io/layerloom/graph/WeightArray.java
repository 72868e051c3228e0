package io.layerloom.graph;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An array of numbers that a layer learns, which may be typed instead of drawn.
 *
 * @param typed the setting with the numbers, shown where the layer has such an array; empty where they start as they would otherwise
 * @param name by which the engine knows the array within the layer
 * @param layout how the engine lays it out: a constant of the kit's {@code TypedArray.Layout}
 * @param sizes how many numbers it holds, by settings and by the shapes that come in
 * @param ways other settings under which what is typed may fit
 */
public record WeightArray(
        Param<Rows> typed,
        String name,
        String layout,
        BiFunction<Values, List<Shape>, Sizes> sizes,
        Function<Values, List<Inferred.Proposal>> ways) {

    /** An array that the layer has under all its settings. */
    public static WeightArray of(
            Param<Rows> typed, String name, String layout, BiFunction<Values, List<Shape>, Sizes> sizes) {
        return new WeightArray(shown(typed, values -> true), name, layout, sizes, values -> List.of());
    }

    /** The same array of a layer that has it under some settings only. */
    public WeightArray when(Predicate<Values> rule) {
        return new WeightArray(shown(typed, rule), name, layout, sizes, ways);
    }

    /** The same array, with settings to offer where what is typed does not fit. */
    public WeightArray proposing(Function<Values, List<Inferred.Proposal>> settings) {
        return new WeightArray(typed, name, layout, sizes, settings);
    }

    private static Param<Rows> shown(Param<Rows> typed, Predicate<Values> rule) {
        return typed.shownWhen(values -> values.get(FirstWeights.KIND) == FirstWeights.TYPED && rule.test(values))
                .setSeldom();
    }

    /**
     * How many numbers an array holds, and how they are typed: row by row.
     *
     * @param units how many units, filters or tokens it is for
     * @param channels how many kernels each of them has; 1 where there are none
     * @param numbers how many numbers a row, or a kernel, has
     * @param blocks what the rows are for, where they are for several things: so many even parts of the units, in this order
     */
    public record Sizes(long units, long channels, long numbers, List<String> blocks) {
        public Sizes {
            blocks = List.copyOf(blocks);
        }

        /** Rows of numbers. */
        public static Sizes rows(long units, long numbers) {
            return new Sizes(units, 1, numbers, List.of());
        }

        /** One row. */
        public static Sizes line(long numbers) {
            return rows(1, numbers);
        }

        /** How many numbers there are in all. */
        public long length() {
            return units * channels * numbers;
        }

        /** One number counts for all, a row for every unit, and rows for each unit for all its channels. */
        boolean takes(long count) {
            return count == 1 || count == numbers || count == units * numbers || count == length();
        }

        /** What to type, in a few words. */
        public String described() {
            if (channels > 1) {
                return tr("%,d × %,d kernels of %s", units, channels, inNumbers());
            }
            String rows = units == 1 ? inNumbers() : tr("%,d rows of %s", units, inNumbers());
            return blocks.isEmpty()
                    ? rows
                    : tr(
                            "%s: in even parts for %s",
                            rows,
                            String.join(
                                    ", ", blocks.stream().map(part -> tr(part)).toList()));
        }

        private String inNumbers() {
            return plural(numbers, "%,d number", "%,d numbers");
        }
    }

    /** Whether numbers are typed for it under these settings. */
    public boolean isTyped(Values values) {
        return values.shows(typed) && values.get(typed).count() > 0;
    }

    /** Why what is typed does not fit; empty if it does, or nothing is typed. */
    Optional<Inferred> misfit(Values values, List<Shape> in) {
        if (!isTyped(values)) {
            return Optional.empty();
        }
        Sizes size = sizes.apply(values, in);
        long count = values.get(typed).count();
        if (size.takes(count)) {
            return Optional.empty();
        }
        Inferred.Bad bad =
                Inferred.bad(typed, message(size, count)).propose(tr("Leave them empty"), typed, new Rows(List.of()));
        for (Inferred.Proposal way : ways.apply(values)) {
            bad = bad.propose(way.label(), way.changes().toArray(Inferred.Change<?>[]::new));
        }
        return Optional.of(bad);
    }

    private String message(Sizes size, long count) {
        if (size.channels() > 1) {
            return tr(
                    "%s must be %,d numbers, or as many for each of %,d filters, or for each of their %,d channels, but they are %,d.",
                    typed.label(), size.numbers(), size.units(), size.channels(), count);
        }
        return size.units() == 1
                ? tr("%s must be 1 number or %,d, but they are %,d.", typed.label(), size.numbers(), count)
                : tr(
                        "%s must be %,d numbers, or %,d for each of %,d rows, but they are %,d.",
                        typed.label(), size.numbers(), size.numbers(), size.units(), count);
    }
}
