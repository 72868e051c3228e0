package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.SystemFileDialogs;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.engine.ClassArchive;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.language.Language;
import io.layerloom.samples.Samples;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the toolkit and opens the window. */
final class Window {

    private static final Logger LOG = Logger.getLogger(Window.class.getName());

    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /** The sample whose training loads most of the engine. */
    private static final String ARCHIVED = "mnist-cnn";

    /** The window comes first. */
    private static final long ARCHIVE_AFTER_SECONDS = 5;

    private Window() {}

    /**
     * Opens the window, with a project where one is given, and returns while it is open.
     *
     * @param language the one that it speaks at first; that of the settings where none is given
     * @return why there can be no window, as a sentence; empty if there is one
     */
    static Optional<String> open(Optional<Path> project, Optional<Language> language) {
        return attempt(() -> {
            startQuietly();
            CompletableFuture.runAsync(() -> show(project, language), FxThread::run)
                    .join();
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

    private static void show(Optional<Path> project, Optional<Language> language) {
        Stage stage = new Stage();
        AppHome home = AppHome.ofUser();
        Launcher launcher = WorkerProcess.launcher(home);
        new App(stage, home, SystemFileDialogs::new, launcher, language).show(project);
        Thread archiving = new Thread(() -> archiveClasses(launcher.cpu()), "layerloom-archive");
        archiving.setDaemon(true);
        CompletableFuture.delayedExecutor(ARCHIVE_AFTER_SECONDS, TimeUnit.SECONDS)
                .execute(archiving::start);
    }

    /** The first window of a build lets later trainings begin sooner; where it cannot, they begin as before. */
    private static void archiveClasses(WorkerCommand worker) {
        try (InputStream in = Samples.byId(ARCHIVED).orElseThrow().openProject()) {
            ClassArchive.make(worker, ProjectFile.read(in));
        } catch (IOException e) {
            LOG.log(Level.INFO, "Classes cannot be kept for later trainings.", e);
        }
    }

    private static Optional<String> sentence(Throwable failure) {
        Optional<String> known = ScreenFault.of(failure);
        if (known.isEmpty()) {
            LOG.log(Level.SEVERE, "The window cannot be opened.", failure);
        }
        return known.or(() -> Optional.of(tr("Layerloom cannot open a window: %s", failure)));
    }
}
