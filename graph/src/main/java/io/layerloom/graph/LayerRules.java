package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A declaration with its shape rule; {@link #layer}, {@link #vertex} or {@link #input} completes it. */
public record LayerRules(
        LayerDraft draft,
        LayerType.Inputs inputs,
        BiFunction<Values, List<Shape>, Inferred> shape,
        BiFunction<Values, List<Shape>, Count> count,
        BiFunction<Values, List<Shape>, Long> multiplyAdds,
        BiFunction<Values, List<Shape>, Long> remembered,
        Optional<LayerType.OutputRule> output,
        Function<Values, Optional<Inferred.Bad>> foresight,
        BiFunction<Values, Shape, Optional<Values>> adopt) {

    private static final BiFunction<Values, List<Shape>, Count> NO_WEIGHTS = (values, in) -> Count.NONE;

    LayerRules(LayerDraft draft, LayerType.Inputs inputs, BiFunction<Values, List<Shape>, Inferred> shape) {
        this(
                draft,
                inputs,
                shape,
                NO_WEIGHTS,
                (values, in) -> 0L,
                (values, in) -> 0L,
                Optional.empty(),
                values -> Optional.empty(),
                (values, data) -> Optional.empty());
    }

    /** How many parameters it has, from its settings and its input shapes. */
    public LayerRules counting(BiFunction<Values, List<Shape>, Count> rule) {
        return new LayerRules(draft, inputs, shape, rule, multiplyAdds, remembered, output, foresight, adopt);
    }

    /** How many multiply-adds one example costs in the forward direction. */
    public LayerRules costing(BiFunction<Values, List<Shape>, Long> rule) {
        return new LayerRules(draft, inputs, shape, count, rule, remembered, output, foresight, adopt);
    }

    /** How many numbers of one example it remembers in training beside its result, to find the slopes. Left out where it is about as much as the result, or less. */
    public LayerRules remembering(BiFunction<Values, List<Shape>, Long> rule) {
        return new LayerRules(draft, inputs, shape, count, multiplyAdds, rule, output, foresight, adopt);
    }

    LayerRules adopting(BiFunction<Values, Shape, Optional<Values>> rule) {
        return new LayerRules(draft, inputs, shape, count, multiplyAdds, remembered, output, foresight, rule);
    }

    /** Makes it end a network with a loss. */
    public LayerRules ending(Function<Values, Labels.Format> format, LayerType.LabelRule check) {
        return ending((values, output) -> format.apply(values), check);
    }

    /** Makes it end a network with a loss, where the form of the labels depends on the shape of the output. */
    public LayerRules ending(BiFunction<Values, Shape, Labels.Format> format, LayerType.LabelRule check) {
        return new LayerRules(
                draft,
                inputs,
                shape,
                count,
                multiplyAdds,
                remembered,
                Optional.of(new LayerType.OutputRule(format, check)),
                foresight,
                adopt);
    }

    /** Says why a step sees what comes after it, if it does with these settings. */
    public LayerRules foresight(Function<Values, Optional<Inferred.Bad>> rule) {
        return new LayerRules(draft, inputs, shape, count, multiplyAdds, remembered, output, rule, adopt);
    }

    /** Completed as a layer of the engine. */
    public LayerType layer(BiFunction<Values, List<Shape>, Expr> expr) {
        return complete((values, in) -> new LayerType.Lowered.Layer(expr.apply(values, in), false));
    }

    /** Completed as a layer that the engine computes in place. */
    public LayerType inPlaceLayer(BiFunction<Values, List<Shape>, Expr> expr) {
        return complete((values, in) -> new LayerType.Lowered.Layer(expr.apply(values, in), true));
    }

    /** Completed as a vertex of the engine. */
    public LayerType vertex(BiFunction<Values, List<Shape>, Expr> expr) {
        return complete((values, in) -> new LayerType.Lowered.Vertex(expr.apply(values, in)));
    }

    /** Completed as an input of the engine. */
    public LayerType input(Function<Values, Expr> inputType) {
        return complete((values, in) -> new LayerType.Lowered.Input(inputType.apply(values)));
    }

    /** Completed as whatever suits the settings and inputs. */
    public LayerType lowered(BiFunction<Values, List<Shape>, LayerType.Lowered> rule) {
        return complete(rule);
    }

    private LayerType complete(BiFunction<Values, List<Shape>, LayerType.Lowered> lowered) {
        return new LayerType(
                draft.id(),
                draft.name(),
                draft.category(),
                draft.help(),
                draft.source(),
                params(),
                draft.summary(),
                inputs,
                shape,
                (values, in) ->
                        values.get(LayerType.FROZEN) ? count.apply(values, in).froze() : count.apply(values, in),
                multiplyAdds,
                (values, in, out) -> Footprint.of(out, remembered.apply(values, in)),
                lowered,
                output,
                draft.adapter(),
                draft.role(),
                foresight,
                adopt,
                Optional.empty());
    }

    /** Its own settings, and behind them the one that freezes it, if it may have weights and does not say itself when that shows. */
    private List<Param<?>> params() {
        if (count == NO_WEIGHTS || draft.params().stream().anyMatch(LayerType::isFreezing)) {
            return draft.params();
        }
        List<Param<?>> all = new ArrayList<>(draft.params());
        all.add(LayerType.FROZEN);
        return all;
    }
}
