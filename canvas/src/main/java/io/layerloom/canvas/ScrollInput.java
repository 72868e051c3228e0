package io.layerloom.canvas;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Window;

/**
 * The wheel zooms at the pointer; two fingers on a trackpad pan, a pinch zooms; Shift and the wheel, or a wheel that is tilted, pan sideways.
 *
 * <p>JavaFX says of fingers on macOS, and of touch screens, where their gesture begins and ends. Windows sends two fingers as a wheel that turns by parts of a notch, and a pinch as such a wheel with Ctrl. On
 * Linux fingers turn whole notches, so that up and down they cannot be told from a wheel.
 */
final class ScrollInput {

    /** One notch of a wheel is 40 pixels and changes the scale by a seventh. */
    private static final double PER_PIXEL = Math.log(1.15) / 40;

    /** Less than the 120th part of a notch, which is the least that Windows counts. */
    private static final double WHOLE = 0.004;

    /** Fingers may happen to turn a whole notch; for so long after a part of one, in nanoseconds, it is theirs. */
    private static final long STREAM = Duration.ofMillis(400).toNanos();

    private final Editor editor;
    private final Node target;
    private final boolean parts;
    private final LongSupplier clock;
    private boolean fingers;
    private boolean zoomed;
    private long lastPart;

    ScrollInput(Editor editor, Node target) {
        this(editor, target, System.getProperty("os.name", "").startsWith("Windows"), System::nanoTime);
    }

    /**
     * @param parts whether parts of a notch mean fingers; elsewhere wheels turn by parts as well
     * @param clock tells nanoseconds
     */
    ScrollInput(Editor editor, Node target, boolean parts, LongSupplier clock) {
        this.editor = editor;
        this.target = target;
        this.parts = parts;
        this.clock = clock;
        this.lastPart = clock.getAsLong() - STREAM;
        target.setOnScrollStarted(event -> fingers = true);
        target.setOnScrollFinished(event -> fingers = false);
        target.setOnScroll(this::scroll);
        target.setOnZoom(this::pinch);
    }

    private void scroll(ScrollEvent event) {
        if (event.isInertia()) {
            // Momentum goes on with what the fingers did, whatever keys are held by now; a zoom does not glide.
            if (!zoomed) {
                pan(event.getDeltaX(), event.getDeltaY());
            }
        } else if (event.isShortcutDown()) {
            wheel(event);
        } else if (fingers || event.isDirect() || isByFingers(event)) {
            pan(event.getDeltaX(), event.getDeltaY());
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            // Most systems turn a wheel with Shift into a sideways one by themselves.
            pan(event.getDeltaY(), 0);
        } else if (event.getDeltaX() != 0) {
            pan(event.getDeltaX(), 0);
        } else {
            wheel(event);
        }
        event.consume();
    }

    private boolean isByFingers(ScrollEvent event) {
        if (!parts) {
            return false;
        }
        Window window = target.getScene() == null ? null : target.getScene().getWindow();
        boolean part = isPart(event.getDeltaX(), event.getMultiplierX(), window == null ? 1 : window.getOutputScaleX())
                || isPart(event.getDeltaY(), event.getMultiplierY(), window == null ? 1 : window.getOutputScaleY());
        long now = clock.getAsLong();
        if (part) {
            lastPart = now;
        }
        return now - lastPart < STREAM;
    }

    /** Whether so many pixels are a part of a notch; where a pixel of the window is several of the screen, a notch counts that much less. */
    private static boolean isPart(double pixels, double perNotch, double outputScale) {
        if (perNotch == 0) {
            return false;
        }
        double notches = pixels / perNotch;
        return !isWhole(notches) && !isWhole(notches * outputScale);
    }

    private static boolean isWhole(double notches) {
        return Math.abs(notches - Math.rint(notches)) < WHOLE;
    }

    private void pinch(ZoomEvent event) {
        if (!event.isInertia()) {
            zoom(event.getZoomFactor(), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pan(double dx, double dy) {
        zoomed = false;
        editor.show(editor.view().panned(dx, dy));
    }

    private void wheel(ScrollEvent event) {
        zoom(Math.exp(event.getDeltaY() * PER_PIXEL), event.getX(), event.getY());
    }

    private void zoom(double factor, double x, double y) {
        zoomed = true;
        editor.show(editor.view().zoomed(editor.view().scale() * factor, x, y));
    }
}
