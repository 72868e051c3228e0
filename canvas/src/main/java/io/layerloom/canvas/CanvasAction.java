package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * Something that a person can have done on the canvas: under a key, in a menu, or by its name.
 *
 * @param id the name in a key map; never changes
 * @param label the words in menus, in sentence case
 * @param keys what is pressed for it, unless a key map says otherwise; may be empty
 * @param run does it to what is selected
 */
public record CanvasAction(String id, String label, List<KeyCombination> keys, Runnable run) {

    public CanvasAction {
        keys = List.copyOf(keys);
    }

    /** The words in menus, in the language of now. */
    @Override
    public String label() {
        return tr(label);
    }

    /** An action under keys that are told by their names, with a blank between two of them and an underscore for one in a name. */
    static CanvasAction of(String id, String label, String keys, Runnable run) {
        List<KeyCombination> all = keys.isEmpty()
                ? List.of()
                : Stream.of(keys.split(" "))
                        .map(key -> KeyCombination.valueOf(key.replace('_', ' ')))
                        .toList();
        return new CanvasAction(id, label, all, run);
    }
}
