package io.layerloom.app;

import io.layerloom.app.window.BugDialog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears of every bug that the program tells of, whatever window is in front, from its making until it is closed. */
final class Bugs extends Handler {

    private final Logger log = Logger.getLogger(BugDialog.class.getName());
    private final List<String> told = new CopyOnWriteArrayList<>();

    Bugs() {
        log.addHandler(this);
    }

    /** Each with where it comes from. */
    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void publish(LogRecord bug) {
        StringWriter text = new StringWriter();
        text.write(bug.getMessage() + "\n");
        if (bug.getThrown() != null) {
            bug.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        told.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
