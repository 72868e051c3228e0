package io.layerloom.app.window;

import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.engine.RunEvent;
import io.layerloom.graph.Document;
import io.layerloom.monitor.TrainingMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;

/** Ties the monitor and the log to the training desk: events go to both, the monitor's buttons come back, and the pages about runs turn to the run that trains. */
public final class MonitorLink implements TrainingDesk.Listener {

    private final TrainingMonitor monitor;
    private final LogView log;
    private final Navigation navigation;

    /** A listener that feeds these views. */
    public MonitorLink(TrainingMonitor monitor, LogView log, Navigation navigation) {
        this.monitor = monitor;
        this.log = log;
        this.navigation = navigation;
    }

    /** Lets the monitor's buttons act on a desk. */
    public void control(TrainingDesk desk) {
        monitor.setOnPause(desk::pause);
        monitor.setOnResume(desk::resume);
        monitor.setOnStop(desk::stop);
        monitor.setOnResumeFromCheckpoint(desk::continueAtHand);
    }

    /** Lets the monitor say when the project on a workbench is not any more what its run trains. */
    public void compare(TrainingDesk desk, Workbench workbench) {
        InvalidationListener look = change -> monitor.showDrift(
                desk.trainedProperty().get().flatMap(trained -> drift(trained, workbench.document())));
        desk.trainedProperty().addListener(look);
        workbench.documentProperty().addListener(look);
    }

    /** In what a project is not any more what a run trained, as a sentence; where layers stand on the canvas does not matter. */
    static Optional<String> drift(Document trained, Document now) {
        boolean network = !trained.graph().equals(now.graph());
        boolean data = !trained.plan().data().equals(now.plan().data());
        if (!network && !data) {
            return Optional.empty();
        }
        String what = !data ? "The network was" : network ? "The network and the data were" : "The data were";
        return Optional.of(what + " changed after this run began. The change takes part in the next training.");
    }

    @Override
    public void begin(Path run, List<RunEvent> earlier) {
        String name = String.valueOf(run.getFileName());
        navigation.runProperty().set(Optional.of(run));
        monitor.show(name, earlier);
        log.write("Run " + name);
    }

    @Override
    public void accept(RunEvent event) {
        monitor.accept(event);
        log.accept(event);
    }
}
