package io.layerloom.app.cli;

import io.layerloom.engine.RunHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What becomes of a run when the program is told to end, as by Ctrl+C: the worker saves its state and ends, and the program waits until the person has been told. */
final class Interruption implements AutoCloseable {

    /** A worker has ten seconds to save its state; a little more lets its last word arrive. */
    private static final int MOST_SECONDS = 15;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook;

    Interruption(RunHandle run) {
        hook = new Thread(() -> leave(run), "leave-run");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void leave(RunHandle run) {
        run.close();
        try {
            if (!told.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Interruption.class.getName())
                        .log(System.Logger.Level.WARNING, "The run did not end in time; its last checkpoint is kept.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is over and whoever waits for it has been told. */
    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, so the hook is at work and ends by itself.
            return;
        }
    }
}
