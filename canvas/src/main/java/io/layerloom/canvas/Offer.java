package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Kind;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A layer that a search offers.
 *
 * @param type what would be added
 * @param choice what its first setting would be, in words; empty for what it is by itself
 * @param between what has to go between for it to fit
 */
record Offer(LayerType type, String choice, Optional<LayerType> between) {

    /** A layer as it is by itself. */
    static Offer of(LayerType type) {
        return new Offer(type, "", Optional.empty());
    }

    /** The same with a go-between. */
    Offer through(LayerType other) {
        return new Offer(type, choice, Optional.of(other));
    }

    /** What would be added, from where it is wired on: what has to go between, and the layer. */
    List<LayerType> types() {
        return Stream.concat(between.stream(), Stream.of(type)).toList();
    }

    /** The same layer with each choice that its first setting leaves, as Activation with ReLU; none where that is no choice. */
    Stream<Offer> choices() {
        return type.block().isPresent() || type.params().isEmpty()
                ? Stream.empty()
                : choices(type.params().get(0));
    }

    private <T> Stream<Offer> choices(Param<T> param) {
        return param.kind() instanceof Kind.Choice<?> kind ? chosen(param, kind) : Stream.empty();
    }

    @SuppressWarnings("unchecked") // a setting's values are those of its kind
    private <T, E extends Enum<E> & Labelled> Stream<Offer> chosen(Param<T> param, Kind.Choice<E> kind) {
        return kind.options().stream()
                .map(option -> new Offer(type.startingAt(param, (T) option), option.label(), between));
    }

    /** Whether it is the same layer, with whatever choice. */
    boolean isOf(LayerType other) {
        return type.id().equals(other.id()) && type.name().equals(other.name());
    }

    /** What is searched in: a choice is found by itself, and behind the name. */
    String words() {
        return choice.isEmpty() ? type.name() : choice + " " + type.name() + " " + choice;
    }

    String label() {
        String what = choice.isEmpty() ? type.name() : type.name() + " · " + choice;
        return what + between.map(layer -> tr(", through %s", layer.name())).orElse("");
    }
}
