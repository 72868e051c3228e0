package io.layerloom.app.window;

import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
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

    static final KeyCombination COMMANDS = shifted(KeyCode.P);

    /** Those that the items of the project menu listen to. */
    private static final Set<KeyCombination> MENU = Set.of(NEW, OPEN, SAVE, SAVE_AS, QUIT);

    private Keys() {}

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shifted(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** Lets every command be reached by its name, and a question mark show the keys. */
    public static void installHelp(Scene scene, Runnable commands, Runnable sheet) {
        scene.getAccelerators().put(COMMANDS, commands);
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !typing(scene.getFocusOwner())) {
                sheet.run();
                event.consume();
            }
        });
    }

    /** Lets the keys of all commands act in a scene; {@code find} leads to the palette, which a slash does only while designing. */
    public static void install(Scene scene, Commands commands, Runnable find, BooleanSupplier designing) {
        for (Command command : commands.window()) {
            command.keys().stream()
                    .filter(keys -> !MENU.contains(keys))
                    .forEach(keys -> scene.getAccelerators().put(keys, command.run()));
        }
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && designing.getAsBoolean() && !typing(scene.getFocusOwner())) {
                find.run();
                event.consume();
            }
        });
    }

    private static boolean typing(Node focused) {
        return focused instanceof TextInputControl;
    }
}
