package io.layerloom.canvas;

import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** The wheel zooms at the pointer; two fingers on a trackpad pan, a pinch zooms; Shift and the wheel pan sideways. */
final class ScrollInput {

    /** One notch of a wheel is 40 pixels and changes the scale by a seventh. */
    private static final double PER_PIXEL = Math.log(1.15) / 40;

    private final Editor editor;
    private boolean fingers;

    ScrollInput(Editor editor, Node target) {
        this.editor = editor;
        target.setOnScrollStarted(event -> fingers = true);
        target.setOnScrollFinished(event -> fingers = false);
        target.setOnScroll(this::scroll);
        target.setOnZoom(this::pinch);
    }

    private void scroll(ScrollEvent event) {
        boolean pans = fingers || event.isInertia() || event.isDirect();
        if (event.isShiftDown() && !pans) {
            // Most systems turn a wheel with Shift into a sideways one by themselves.
            double dx = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            editor.show(editor.view().panned(dx, 0));
        } else if (pans && !event.isShortcutDown()) {
            editor.show(editor.view().panned(event.getDeltaX(), event.getDeltaY()));
        } else {
            zoom(Math.exp(event.getDeltaY() * PER_PIXEL), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        editor.show(editor.view().zoomed(editor.view().scale() * factor, x, y));
    }
}
