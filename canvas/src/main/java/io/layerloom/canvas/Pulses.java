package io.layerloom.canvas;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Calls back at most once in each pulse of the scene that a node is in: before layout to place things, after layout to draw. */
final class Pulses {

    private final Node node;
    private final Runnable place;
    private final Runnable draw;
    private final Runnable before = this::before;
    private final Runnable after = this::after;
    private final ChangeListener<Scene> sceneListener = (observable, old, now) -> moved(old, now);
    private boolean wanted = true;

    Pulses(Node node, Runnable place, Runnable draw) {
        this.node = node;
        this.place = place;
        this.draw = draw;
        node.sceneProperty().addListener(sceneListener);
        moved(null, node.getScene());
    }

    private void moved(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removePreLayoutPulseListener(before);
            old.removePostLayoutPulseListener(after);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(before);
            now.addPostLayoutPulseListener(after);
            request();
        }
    }

    /** Asks for a frame. */
    void request() {
        wanted = true;
        if (node.getScene() != null) {
            Platform.requestNextPulse();
        }
    }

    private void before() {
        if (wanted) {
            place.run();
        }
    }

    private void after() {
        if (wanted) {
            wanted = false;
            draw.run();
        }
    }

    void dispose() {
        node.sceneProperty().removeListener(sceneListener);
        moved(node.getScene(), null);
    }
}
