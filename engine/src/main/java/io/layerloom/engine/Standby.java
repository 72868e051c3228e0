package io.layerloom.engine;

import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A worker that is started before anybody presses a button, so that the run that takes it begins at once. It waits with everything loaded, costs no processor time meanwhile, and is
 * taken only by a run that would have started just such a process; any other run starts one of its own. Thread-safe.
 */
public final class Standby implements AutoCloseable {

    /** A machine with less memory has better uses for the some 300 MB that a waiting worker takes. */
    static final long LEAST_MEMORY = 6L << 30;

    /** What has died so often without having been of use is not started again. */
    private static final int MOST_DEATHS = 3;

    private static final System.Logger LOG = System.getLogger(Standby.class.getName());

    private final long memory;
    private Optional<Waiting> waiting = Optional.empty();
    private Optional<Wish> refused = Optional.empty();
    private int deaths;
    private boolean closed;

    /** @param memory of the machine, in bytes */
    Standby(long memory) {
        this.memory = memory;
    }

    /** Nothing waits before {@link #prepare}. */
    static Standby ofMachine() {
        return new Standby(Machine.memory());
    }

    /**
     * Sees to it that a worker waits that is prepared for the training of a document, and returns at once.
     *
     * @param threads how many are to compute; 0 for the fastest
     * @return completed with whether it is prepared; there is none on a machine with less than 6 GiB of memory, or for a document that cannot be trained
     */
    synchronized CompletableFuture<Boolean> prepare(
            WorkerCommand command, Document document, int threads, EngineContext context) {
        if (closed || memory < LEAST_MEMORY) {
            return CompletableFuture.completedFuture(false);
        }
        int expected = threads > 0 ? threads : ThreadChoice.of(document, context.catalog());
        Wish wish = new Wish(command, WorkerOptions.environment(expected), document, threads);
        if (refused.isPresent() && refused.get().isSameTraining(wish)) {
            return CompletableFuture.completedFuture(false);
        }
        if (waiting.isPresent() && waiting.get().serves(command, wish.environment)) {
            return waiting.get().prepare(wish);
        }
        rest();
        CompletableFuture<Boolean> prepared = new CompletableFuture<>();
        begin(wish, prepared);
        return prepared;
    }

    private void begin(Wish wish, CompletableFuture<Boolean> prepared) {
        try {
            waiting = Optional.of(new Waiting(wish, prepared));
        } catch (IOException e) {
            // A run that starts its own process will say so to the person.
            LOG.log(System.Logger.Level.INFO, "No process can be started ahead.", e);
            prepared.complete(false);
        }
    }

    /**
     * The worker that waits, if it is what would be started with this command and environment. It belongs to the caller from now on.
     *
     * @param log gets what it wrote to standard error
     * @return empty if none waits, another one does, or it has just died
     */
    synchronized Optional<WorkerProcess> take(
            WorkerCommand command, Map<String, String> environment, Path log, WorkerProcess.Listener listener)
            throws IOException {
        Optional<Waiting> found = waiting;
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!found.get().serves(command, environment)) {
            // The run needs the memory.
            rest();
            return Optional.empty();
        }
        waiting = Optional.empty();
        deaths = 0;
        WorkerProcess process = found.get().process;
        return process.handOver(log, listener) ? Optional.of(process) : Optional.empty();
    }

    /** The process that waits; for tests. */
    synchronized Optional<WorkerProcess> process() {
        return waiting.map(one -> one.process);
    }

    /** Ends what waits. */
    synchronized void rest() {
        Optional<Waiting> former = waiting;
        waiting = Optional.empty();
        former.ifPresent(Waiting::end);
    }

    /** Ends what waits, for good. */
    @Override
    public synchronized void close() {
        closed = true;
        rest();
    }

    private synchronized void lost(Waiting one) {
        boolean unwanted = waiting.isEmpty() || waiting.get() != one;
        if (unwanted) {
            return;
        }
        waiting = Optional.empty();
        deaths++;
        if (deaths < MOST_DEATHS) {
            begin(one.wish, one.prepared);
        } else {
            one.prepared.complete(false);
        }
    }

    private synchronized void refused(Waiting one) {
        if (waiting.isPresent() && waiting.get() == one) {
            refused = Optional.of(one.wish);
            rest();
        }
    }

    /** What a worker is wanted for. */
    private record Wish(WorkerCommand command, Map<String, String> environment, Document document, int threads) {

        /** Where the layers lie on the canvas is nothing to a training. */
        boolean isSameTraining(Wish other) {
            Graph graph = document.graph();
            TrainingPlan plan = document.plan();
            return threads == other.threads
                    && graph.equals(other.document.graph())
                    && plan.equals(other.document.plan());
        }
    }

    /** One that waits. Its fields are guarded by the standby. */
    private final class Waiting implements WorkerProcess.Listener {
        private final WorkerProcess process;
        private Wish wish;
        private long number;
        private CompletableFuture<Boolean> prepared;

        Waiting(Wish wish, CompletableFuture<Boolean> prepared) throws IOException {
            this.wish = wish;
            this.prepared = prepared;
            this.process = WorkerProcess.ahead(wish.command, wish.environment, WorkerRun.PATIENCE, this);
            process.send(Command.Prepare.of(number, wish.document, wish.threads));
        }

        boolean serves(WorkerCommand command, Map<String, String> environment) {
            return wish.command.equals(command) && wish.environment.equals(environment) && process.isAlive();
        }

        CompletableFuture<Boolean> prepare(Wish next) {
            if (wish.isSameTraining(next)) {
                return prepared;
            }
            prepared.complete(false);
            wish = next;
            prepared = new CompletableFuture<>();
            process.send(Command.Prepare.of(++number, next.document, next.threads));
            return prepared;
        }

        @Override
        public void line(String line) {
            Reply.fromJson(line).ifPresent(reply -> {
                synchronized (Standby.this) {
                    if (reply.id() != number) {
                        return;
                    }
                    if (reply.reply().equals(Reply.PREPARED)) {
                        prepared.complete(true);
                    } else if (reply.reply().equals(Reply.REFUSED)) {
                        refused(this);
                    }
                }
            });
        }

        @Override
        public void ended(String reason) {
            lost(this);
        }

        void end() {
            prepared.complete(false);
            process.close();
        }
    }
}
