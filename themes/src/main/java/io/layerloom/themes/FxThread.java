package io.layerloom.themes;

import javafx.application.Platform;

/**
 * The one way onto the JavaFX thread.
 *
 * <p>Only this class calls {@link Platform#runLater}, so that every crossing between threads can be found by looking for its callers.
 */
public final class FxThread {

    private FxThread() {}

    /** Runs {@code action} on the JavaFX thread: at once when already there, otherwise soon. */
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Runs {@code action} on the JavaFX thread after what is under way there, such as the layout of what was just shown. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
