package io.layerloom.app.window;

import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor;
import java.util.List;

/** Ties the monitor and the log to the training desk: events go to both, the monitor's buttons come back. */
public final class MonitorLink implements TrainingDesk.Listener {

    private final TrainingMonitor monitor;
    private final LogView log;

    /** A listener that feeds these views. */
    public MonitorLink(TrainingMonitor monitor, LogView log) {
        this.monitor = monitor;
        this.log = log;
    }

    /** Lets the monitor's buttons act on a desk. */
    public void control(TrainingDesk desk) {
        monitor.setOnPause(desk::pause);
        monitor.setOnResume(desk::resume);
        monitor.setOnStop(desk::stop);
        monitor.setOnResumeFromCheckpoint(desk::continueAtHand);
    }

    @Override
    public void begin(String name, List<RunEvent> earlier) {
        monitor.show(name, earlier);
        log.write("Run " + name);
    }

    @Override
    public void accept(RunEvent event) {
        monitor.accept(event);
        log.accept(event);
    }
}
