package io.layerloom.app.window;

import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.RunFolder;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunTable;
import io.layerloom.monitor.TrainingMonitor;
import java.io.IOException;
import java.util.Optional;
import javafx.collections.ListChangeListener;

/** Shows earlier runs: alone in the monitor, beneath the run at hand, or what they have learned. */
public final class RunOpener {

    private final TrainingMonitor monitor;
    private final TrainingDesk desk;
    private final Navigation navigation;
    private final Tasks tasks;
    private final Notices notices;

    /** An opener over these parts of a window. */
    public RunOpener(TrainingMonitor monitor, TrainingDesk desk, Navigation navigation, Tasks tasks, Notices notices) {
        this.monitor = monitor;
        this.desk = desk;
        this.navigation = navigation;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Shows the curves of a run; beneath those of the run at hand while one goes on. */
    public void curves(RunSeries run) {
        navigation.to(Navigation.Drawer.TRAINING);
        if (desk.isBusy()) {
            monitor.showOverlay(run);
            return;
        }
        tasks.of("Opening " + run.name(), () -> RunFolder.open(run.folder()).metrics())
                .onSuccess(events -> monitor.show(run.name(), events))
                .onFailure(
                        IOException.class,
                        failure -> notices.failure("The run cannot be opened: " + Tasks.sentence(failure)))
                .start();
    }

    /** Shows what a run has learned. */
    public void insight(RunSeries run) {
        navigation.runProperty().set(Optional.of(run.folder()));
        navigation.to(Page.INSIGHT);
    }

    /** Lets the ticked runs of a table lie beneath the run at hand. */
    public void overlay(RunTable table) {
        table.compared().addListener((ListChangeListener<RunSeries>)
                change -> monitor.overlays().setAll(table.compared()));
    }
}
