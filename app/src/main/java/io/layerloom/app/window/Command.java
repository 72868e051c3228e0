package io.layerloom.app.window;

import io.layerloom.canvas.FuzzySearch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done by its name.
 *
 * @param label the words, in sentence case
 * @param terms other words by which people may look for it; not shown
 * @param elsewhere its words in the other languages of the program; not shown
 * @param keys what is pressed for it, the usual way first; may be empty
 * @param run does it
 * @param missing why it would do nothing now, as a sentence; empty where it does something
 */
record Command(
        String label,
        String terms,
        String elsewhere,
        List<KeyCombination> keys,
        Runnable run,
        Optional<String> missing) {

    Command(String label, String terms, List<KeyCombination> keys, Runnable run) {
        this(label, terms, "", keys, run, Optional.empty());
    }

    Command(String label, List<KeyCombination> keys, Runnable run) {
        this(label, "", keys, run);
    }

    Command {
        keys = List.copyOf(keys);
    }

    /** The same, which does nothing now for a reason. */
    Command lacking(Optional<String> reason) {
        return new Command(label, terms, elsewhere, keys, run, reason);
    }

    /** The same, which does nothing now where something does not hold. */
    Command given(boolean holds, String otherwise) {
        return holds ? this : lacking(Optional.of(otherwise));
    }

    /** The same, found also by the words of the same command in another language. */
    Command alsoCalled(Command other) {
        String words = (elsewhere + " " + other.label + " " + other.terms).strip();
        return new Command(label, terms, words, keys, run, missing);
    }

    /** All words by which it is found; those that people look for come first, because a beginning counts most. */
    String sought() {
        return (terms + " " + label + " " + elsewhere).strip();
    }

    /** The commands for what a person types: those that have it in their name, in their own order where they are equally near; beginnings of words count only where no name has it. Those that would do nothing now come last. */
    static List<Command> found(String typed, List<Command> all) {
        List<Command> named = FuzzySearch.named(typed, all, Command::sought);
        List<Command> found = named.isEmpty() ? FuzzySearch.abbreviated(typed, all, Command::sought) : named;
        return Stream.concat(
                        found.stream().filter(command -> command.missing().isEmpty()),
                        found.stream().filter(command -> command.missing().isPresent()))
                .toList();
    }

    /** The keys in words; empty without any. */
    String shown() {
        return KeyCaps.text(keys);
    }
}
