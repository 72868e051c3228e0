package io.layerloom.app.window;

import io.layerloom.graph.LayerType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds layers by what people type: the whole name first, then its beginning, then that of a word, then anywhere in name, id or help. */
final class Search {

    private static final int NOWHERE = 5;

    private Search() {}

    /** The layers that fit a text, the best first; all of them in their own order for an empty text. */
    static List<LayerType> of(String text, List<LayerType> layers) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return layers;
        }
        return layers.stream()
                .filter(type -> rank(type, wanted) < NOWHERE)
                .sorted(Comparator.comparingInt(type -> rank(type, wanted)))
                .toList();
    }

    private static int rank(LayerType type, String wanted) {
        String name = type.name().toLowerCase(Locale.ROOT);
        if (name.equals(wanted)) {
            return 0;
        }
        if (name.startsWith(wanted)) {
            return 1;
        }
        if (name.contains(" " + wanted)) {
            return 2;
        }
        if (name.contains(wanted) || type.id().contains(wanted)) {
            return 3;
        }
        boolean elsewhere = type.help().toLowerCase(Locale.ROOT).contains(wanted)
                || type.category().label().toLowerCase(Locale.ROOT).contains(wanted);
        return elsewhere ? 4 : NOWHERE;
    }
}
