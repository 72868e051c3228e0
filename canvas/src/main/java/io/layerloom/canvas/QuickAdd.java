package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.LayerType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search for a layer to add. What was chosen lately comes first, what fits as it is before what needs a go-between, and outputs, which end a network, last. Letters also find a
 * layer by what its first setting can be.
 */
final class QuickAdd extends Chooser<Offer> {

    private static final double WIDTH = 264;

    private final Supplier<List<LayerType>> layers;
    private final List<LayerType> recent = new ArrayList<>();
    private Prompts.@Nullable Search search;

    /**
     * @param layers all that can be added
     * @param closed told when the search goes, so that the canvas can take the keyboard back
     */
    QuickAdd(Supplier<List<LayerType>> layers, Runnable closed) {
        super(WIDTH, closed);
        this.layers = layers;
    }

    void open(Prompts.Search wanted, double width, double height) {
        search = wanted;
        open(
                wanted.at(),
                width,
                height,
                tr("Add a layer"),
                tr("Search for a layer to add"),
                tr("No layer of this name fits here."));
    }

    @Override
    List<Offer> find(String letters) {
        Prompts.Search current = search;
        if (current == null) {
            return List.of();
        }
        List<Offer> offers = layers.get().stream()
                .flatMap(type -> current.fits().apply(type).stream())
                .sorted(Comparator.comparing((Offer offer) -> offer.between().isPresent())
                        .thenComparing(this::age)
                        .thenComparing(offer -> offer.type().isOutput()))
                .toList();
        String wanted = letters.strip();
        return wanted.isEmpty()
                ? offers
                : FuzzySearch.find(
                        wanted,
                        offers.stream().flatMap(offer -> found(offer, wanted)).toList(),
                        Offer::words);
    }

    /** How many others were chosen since. */
    private int age(Offer offer) {
        for (int i = 0; i < recent.size(); i++) {
            if (offer.isOf(recent.get(i))) {
                return i;
            }
        }
        return recent.size();
    }

    /** The layer itself, or what it can be where its own name has not these letters. */
    private static Stream<Offer> found(Offer offer, String letters) {
        return FuzzySearch.matches(letters, offer.words()) ? Stream.of(offer) : offer.choices();
    }

    @Override
    String label(Offer offer) {
        return offer.label();
    }

    @Override
    String tone(Offer offer) {
        return offer.type().tone();
    }

    @Override
    void take(Offer offer) {
        Prompts.Search current = search;
        if (current != null) {
            recent.removeIf(offer::isOf);
            recent.add(0, offer.type());
            current.chosen().accept(offer);
        }
    }
}
