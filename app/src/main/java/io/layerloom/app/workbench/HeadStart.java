package io.layerloom.app.workbench;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.graph.Document;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Duration;

/**
 * Keeps a process ready that can train the document in view as it is, so that training begins at once when the person wants it: after each pause in the work on a document that can be trained, and
 * after each run. While a run goes on there is none, since only one can.
 */
public final class HeadStart {

    /** So long nothing has been changed; whoever is at work shall not share the processor with what may not be wanted. */
    private static final Duration QUIET = Duration.seconds(1);

    private final SettingsFile settings;
    private final Launcher launcher;
    private final EngineContext context;
    private final Tasks tasks;
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final InvalidationListener soon = change -> quiet.playFromStart();
    private Optional<Subject> subject = Optional.empty();

    /** The project in view. */
    private record Subject(Workbench workbench, TrainingDesk desk) {
        Stream<Observable> changes() {
            return Stream.of(
                    workbench.documentProperty(),
                    workbench.inferenceProperty(),
                    desk.track().takenProperty());
        }
    }

    /** Keeps one ready from now on, if the settings say so. */
    public HeadStart(SettingsFile settings, Launcher launcher, EngineContext context, Tasks tasks) {
        this.settings = settings;
        this.launcher = launcher;
        this.context = context;
        this.tasks = tasks;
        quiet.setOnFinished(event -> getReady());
        settings.currentProperty().addListener((observable, before, after) -> {
            boolean same = before.startsAhead() == after.startsAhead()
                    && before.compute() == after.compute()
                    && before.wantedThreads() == after.wantedThreads();
            if (!same) {
                changed();
            }
        });
    }

    /** Keeps one ready for another project, the one in view. */
    public void follow(Workbench workbench, TrainingDesk desk) {
        subject.ifPresent(before -> before.changes().forEach(change -> change.removeListener(soon)));
        Subject now = new Subject(workbench, desk);
        now.changes().forEach(change -> change.addListener(soon));
        subject = Optional.of(now);
        quiet.playFromStart();
    }

    private void changed() {
        if (isWanted()) {
            quiet.playFromStart();
            return;
        }
        quiet.stop();
        tasks.of("Ending the process that waits", () -> {
                    launcher.rest();
                    return true;
                })
                .start();
    }

    private void getReady() {
        if (isWanted()) {
            subject.filter(HeadStart::isTrainable)
                    .map(now -> now.workbench().document())
                    .ifPresent(this::prepare);
        }
    }

    private static boolean isTrainable(Subject now) {
        return now.workbench().obstacle().isEmpty()
                && now.workbench().schemaProperty().get().isPresent()
                && now.desk().track().takenProperty().get().isEmpty();
    }

    private void prepare(Document document) {
        tasks.of(
                        "Getting ready to train",
                        () -> launcher.prepare(
                                settings.get().compute(),
                                document,
                                settings.get().wantedThreads(),
                                context))
                .start();
    }

    /** Whether the person wants it so. */
    public boolean isWanted() {
        return settings.get().startsAhead();
    }

    /** Keeps a process ready from now on, or none. */
    public void want(boolean ready) {
        settings.update(now -> now.withHeadStart(ready));
    }

    /** The wish as it changes. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.currentProperty();
    }

    /** Ends the process that waits, for good. */
    public void close() {
        quiet.stop();
        launcher.close();
    }
}
