package io.layerloom.engine;

import java.io.PrintStream;

/** The worker's side of the wire: whole lines, written by several threads. Iterations wait a moment for each other, anything else goes out at once. */
final class WorkerOutput {

    private static final long FLUSH_NANOS = 15_000_000;

    private final PrintStream out;
    private final StringBuilder waiting = new StringBuilder();
    private long flushed = System.nanoTime();

    WorkerOutput(PrintStream out) {
        this.out = out;
    }

    void event(RunEvent event) {
        write(RunEvents.toJson(event), event instanceof RunEvent.Iteration);
    }

    void reply(Reply reply) {
        write(reply.toJson(), false);
    }

    void beat() {
        write(Reply.of(Reply.ALIVE).toJson(), false);
    }

    private synchronized void write(String line, boolean mayWait) {
        waiting.append(line).append('\n');
        long now = System.nanoTime();
        if (!mayWait || now - flushed > FLUSH_NANOS) {
            out.print(waiting);
            out.flush();
            waiting.setLength(0);
            flushed = now;
        }
    }
}
