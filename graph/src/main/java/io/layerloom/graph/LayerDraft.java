package io.layerloom.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The declaration of a layer without its rules, begun by {@link LayerType#layer}. */
public record LayerDraft(
        String id,
        String name,
        Category category,
        Description description,
        List<Param<?>> params,
        Function<Values, String> summary,
        boolean adapter,
        LayerType.Role role) {

    /** The drawer of the palette. */
    public LayerDraft category(Category drawer) {
        return new LayerDraft(id, name, drawer, description, params, summary, adapter, role);
    }

    /** What it does and when to use it. */
    public LayerDraft help(String text) {
        return new LayerDraft(id, name, category, description.withHelp(text), params, summary, adapter, role);
    }

    /**
     * What it computes. A sum is written Σ, a product ·, value by value ⊙; {@code x} is what comes in, {@code y} what goes out, and what else stands in it is named.
     *
     * @param signs one line or several
     * @param meanings what each sign stands for, as a sentence
     */
    public LayerDraft formula(String signs, String meanings) {
        return new LayerDraft(
                id, name, category, description.withFormula(signs, meanings), params, summary, adapter, role);
    }

    /** Where its definition comes from. */
    public LayerDraft source(String citation) {
        return new LayerDraft(id, name, category, description.withSource(citation), params, summary, adapter, role);
    }

    /** Its settings in the order of the inspector. */
    public LayerDraft params(Param<?>... all) {
        return new LayerDraft(id, name, category, description, List.of(all), summary, adapter, role);
    }

    /** The line on the node. */
    public LayerDraft summary(Function<Values, String> line) {
        return new LayerDraft(id, name, category, description, params, line, adapter, role);
    }

    /** Offers it as a go-between where two layers do not fit. */
    public LayerDraft adapts() {
        return new LayerDraft(id, name, category, description, params, summary, true, role);
    }

    /** Gives it a part in training. */
    public LayerDraft role(LayerType.Role part) {
        return new LayerDraft(id, name, category, description, params, summary, adapter, part);
    }

    /**
     * A layer through which data enters: no wires in.
     *
     * @param adopt the settings under which the layer lets a shape in, so that it can be fitted to a data set; empty if it never can
     */
    public LayerRules entry(Function<Values, Inferred> shape, BiFunction<Values, Shape, Optional<Values>> adopt) {
        return new LayerRules(this, new Inputs(0, 0, List.of()), (values, in) -> shape.apply(values)).adopting(adopt);
    }

    /** A layer with one wire in, of one kind of shape. */
    public <S extends Shape> LayerRules from(Class<S> kind, BiFunction<Values, S, Inferred> shape) {
        return new LayerRules(
                this, new Inputs(1, 1, List.of(kind)), (values, in) -> shape.apply(values, kind.cast(in.get(0))));
    }

    /** A layer with one wire in, of any of several kinds of shape. */
    public LayerRules fromAny(List<Class<? extends Shape>> kinds, BiFunction<Values, Shape, Inferred> shape) {
        return new LayerRules(this, new Inputs(1, 1, kinds), (values, in) -> shape.apply(values, in.get(0)));
    }

    /** A layer that joins several wires. */
    public LayerRules merging(int min, int max, BiFunction<Values, List<Shape>, Inferred> shape) {
        return merging(min, max, List.of(Shape.class), shape);
    }

    /** A layer that joins several wires, each of one of some kinds of shape. */
    public LayerRules merging(
            int min, int max, List<Class<? extends Shape>> kinds, BiFunction<Values, List<Shape>, Inferred> shape) {
        return new LayerRules(this, new Inputs(min, max, kinds), shape);
    }
}
