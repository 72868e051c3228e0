package io.layerloom.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A run in a worker, as its parent sees it. */
final class WorkerRun implements RunHandle, WorkerProcess.Listener {

    /** A worker tells every two seconds that it lives; one that computes too hard to do so in a minute is no good. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunFolder folder;
    private final Consumer<RunEvent> listener;
    private final CompletableFuture<RunEvent> done = new CompletableFuture<>();
    private final Questions questions = new Questions();
    private final WorkerProcess process;
    private int epochsDone;
    private boolean closed;

    private WorkerRun(
            RunFolder folder, WorkerCommand command, int threads, Duration patience, Consumer<RunEvent> listener)
            throws IOException {
        this.folder = folder;
        this.listener = listener;
        Path log = folder.path().resolve(RunFolder.LOG);
        this.process = WorkerProcess.start(command, threads, log, patience, this);
    }

    static WorkerRun start(
            RunSpec spec, EngineContext context, WorkerCommand command, Duration patience, Consumer<RunEvent> listener)
            throws IOException {
        RunFolder folder = RunFolder.at(spec.folder());
        int threads = ThreadChoice.of(spec, context.catalog());
        if (!spec.resume()) {
            prepare(spec, threads);
        }
        try {
            WorkerRun run = new WorkerRun(folder, command, threads, patience, listener);
            run.process.send(Command.train(spec, threads));
            return run;
        } catch (IOException e) {
            Failures.record(folder, new RunEvent.Failed(String.valueOf(e.getMessage()), "", spec.resume()));
            throw e;
        }
    }

    /** Leaves a run to be seen at once, and to be found if the worker does not even start. */
    private static void prepare(RunSpec spec, int threads) throws IOException {
        try (RunWriter writer = RunWriter.begin(spec.folder(), spec.document())) {
            writer.provenance(
                    Provenance.of(Instant.now(), "", "", spec.document().plan().seed(), threads, ""));
        }
    }

    @Override
    public void line(String line) {
        Optional<RunEvent> event = RunEvents.fromJson(line);
        if (event.isPresent()) {
            tell(event.get());
        } else {
            Reply.fromJson(line).ifPresent(this::take);
        }
    }

    private void take(Reply reply) {
        if (reply.reply().equals(Reply.STUCK)) {
            process.kill(reply.message());
        } else {
            questions.answer(reply);
        }
    }

    private void tell(RunEvent event) {
        if (done.isDone()) {
            return;
        }
        if (event instanceof RunEvent.EpochEnd end) {
            epochsDone = end.epoch();
        }
        listener.accept(event);
        if (event.isLast()) {
            done.complete(event);
        }
    }

    @Override
    public void ended(String reason) {
        questions.refuseAll("The worker ended unexpectedly (" + reason + "). Load the run again to ask it.");
        if (done.isDone()) {
            return;
        }
        RunEvent.Failed failure = failure(reason);
        Failures.record(folder, failure);
        tell(failure);
    }

    private RunEvent.Failed failure(String reason) {
        boolean resumable = folder.hasCheckpoint();
        String what = isClosed()
                ? "The training process was ended"
                : "The training process ended unexpectedly (" + reason + ")";
        String next = resumable
                ? "Training can go on from its last checkpoint, in epoch " + checkpointEpoch() + "."
                : "Nothing was saved yet; train again.";
        return new RunEvent.Failed(what + ". " + next, folder.lastOfLog(), resumable);
    }

    private int checkpointEpoch() {
        try {
            return folder.reached().epochs() + 1;
        } catch (IOException e) {
            return epochsDone + 1;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void pause() {
        process.send(Command.of(Command.Name.PAUSE));
    }

    @Override
    public void resume() {
        process.send(Command.of(Command.Name.RESUME));
    }

    @Override
    public void stop() {
        process.send(Command.of(Command.Name.STOP));
    }

    @Override
    public CompletableFuture<float[]> predict(Input input) {
        return questions.ask(process, input);
    }

    @Override
    public RunFolder folder() {
        return folder;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<RunEvent> done() {
        return done.copy();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        process.close();
    }
}
