package io.layerloom.app.window;

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

    /** Lets the keys act in a scene; {@code find} leads to the palette, which a slash does only while designing. */
    public static void install(Scene scene, Actions actions, Runnable find, BooleanSupplier designing) {
        scene.getAccelerators().put(UNDO, actions::undo);
        scene.getAccelerators().put(REDO, actions::redo);
        scene.getAccelerators().put(REDO_TOO, actions::redo);
        scene.getAccelerators().put(TRAIN, actions::train);
        scene.getAccelerators().put(TIDY, actions::tidy);
        scene.getAccelerators().put(FIND, find);
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
