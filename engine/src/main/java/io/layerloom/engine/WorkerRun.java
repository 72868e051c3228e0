package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A run in a worker, as its parent sees it. */
final class WorkerRun implements RunHandle {

    /** A worker tells every two seconds that it lives; one that computes too hard to do so in a minute is no good. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a card may take to wake; the first time, JavaCPP unpacks gigabytes before. */
    private static final Duration WAKING = Duration.ofMinutes(5);

    private final RunSpec spec;
    private final RunFolder folder;
    private final Map<String, String> environment;
    private final Launch launch;
    private final Duration patience;
    private final Consumer<RunEvent> listener;
    private final CompletableFuture<RunEvent> done = new CompletableFuture<>();
    private final Questions questions = new Questions();
    private int epochsDone;

    // A run has one process, or two where the first could not wake its card; these fields are guarded by this.
    private WorkerProcess process;
    private int number = 1;
    private boolean waking;
    private boolean closed;
    private Optional<Command.Button> button = Optional.empty();

    private WorkerRun(
            RunSpec spec,
            Map<String, String> environment,
            Launch launch,
            Duration patience,
            Consumer<RunEvent> listener)
            throws IOException {
        this.spec = spec;
        this.folder = RunFolder.at(spec.folder());
        this.environment = environment;
        this.launch = launch;
        this.patience = patience;
        this.listener = listener;
        synchronized (this) {
            this.waking = launch.gpu().isPresent();
            this.process = first(new Ear(number));
        }
    }

    private WorkerProcess first(Ear ear) throws IOException {
        Path log = folder.path().resolve(log());
        if (launch.gpu().isPresent()) {
            return WorkerProcess.start(launch.gpu().get().command(), environment, log, patience, ear);
        }
        Optional<WorkerProcess> ahead = launch.standby().isPresent()
                ? launch.standby().get().take(launch.cpu(), environment, log, ear)
                : Optional.empty();
        return ahead.isPresent() ? ahead.get() : WorkerProcess.start(launch.cpu(), environment, log, patience, ear);
    }

    static WorkerRun start(
            RunSpec spec, EngineContext context, Launch launch, Duration patience, Consumer<RunEvent> listener)
            throws IOException {
        int threads = ThreadChoice.of(spec, context.catalog());
        if (!spec.resume()) {
            prepare(spec, threads);
        }
        try {
            WorkerRun run = new WorkerRun(spec, environment(spec, threads), launch, patience, listener);
            run.begin();
            return run;
        } catch (IOException e) {
            // A run that cannot go on is as it was.
            if (!spec.resume()) {
                Failures.record(
                        RunFolder.at(spec.folder()), new RunEvent.Failed(String.valueOf(e.getMessage()), "", false));
            }
            throw e;
        }
    }

    /** A run that goes on does so in the environment in which it began. */
    private static Map<String, String> environment(RunSpec spec, int threads) throws IOException {
        return spec.resume()
                ? WorkerOptions.environment(
                        threads, RunFolder.open(spec.folder()).provenance().environment())
                : WorkerOptions.environment(threads);
    }

    /** Leaves a run to be seen at once, and to be found if the worker does not even start. */
    private static void prepare(RunSpec spec, int threads) throws IOException {
        if (spec.from().isPresent()) {
            Origin.readable(spec.from().get());
        }
        try (RunWriter writer = RunWriter.begin(spec.folder(), spec.document())) {
            writer.provenance(
                    Provenance.waiting(Instant.now(), spec.document().plan().seed(), threads));
        }
    }

    private void begin() {
        if (launch.gpu().isEmpty()) {
            current().send(Command.Train.of(spec, launch.notices()));
            return;
        }
        tell(new RunEvent.Preparing(
                tr("Waking the %s", launch.gpu().get().card().name())));
        current().send(new Command.Wake());
        CompletableFuture.delayedExecutor(WAKING.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> goOnCpu(tr("it did not wake within %d minutes", WAKING.toMinutes())));
    }

    private synchronized WorkerProcess current() {
        return process;
    }

    private synchronized boolean isWaking() {
        return waking;
    }

    private synchronized String log() {
        return launch.gpu().isPresent() && number == 1 ? RunFolder.GPU_LOG : RunFolder.LOG;
    }

    /** Hears one of the processes as long as it is the one that counts. */
    private final class Ear implements WorkerProcess.Listener {
        private final int owner;

