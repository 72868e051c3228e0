package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.LayerType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The search for a layer to add. What was chosen lately comes first. */
final class QuickAdd extends Chooser<LayerType> {

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
    List<LayerType> find(String letters) {
        Prompts.Search current = search;
        if (current == null) {
            return List.of();
        }
        List<LayerType> all = layers.get();
        List<LayerType> ordered = new ArrayList<>(recent);
        ordered.retainAll(all);
        all.stream().filter(type -> !recent.contains(type)).forEach(ordered::add);
        ordered.removeIf(type -> !current.fits().test(type));
        return FuzzySearch.find(letters, ordered, LayerType::name);
    }

    @Override
    String label(LayerType type) {
        return type.name();
    }

    @Override
    String tone(LayerType type) {
        return type.tone();
    }

    @Override
    void take(LayerType type) {
        Prompts.Search current = search;
        if (current != null) {
            recent.remove(type);
            recent.add(0, type);
            current.chosen().accept(type);
        }
    }
}
