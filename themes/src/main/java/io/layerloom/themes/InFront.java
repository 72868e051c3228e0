package io.layerloom.themes;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Asks something in front of a window and leaves the window as it was. */
public final class InFront {

    /** The frame that a window manager draws around a dialog, its title above all. */
    private static final double FRAME = 32;

    private static final Duration SETTLING = Duration.millis(300);

    private InFront() {}

    /**
     * What a dialog answers; returns when it is closed.
     *
     * <p>On Linux, JavaFX fixes the size of a window while a dialog stands in front of it, upon which window managers take back that it is maximised. So it is maximised anew.
     */
    public static <T extends @Nullable Object> T of(@Nullable Window window, Supplier<T> dialog) {
        Runnable restore = restoring(window);
        T answer = dialog.get();
        restore.run();
        return answer;
    }

    /** Gives a dialog that is shown without waiting for its answer to a window, and likewise leaves the window as it was when the dialog is closed. */
    public static void show(Window window, Dialog<?> dialog) {
        Runnable restore = restoring(window);
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, event -> restore.run());
        dialog.show();
    }

    private static Runnable restoring(@Nullable Window window) {
        Optional<Stage> maximized = Optional.ofNullable(window)
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(Stage::isMaximized);
        return () -> maximized.ifPresent(stage -> {
            // At once, because the window may be closed next and its place remembered; and once more when the window
            // manager has heard of the dialog's end.
            stage.setMaximized(true);
            FxThread.later(() -> stage.setMaximized(true));
        });
    }

    /** Lets a dialog stand in the middle of its owner, and all of it on the screen. On Linux, a slow window manager may put it elsewhere at first; the second wish is heard. */
    public static void inTheMiddle(Dialog<?> dialog) {
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, event -> {
            place(dialog, 0);
            PauseTransition settling = new PauseTransition(SETTLING);
            settling.setOnFinished(settled -> place(dialog, FRAME));
            settling.play();
        });
    }

    /** Brings a dialog to its place if it is further away than this. */
    private static void place(Dialog<?> dialog, double tolerance) {
        Window owner = dialog.getOwner();
        if (owner == null || !dialog.isShowing()) {
            return;
        }
        Rectangle2D around = new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
        Rectangle2D screen = Screen.getScreensForRectangle(around).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        Point2D corner = corner(around, dialog.getWidth(), dialog.getHeight(), screen);
        if (!(corner.distance(dialog.getX(), dialog.getY()) <= tolerance)) { // it may have no place yet
            dialog.setX(corner.getX());
            dialog.setY(corner.getY());
        }
    }

    /** Where something of this size begins that lies in the middle of another, as far as a screen lets it; what is too large for the screen begins with it. */
    static Point2D corner(Rectangle2D around, double width, double height, Rectangle2D screen) {
        double x = around.getMinX() + (around.getWidth() - width) / 2;
        double y = around.getMinY() + (around.getHeight() - height) / 2;
        return new Point2D(
                Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - width)),
                Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - height - FRAME)));
    }
}
