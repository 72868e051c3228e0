package io.layerloom.app;

import io.layerloom.app.window.SystemFileDialogs;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.themes.FxThread;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the toolkit and opens the window. */
final class Window {

    private static final Logger LOG = Logger.getLogger(Window.class.getName());

    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Window() {}

    /**
     * Opens the window, with a project where one is given, and returns while it is open.
     *
     * @return why there can be no window, as a sentence; empty if there is one
     */
    static Optional<String> open(Optional<Path> project) {
        return attempt(() -> {
            startQuietly();
            CompletableFuture.runAsync(() -> show(project), FxThread::run).join();
        });
    }

    /**
     * Starts the toolkit without a window.
     *
     * @return why there can be no window, as a sentence; empty if there can be one
     */
    static Optional<String> start() {
        return attempt(Window::startQuietly);
    }

    private static Optional<String> attempt(Runnable opening) {
        try {
            opening.run();
            return Optional.empty();
        } catch (CompletionException failure) {
            return sentence(failure.getCause() == null ? failure : failure.getCause());
        } catch (RuntimeException | LinkageError failure) {
            return sentence(failure);
        }
    }

    /** JavaFX warns of being on the class path, where it works as well; everything else that it has to say is heard. */
    private static void startQuietly() {
        Level before = JAVAFX.getLevel();
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Platform.startup(() -> {});
        } finally {
            JAVAFX.setLevel(before);
        }
    }

    private static void show(Optional<Path> project) {
        Stage stage = new Stage();
        AppHome home = AppHome.ofUser();
        new App(stage, home, SystemFileDialogs::new, WorkerProcess.launcher(home)).show(project);
    }

    private static Optional<String> sentence(Throwable failure) {
        Optional<String> known = ScreenFault.of(failure);
        if (known.isEmpty()) {
            LOG.log(Level.SEVERE, "The window cannot be opened.", failure);
        }
        return known.or(() -> Optional.of("Layerloom cannot open a window: " + failure));
    }
}
