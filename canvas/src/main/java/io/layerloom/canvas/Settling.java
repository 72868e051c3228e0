package io.layerloom.canvas;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.util.Duration;

/** Tells whether the view is on its way, and asks for a frame when it has come to rest; its zoom may rest while it is still panned. */
final class Settling {

    private static final Duration REST = Duration.millis(150);

    private final PauseTransition moving = new PauseTransition(REST);
    private final PauseTransition zooming = new PauseTransition(REST);
    private final ReadOnlyDoubleWrapper zoom;
    private boolean isZooming;

    /** @param canvas whose property the zoom is */
    Settling(Editor editor, Object canvas, Runnable requestFrame) {
        zoom = new ReadOnlyDoubleWrapper(canvas, "zoom", 1);
        moving.setOnFinished(event -> requestFrame.run());
        zooming.setOnFinished(event -> {
            isZooming = false;
            requestFrame.run();
        });
        editor.viewProperty().addListener((observable, before, now) -> {
            moving.playFromStart();
            if (now.scale() != before.scale()) {
                isZooming = true;
                zoom.set(now.zoom());
                zooming.playFromStart();
            }
        });
    }

    boolean isMoving() {
        return moving.getStatus() == Animation.Status.RUNNING;
    }

    /** Whether the zoom moves, with the frame that is asked for when it has come to rest. */
    boolean isZooming() {
        return isZooming;
    }

    /** See {@link Viewport#zoom}. */
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    void stop() {
        moving.stop();
        zooming.stop();
    }
}
