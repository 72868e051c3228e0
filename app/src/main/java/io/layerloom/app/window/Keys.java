package io.layerloom.app.window;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work anywhere in the window; those of the project menu work by their items, closed or open. */
public final class Keys {

    static final KeyCombination NEW = shortcut(KeyCode.N);
    static final KeyCombination OPEN = shortcut(KeyCode.O);
    static final KeyCombination SAVE = shortcut(KeyCode.S);
    static final KeyCombination SAVE_AS = shifted(KeyCode.S);
    static final KeyCombination UNDO = shortcut(KeyCode.Z);
    static final KeyCombination REDO = shifted(KeyCode.Z);
    static final KeyCombination REDO_TOO = shortcut(KeyCode.Y);
    static final KeyCombination TRAIN = shortcut(KeyCode.ENTER);
    static final KeyCombination TIDY = shifted(KeyCode.L);
    static final KeyCombination QUIT = shortcut(KeyCode.Q);
    static final KeyCombination FIND = shortcut(KeyCode.F);

    /** Typed, so that it stays a letter in fields. */
    static final KeyCombination ADD = new KeyCharacterCombination("/");

    /** As word processors have it; plus and minus belong to the zoom of the drawing. */
    public static final KeyCombination LARGER_TEXT = shifted(KeyCode.PERIOD);

    public static final KeyCombination SMALLER_TEXT = shifted(KeyCode.COMMA);

    static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);
    static final KeyCombination NEXT_ZONE = new KeyCodeCombination(KeyCode.F6);
    static final KeyCombination PREVIOUS_ZONE = new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN);

    static final KeyCombination LAYERS = new KeyCodeCombination(KeyCode.F7);
    static final KeyCombination SETTINGS = new KeyCodeCombination(KeyCode.F8);

    static final KeyCombination NEW_TAB = shortcut(KeyCode.T);
    static final KeyCombination CLOSE_TAB = shortcut(KeyCode.W);
    static final KeyCombination NEXT_TAB = controlled(KeyCode.TAB);
    static final KeyCombination NEXT_TAB_TOO = controlled(KeyCode.PAGE_DOWN);
    static final KeyCombination PREVIOUS_TAB =
            new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination PREVIOUS_TAB_TOO = controlled(KeyCode.PAGE_UP);

    /** In the order of the tabs to which they lead. */
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    static final KeyCombination COMMANDS = shifted(KeyCode.P);

    /** Those that the items of the project menu listen to. */
    private static final Set<KeyCombination> MENU = Set.of(NEW, OPEN, SAVE, SAVE_AS, QUIT);

    /**
     * Where keys lead while one project is in view.
     *
     * @param add leads to the palette
     * @param palette asks for a command by its name
     * @param sheet shows the keys
     */
    public record Target(Commands commands, Runnable add, Runnable palette, Runnable sheet) {}

    private Keys() {}

    /** The keys that lead to a tab; only the first nine have some. */
    static List<KeyCombination> tab(int number) {
        return number > DIGITS.size() ? List.of() : List.of(shortcut(DIGITS.get(number - 1)));
    }

    /** Control on every system, also where shortcuts have a key of their own. */
    private static KeyCombination controlled(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.CONTROL_DOWN);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shifted(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** Lets the keys of commands act in a scene, always on what is in view then; to be called once for a scene. */
    public static void install(Scene scene, Supplier<Target> inView) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> inView.get().commands().tabs().stream()
                        .filter(command -> command.keys().stream().anyMatch(keys -> keys.match(event)))
                        .findFirst()
                        .ifPresent(command -> {
                            event.consume();
                            command.run().run();
                        }));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (!typing(scene.getFocusOwner())) {
                typed(event, inView.get());
            }
        });
    }

    private static void typed(KeyEvent event, Target target) {
        if (event.getCharacter().equals("?")) {
            event.consume();
            target.sheet().run();
        } else if (event.getCharacter().equals("/")) {
            event.consume();
            target.add().run();
        }
    }

    /** Lets the shortcuts of a scene lead to what came into view. */
    public static void lead(Scene scene, Target target) {
        scene.getAccelerators().put(COMMANDS, target.palette());
        for (Command command : target.commands().window()) {
            command.keys().stream()
                    .filter(keys -> !MENU.contains(keys) && !keys.equals(ADD))
                    .forEach(keys -> scene.getAccelerators().put(keys, command.run()));
        }
    }

    private static boolean typing(Node focused) {
        return focused instanceof TextInputControl;
    }
}
