package io.layerloom.app.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/** Moves the pointer and presses keys as a person would, without a system's pointer in between. */
final class Hand {

    private final Node surface;
    private double x;
    private double y;

    Hand(Node surface) {
        this.surface = surface;
    }

    void press(MouseButton button, double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, button, x, y);
    }

    void drag(MouseButton button, double x, double y) {
        mouse(MouseEvent.MOUSE_DRAGGED, button, x, y);
    }

    void release(MouseButton button, double x, double y) {
        mouse(MouseEvent.MOUSE_RELEASED, button, x, y);
    }

    /** Where the pointer is. */
    double x() {
        return x;
    }

    double y() {
        return y;
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button, double toX, double toY) {
        x = toX;
        y = toY;
        Point2D scene = surface.localToScene(x, y);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                surface,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        down && button == MouseButton.MIDDLE,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(surface, scene.getX(), scene.getY())));
    }

    /** Turns the wheel by some pixels; a notch is 40. */
    void scroll(double atX, double atY, double pixels) {
        x = atX;
        y = atY;
        Point2D scene = surface.localToScene(x, y);
        Event.fireEvent(
                surface,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(surface, scene.getX(), scene.getY())));
    }

    /** Presses a key on what has the keyboard. */
    static void key(Node target, KeyCode code, boolean control) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }
}
