package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A declaration with its shape rule; {@link #layer}, {@link #vertex} or {@link #input} completes it. What is said of it makes a new one, so that several layers can go on from the same rules. */
public final class LayerRules {

    private static final BiFunction<Values, List<Shape>, Count> NO_WEIGHTS = (values, in) -> Count.NONE;

    private final LayerDraft draft;
    private final Inputs inputs;
    private final BiFunction<Values, List<Shape>, Inferred> shape;
    private BiFunction<Values, List<Shape>, Count> count = NO_WEIGHTS;
    private List<WeightArray> arrays = List.of();
    private BiFunction<Values, List<Shape>, Long> multiplyAdds = (values, in) -> 0L;
    private BiFunction<Values, List<Shape>, Footprint> held = (values, in) -> Footprint.NONE;
    private Optional<LayerType.OutputRule> output = Optional.empty();
    private Optional<LayerType.Again> again = Optional.empty();
    private Optional<LayerType.End> end = Optional.empty();
    private Function<Values, Optional<Inferred.Bad>> foresight = values -> Optional.empty();
    private BiFunction<Values, Shape, Optional<Values>> adopt = (values, data) -> Optional.empty();

    LayerRules(LayerDraft draft, Inputs inputs, BiFunction<Values, List<Shape>, Inferred> shape) {
        this.draft = draft;
        this.inputs = inputs;
        this.shape = shape;
    }

    private LayerRules with(Consumer<LayerRules> rule) {
        LayerRules rules = new LayerRules(draft, inputs, shape);
        rules.count = count;
        rules.arrays = arrays;
        rules.multiplyAdds = multiplyAdds;
        rules.held = held;
        rules.output = output;
        rules.again = again;
        rules.end = end;
        rules.foresight = foresight;
        rules.adopt = adopt;
        rule.accept(rules);
        return rules;
    }

    /** How many parameters it has, from its settings and its input shapes. */
    public LayerRules counting(BiFunction<Values, List<Shape>, Count> rule) {
        return with(rules -> rules.count = rule);
    }

    /** Which arrays of numbers it learns, each of which may be typed instead of drawn. */
    public LayerRules learning(WeightArray... all) {
        return with(rules -> rules.arrays = List.of(all));
    }

    /** How many multiply-adds one example costs in the forward direction. */
    public LayerRules costing(BiFunction<Values, List<Shape>, Long> rule) {
        return with(rules -> rules.multiplyAdds = rule);
    }

    /** What it holds of one example in training beside its result. Left out where it is about as much as the result, or less. */
    public LayerRules holding(BiFunction<Values, List<Shape>, Footprint> rule) {
        return with(rules -> rules.held = rule);
    }

    LayerRules adopting(BiFunction<Values, Shape, Optional<Values>> rule) {
        return with(rules -> rules.adopt = rule);
    }

    /** Makes it end a network with a loss. */
    public LayerRules ending(Function<Values, Labels.Format> format, LayerType.LabelRule check) {
        return ending((values, out) -> format.apply(values), check);
    }

    /** Makes it end a network with a loss, where the form of the labels depends on the shape of the output. */
    public LayerRules ending(BiFunction<Values, Shape, Labels.Format> format, LayerType.LabelRule check) {
        return with(rules -> rules.output = Optional.of(new LayerType.OutputRule(format, check)));
    }

    /** Says that one of its wires must bring what the layer behind another wire gets as well, both counted from 0. */
    public LayerRules rereading(int wire, int behind) {
        return with(rules -> rules.again = Optional.of(new LayerType.Again(wire, behind)));
    }

    /** Says how a network ends best behind it. */
    public LayerRules endedBy(LayerType.End best) {
        return with(rules -> rules.end = Optional.of(best));
    }

    /** Says why a step sees what comes after it, if it does with these settings. */
    public LayerRules foresight(Function<Values, Optional<Inferred.Bad>> rule) {
        return with(rules -> rules.foresight = rule);
    }

    /** Completed as a layer of the engine. */
    public LayerType layer(BiFunction<Values, List<Shape>, Expr> expr) {
        return complete((values, in) -> new Lowered.Layer(expr.apply(values, in), false));
    }

    /** Completed as a layer that the engine computes in place. */
    public LayerType inPlaceLayer(BiFunction<Values, List<Shape>, Expr> expr) {
        return complete((values, in) -> new Lowered.Layer(expr.apply(values, in), true));
    }

    /** Completed as a vertex of the engine. */
    public LayerType vertex(BiFunction<Values, List<Shape>, Expr> expr) {
        return complete((values, in) -> new Lowered.Vertex(expr.apply(values, in)));
    }

    /** Completed as an input of the engine. */
    public LayerType input(Function<Values, Expr> inputType) {
        return complete((values, in) -> new Lowered.Input(inputType.apply(values)));
    }

    /** Completed as whatever suits the settings and inputs. */
    public LayerType lowered(BiFunction<Values, List<Shape>, Lowered> rule) {
        return complete(rule);
    }

    private LayerType complete(BiFunction<Values, List<Shape>, Lowered> lowered) {
        return new LayerType(
                draft.id(),
                draft.name(),
                draft.category(),
                draft.description(),
                params(),
                draft.summary(),
                inputs,
                this::weighed,
                (values, in) ->
                        values.get(LayerType.FROZEN) ? count.apply(values, in).froze() : count.apply(values, in),
                arrays,
                multiplyAdds,
                (values, in, out) -> Footprint.of(out).plus(held.apply(values, in)),
                lowered,
                output,
                again,
                end,
                draft.adapter(),
                draft.role(),
                foresight,
                adopt,
                Optional.empty());
    }

    /** The answer of the shape rule, unless numbers are typed for the weights that do not fit. */
    private Inferred weighed(Values values, List<Shape> in) {
        Inferred answer = shape.apply(values, in);
        return answer instanceof Inferred.Ok
                ? arrays.stream()
                        .flatMap(array -> array.misfit(values, in).stream())
                        .findFirst()
                        .orElse(answer)
                : answer;
    }

    /** Its own settings, and behind them those for its first weights and the one that freezes it, if it may have weights and does not say itself when these show. */
    private List<Param<?>> params() {
        List<Param<?>> all = new ArrayList<>(draft.params());
        if (!arrays.isEmpty()) {
            addUnlessThere(all, FirstWeights.KIND);
            arrays.forEach(array -> all.add(array.typed()));
        }
        if (count != NO_WEIGHTS) {
            addUnlessThere(all, LayerType.FROZEN);
        }
        return all;
    }

    private static void addUnlessThere(List<Param<?>> all, Param<?> param) {
        if (all.stream().noneMatch(other -> other.key().equals(param.key()))) {
            all.add(param);
        }
    }
}
