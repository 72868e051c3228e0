package io.layerloom.app.window;

import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.RunEvent;

/** Ties the log to the training desk. */
public final class MonitorLink implements TrainingDesk.Listener {

    private final LogView log;

    /** A listener that feeds these views. */
    public MonitorLink(LogView log) {
        this.log = log;
    }

    @Override
    public void begin(String name) {
        log.write("Run " + name);
    }

    @Override
    public void accept(RunEvent event) {
        log.accept(event);
    }
}
