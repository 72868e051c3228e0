package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.canvas.FuzzySearch;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done by its name.
 *
 * @param label the words, in sentence case
 * @param terms other words by which people may look for it; not shown
 * @param keys what is pressed for it, the usual way first; may be empty
 * @param run does it
 */
record Command(String label, String terms, List<KeyCombination> keys, Runnable run) {

    Command(String label, List<KeyCombination> keys, Runnable run) {
        this(label, "", keys, run);
    }

    Command {
        keys = List.copyOf(keys);
    }

    /** All words by which it is found; those that people look for come first, because a beginning counts most. */
    String sought() {
        return terms.isEmpty() ? label : terms + " " + label;
    }

    /** The commands for what a person types: those that have it in their name, in their own order where they are equally near; beginnings of words count only where no name has it. */
    static List<Command> found(String typed, List<Command> all) {
        List<Command> named = FuzzySearch.named(typed, all, Command::sought);
        return named.isEmpty() ? FuzzySearch.abbreviated(typed, all, Command::sought) : named;
    }

    /** The keys in words; empty without any. */
    String shown() {
        return shown(keys);
    }

    /** Two keys of the number pad and the row above can be called alike. */
    static String shown(List<KeyCombination> keys) {
        return keys.stream()
                .map(KeyCombination::getDisplayText)
                .distinct()
                .limit(2)
                .collect(Collectors.joining(tr(" or ")));
    }
}
