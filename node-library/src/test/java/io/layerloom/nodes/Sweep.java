package io.layerloom.nodes;

import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Kind;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Settings to try: each parameter in turn over its range, with the others as they are, or as needed for it to show. */
final class Sweep {

    private Sweep() {}

    /** Settings that say where training starts and what it is penalized for, not what the layer computes. */
    private static final Set<Param<?>> ASIDE = Set.of(
            Weights.INITIALIZER,
            Weights.SPREAD,
            Weights.BIAS_INITIAL,
            Weights.L1,
            Weights.L2,
            Recurrent.RECURRENT_INITIALIZER,
            Recurrent.RECURRENT_SPREAD,
            Lstm.FORGET_BIAS,
            SimpleRnn.BIAS_INITIAL,
            Constraint.KIND,
            Constraint.LEAST,
            Constraint.MOST,
            PRelu.INITIAL,
            BatchNorm.GAMMA,
            BatchNorm.BETA);

    private static boolean isOfFirstWeights(Param<?> param) {
        return param.key().equals(FirstWeights.KIND.key()) || param.kind() instanceof Kind.Numbers;
    }

    /** All settings to try with a layer, its initial ones first; only those that the shape rule accepts. Typed weights are all tried at once. */
    static List<Values> of(LayerCase layer) {
        return of(
                layer,
                layer.type().params().stream()
                        .filter(param -> !(param.kind() instanceof Kind.Numbers))
                        .toList());
    }

    /** Only those settings to try that change what the layer computes. */
    static List<Values> ofFunction(LayerCase layer) {
        return of(
                layer,
                layer.type().params().stream()
                        .filter(param -> !ASIDE.contains(param) && !isOfFirstWeights(param))
                        .toList());
    }

    private static List<Values> of(LayerCase layer, List<Param<?>> swept) {
        Set<Values> all = new LinkedHashSet<>();
        all.add(layer.type().initialValues());
        for (Param<?> param : swept) {
            variants(layer.type().params(), param)
                    .forEach(values -> mended(layer, values, param).ifPresent(all::add));
        }
        return List.copyOf(all);
    }

    /** The initial settings with one parameter swept, under settings that let it show. */
    static <T> Stream<Values> variants(List<Param<?>> params, Param<T> param) {
        Values shown = param.key().equals(FirstWeights.KIND.key()) ? typed(params, param) : showing(params, param);
        return values(param).map(value -> shown.with(param, value));
    }

    /** Where numbers are typed, it matters whether they count. */
    private static Values typed(List<Param<?>> params, Param<?> kind) {
        Values values = showing(params, kind);
        for (Param<?> param : params) {
            values = param.kind() instanceof Kind.Numbers ? typed(values, param) : values;
        }
        return values;
    }

    @SuppressWarnings("unchecked") // of numbers, as its kind says
    private static Values typed(Values values, Param<?> numbers) {
        return values.with((Param<Rows>) numbers, Rows.of(new double[] {0.25}));
    }

    /** The initial settings, changed so that a parameter shows. */
    static Values showing(List<Param<?>> params, Param<?> wanted) {
        Values initial = Values.initial(params);
        return Stream.of(Stream.of(initial), changed(params, initial), twice(params, initial))
                .flatMap(values -> values)
                .filter(values -> values.shows(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing lets " + wanted.key() + " show"));
    }

    private static Stream<Values> changed(List<Param<?>> params, Values before) {
        return params.stream().flatMap(other -> changes(before, other));
    }

    private static Stream<Values> twice(List<Param<?>> params, Values initial) {
        return changed(params, initial).flatMap(once -> changed(params, once));
    }

    private static <T> Stream<Values> changes(Values before, Param<T> other) {
        return values(other).map(value -> before.with(other, value));
    }

    /** Values of one parameter: every constant of a choice, the ends and some between of a range, kept small. */
    @SuppressWarnings("unchecked")
    static <T> Stream<T> values(Param<T> param) {
        Kind<T> kind = param.kind();
        Stream<?> candidates;
        if (kind instanceof Kind.Choice<?> choice) {
            candidates = choice.options().stream();
        } else if (kind instanceof Kind.Flag) {
            candidates = Stream.of(true, false);
        } else if (kind instanceof Kind.Whole whole) {
            candidates = Stream.of(whole.min(), (Integer) param.initial(), whole.min() + 1, 3, 10);
        } else if (kind instanceof Kind.Real real) {
            // Far below zero, layers saturate and have no slope to compare.
            candidates = Stream.of(Math.max(real.min(), -3), (Double) param.initial(), 0.25, 0.01);
        } else if (kind instanceof Kind.Size size) {
            candidates = Stream.of(
                    Size2.square(size.min()), Size2.square(1), Size2.square(2), new Size2(3, 2), new Size2(2, 1));
        } else if (kind instanceof Kind.Numbers) {
            candidates = Stream.of(param.initial(), Rows.of(new double[] {0.25}));
        } else if (param.equals(Anchors.SIDES)) {
            candidates = Stream.of(param.initial(), "2,1; 1,3; 0.5,4");
        } else if (param.equals(AspectRatios.PARAM)) {
            candidates = Stream.of(param.initial(), "1.5");
        } else {
            candidates = Stream.of(param.initial());
        }
        return candidates
                .map(value -> (T) value)
                .filter(value -> kind.check(value).isEmpty())
                .distinct();
    }

    /** The settings, mended by the rule's own proposals where they contradict each other, without touching {@code swept}; empty if nothing helps. */
    static <T> Optional<Values> mended(LayerCase layer, Values values, Param<T> swept) {
        Values tried = values;
        for (int attempt = 0; attempt < 3; attempt++) {
            if (!(layer.type().infer(tried, layer.in()) instanceof Inferred.Bad bad)) {
                return Optional.of(tried);
            }
            Values before = tried;
            Optional<Values> next = bad.proposals().stream()
                    .filter(proposal -> proposal.wanted().isEmpty())
                    .map(proposal -> proposal.applyTo(before))
                    .filter(after -> after.get(swept).equals(values.get(swept)))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            tried = next.get();
        }
        return Optional.empty();
    }
}
