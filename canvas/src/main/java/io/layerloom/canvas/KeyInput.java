package io.layerloom.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Finds out what a key means on the canvas: what its action says, or what the person's own key map says. Undo and redo belong to the window. */
final class KeyInput {

    private final PointerInput pointer;
    private final List<CanvasAction> actions;
    private final Predicate<CanvasAction> applies;
    private final Node target;
    private final Map<String, KeyCombination> own = new HashMap<>();

    /** @param applies whether the key of an action is meant for the canvas now; what is left to the window passes by */
    KeyInput(List<CanvasAction> actions, Predicate<CanvasAction> applies, PointerInput pointer, Node target) {
        this.actions = actions;
        this.applies = applies;
        this.pointer = pointer;
        this.target = target;
        target.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        target.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
        target.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                pointer.space(false);
            }
        });
    }

    /** Puts other keys in the place of those that some actions have by themselves. */
    void use(Map<String, KeyCombination> keys) {
        own.clear();
        own.putAll(keys);
    }

    /** The actions with the keys that they have now. */
    List<CanvasAction> actions() {
        List<CanvasAction> now = new ArrayList<>();
        for (CanvasAction action : actions) {
            KeyCombination other = own.get(action.id());
            now.add(
                    other == null
                            ? action
                            : new CanvasAction(action.id(), action.label(), List.of(other), action.run()));
        }
        return now;
    }

    private void press(KeyEvent event) {
        // Keys typed into a field above the drawing come by here too; they are not meant for it.
        if (event.getTarget() != target) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown() && !event.isAltDown()) {
            pointer.space(true);
            event.consume();
            return;
        }
        if (pointer.busy() && event.getCode() != KeyCode.ESCAPE) {
            // What is in the hand must not be deleted or moved by a key; undo, which the window does, gives it back.
            return;
        }
        Optional<CanvasAction> meant = actions().stream()
                .filter(action -> action.keys().stream().anyMatch(keys -> keys.match(event)))
                .filter(applies)
                .findFirst();
        meant.ifPresent(action -> {
            swallowTyped();
            action.run().run();
            event.consume();
        });
    }

    /** The letter of a key that opens a field is not meant for that field. */
    private void swallowTyped() {
        Scene scene = target.getScene();
        scene.addEventFilter(KeyEvent.ANY, new EventHandler<>() {
            @Override
            public void handle(KeyEvent next) {
                scene.removeEventFilter(KeyEvent.ANY, this);
                if (next.getEventType() == KeyEvent.KEY_TYPED) {
                    next.consume();
                }
            }
        });
    }

    private void release(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            pointer.space(false);
        }
    }
}
