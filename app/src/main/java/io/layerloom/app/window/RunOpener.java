package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Document;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunTable;
import io.layerloom.monitor.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Shows earlier runs: alone in the monitor, beneath the run at hand, or what they have learned. */
public final class RunOpener {

    private final TrainingMonitor monitor;
    private final TrainingDesk desk;
    private final Navigation navigation;
    private final Tasks tasks;
    private final Notices notices;
    private final Questions questions;
    private Optional<Path> wanted = Optional.empty();
    private boolean awaiting = true;

    /** A run with what it told. */
    private record Story(RunFolder run, Document document, List<RunEvent> events) {
        static Story of(Path folder) throws IOException {
            RunFolder run = RunFolder.open(folder);
            return new Story(run, run.document(), run.story());
        }
    }

    /** An opener over these parts of a window. */
    public RunOpener(
            TrainingMonitor monitor,
            TrainingDesk desk,
            Navigation navigation,
            Tasks tasks,
            Notices notices,
            Questions questions) {
        this.monitor = monitor;
        this.desk = desk;
        this.navigation = navigation;
        this.tasks = tasks;
        this.notices = notices;
        this.questions = questions;
    }

    /** Empties the monitor when a project is opened, and shows the last run of that project as soon as its runs are listed. */
    public void follow(ObservableValue<Projects.Place> place, ObservableList<RunSeries> runs) {
        place.addListener((observable, before, now) -> {
            if (now instanceof Projects.Place.None) {
                desk.leave();
                monitor.clear();
                wanted = Optional.empty();
                awaiting = true;
            }
        });
        runs.addListener((ListChangeListener<RunSeries>) change -> {
            if (awaiting && !runs.isEmpty()) {
                awaiting = false;
                runs.stream().filter(run -> run.damage().isEmpty()).findFirst().ifPresent(this::open);
            }
        });
    }

    /** Shows the curves of a run; beneath those of the run at hand while another goes on. */
    public void curves(RunSeries run) {
        navigation.to(Navigation.Drawer.TRAINING);
        if (!desk.isBusy()) {
            open(run);
        } else if (!desk.folder().equals(Optional.of(run.folder()))) {
            monitor.showOverlay(run);
        }
    }

    private void open(RunSeries run) {
        wanted = Optional.of(run.folder());
        tasks.of("Opening " + run.name(), () -> Story.of(run.folder()))
                .onSuccess(story -> {
                    if (!desk.isBusy() && wanted.equals(Optional.of(run.folder()))) {
                        desk.lookAt(story.run(), story.document());
                        monitor.show(run.name(), story.events());
                    }
                })
                .onFailure(
                        IOException.class,
                        failure -> notices.failure(tr("The run cannot be opened: %s", Tasks.sentence(failure))))
                .start();
    }

    /** Goes on with a run from its last checkpoint; with a finished one for as many more epochs as the person wants. */
    public void goOn(RunSeries run) {
        if (run.extensible()) {
            questions
                    .epochsInAll(run.name(), run.epochs())
                    .ifPresent(epochs -> goOn(run, folder -> desk.trainFurther(folder, epochs)));
        } else {
            goOn(run, desk::continueRun);
        }
    }

    /** Trains the finished run at hand for as many more epochs as the person wants. */
    public void trainAtHandFurther() {
        desk.atHand()
                .ifPresent(run -> tasks.of("Opening " + run.path().getFileName(), () -> RunSeries.of(run))
                        .onSuccess(this::goOn)
                        .onFailure(
                                IOException.class,
                                failure -> notices.failure(tr("The run cannot be opened: %s", Tasks.sentence(failure))))
                        .start());
    }

    private void goOn(RunSeries run, Consumer<RunFolder> start) {
        navigation.to(Navigation.Drawer.TRAINING);
        tasks.of("Opening " + run.name(), () -> RunFolder.open(run.folder()))
                .onSuccess(start)
                .onFailure(
                        IOException.class,
                        failure -> notices.failure(tr("The run cannot be opened: %s", Tasks.sentence(failure))))
                .start();
    }

    /** Shows what a run has learned, or how far it came if nothing of it is kept. */
    public void insight(RunSeries run) {
        if (run.hasWeights()) {
            insight(run.folder());
        } else {
            curves(run);
        }
    }

    /** Shows what the run at hand has learned. */
    public void insightAtHand() {
        desk.folder().ifPresent(this::insight);
    }

    private void insight(Path run) {
        navigation.runProperty().set(Optional.of(run));
        navigation.to(Page.INSIGHT);
    }

    /** Lets the ticked runs of a table lie beneath the run at hand. */
    public void overlay(RunTable table) {
        table.compared().addListener((ListChangeListener<RunSeries>)
                change -> monitor.overlays().setAll(table.compared()));
    }
}