        Ear(int owner) {
            this.owner = owner;
        }

        private boolean counts() {
            synchronized (WorkerRun.this) {
                return owner == number;
            }
        }

        @Override
        public void line(String line) {
            if (counts()) {
                hear(line);
            }
        }

        @Override
        public void ended(String reason) {
            if (!counts()) {
                return;
            }
            if (isWaking() && !isClosed()) {
                goOnCpu(tr("its process ended, %s", reason));
            } else {
                lose(reason);
            }
        }
    }

    private void hear(String line) {
        Optional<RunEvent> event = RunEvents.fromJson(line);
        if (event.isPresent()) {
            tell(event.get());
        } else {
            Reply.fromJson(line).ifPresent(this::take);
        }
    }

    private void take(Reply reply) {
        if (reply.reply().equals(Reply.STUCK)) {
            current().kill(reply.message());
        } else if (!isWaking()) {
            questions.answer(reply);
        } else if (reply.reply().equals(Reply.READY)) {
            goOnCard();
        } else if (reply.reply().equals(Reply.REFUSED)) {
            goOnCpu(reply.message());
        }
    }

    private synchronized void goOnCard() {
        waking = false;
        process.send(Command.Train.of(spec, launch.notices()));
    }

    /** Lets another process train without the card; the buttons that were pressed meanwhile hold for it, too. */
    private void goOnCpu(String why) {
        String sentence = tr(
                "The %s could not be used (%s), so training runs on the CPU; %s in the folder of the run says more.",
                launch.gpu().map(gpu -> gpu.card().name()).orElse("GPU"), why, RunFolder.GPU_LOG);
        try {
            synchronized (this) {
                if (!waking || closed) {
                    return;
                }
                waking = false;
                number++;
                process.close();
                process = WorkerProcess.start(
                        launch.cpu(), environment, folder.path().resolve(log()), patience, new Ear(number));
                process.send(Command.Train.of(spec, List.of(sentence)));
                button.map(Command.Press::new).ifPresent(process::send);
            }
        } catch (IOException e) {
            RunEvent.Failed failure = new RunEvent.Failed(String.valueOf(e.getMessage()), "", folder.hasCheckpoint());
            if (!spec.resume()) {
                Failures.record(folder, failure);
            }
            tell(failure);
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

    private void lose(String reason) {
        questions.refuseAll(tr("The worker ended unexpectedly (%s). Load the run again to ask it.", reason));
        if (done.isDone()) {
            return;
        }
        RunEvent.Failed failure = failure(reason);
        Failures.record(folder, failure, isClosed() ? Provenance.State.INTERRUPTED : Provenance.State.FAILED);
        tell(failure);
    }

    private RunEvent.Failed failure(String reason) {
        boolean resumable = folder.hasCheckpoint();
        List<String> sentences = new ArrayList<>();
        boolean full = Reason.tellsOfFullMemory(reason);
        if (isClosed()) {
            sentences.add(tr("The training process was ended."));
        } else if (full) {
            sentences.add(tr(
                    "The training process ended unexpectedly (%s), because the system gives it no more memory.",
                    reason));
            sentences.add(tr("End other programs or raise the limit of this one (ulimit -v)."));
        } else {
            sentences.add(tr("The training process ended unexpectedly (%s).", reason));
        }
        sentences.add(
                resumable
                        ? tr("Training can go on from its last checkpoint, in epoch %d.", checkpointEpoch())
                        : tr("Nothing was saved yet; train again."));
        return new RunEvent.Failed(String.join(" ", sentences), folder.lastOfLog(log()), resumable, isClosed(), "");
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

    private synchronized void press(Command.Button name) {
        button = Optional.of(name);
        process.send(new Command.Press(name));
    }

    @Override
    public void pause() {
        press(Command.Button.PAUSE);
    }

    @Override
    public void resume() {
        press(Command.Button.RESUME);
    }

    @Override
    public void stop() {
        press(Command.Button.STOP);
    }

    @Override
    public CompletableFuture<float[]> predict(Input input) {
        return questions.ask(current(), input);
    }

    @Override
    public RunFolder folder() {
        return folder;
    }

    @Override
    public long pid() {
        return current().pid();
    }

    @Override
    public CompletableFuture<RunEvent> done() {
        return done.copy();
    }

    @Override
    public void end() {
        synchronized (this) {
            closed = true;
            process.kill(tr("it was ended"));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            process.close();
        }
    }
}
