package io.layerloom.app.workbench;

import io.layerloom.engine.Backend;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launch;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.Document;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Starts runs and stands over them, one at a time. Events of a run go straight to the listener; what the window shows of them is gathered and brought over once per pulse. */
public final class TrainingDesk implements AutoCloseable {

    private final Workbench workbench;
    private final Shelf shelf;
    private final EngineContext context;
    private final Function<RunSpec, Launch> launches;
    private final Tasks tasks;
    private final Notices notices;
    private final Listener listener;
    private final BooleanSupplier watched;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper backend = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RunFolder>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean progressPending = new AtomicBoolean();
    private volatile double iterations = Double.NaN;
    private volatile double done;
    private Optional<RunHandle> handle = Optional.empty();

    /** What the one run is doing. */
    public enum State {
        IDLE,
        STARTING,
        RUNNING,
        PAUSED,
        STOPPING
    }

    /** Watches runs; events come on a thread of the engine. */
    public interface Listener extends Consumer<RunEvent> {
        /** A run of this name begins; {@code earlier} is what it told before it broke off, where it is gone on with. */
        void begin(String name, List<RunEvent> earlier);
    }

    /** A run that broke off: what it trained, and what it told up to its last checkpoint. */
    private record Broken(Document document, List<RunEvent> told) {
        static Broken of(RunFolder run) throws IOException {
            List<RunEvent> all = run.metrics();
            int kept = all.stream()
                    .filter(RunEvent.CheckpointSaved.class::isInstance)
                    .mapToInt(event -> ((RunEvent.CheckpointSaved) event).iteration())
                    .max()
                    .orElse(0);
            return new Broken(
                    run.document(),
                    all.stream().filter(event -> iteration(event) <= kept).toList());
        }

        private static int iteration(RunEvent event) {
            if (event instanceof RunEvent.Iteration done) {
                return done.iteration();
            }
            return event instanceof RunEvent.EpochEnd end ? end.iteration() : Integer.MAX_VALUE;
        }
    }

    /**
     * A desk for the document of a workbench.
     *
     * @param launches decides how a run is started, on a thread that may wait
     * @param watched whether the person sees what the listener shows, so that nothing need be said twice
     */
    public TrainingDesk(
            Workbench workbench,
            Shelf shelf,
            EngineContext context,
            Function<RunSpec, Launch> launches,
            Tasks tasks,
            Notices notices,
            Listener listener,
            BooleanSupplier watched) {
        this.workbench = workbench;
        this.shelf = shelf;
        this.context = context;
        this.launches = launches;
        this.tasks = tasks;
        this.notices = notices;
        this.listener = listener;
        this.watched = watched;
    }

    /** Trains the document as it is now; does nothing while a run goes on or a problem stands in the way. */
    public void train() {
        if (!isBusy() && workbench.obstacle().isEmpty()) {
            start(new RunSpec(workbench.document(), shelf.next(), 0, false), List.of());
        }
    }

    /** Goes on with a run that broke off, from its last checkpoint. */
    public void continueRun(RunFolder run) {
        if (!isBusy()) {
            tasks.of("Opening " + run.path().getFileName(), () -> Broken.of(run))
                    .onSuccess(broken -> start(new RunSpec(broken.document(), run.path(), 0, true), broken.told()))
                    .onFailure(
                            IOException.class,
                            failure -> notices.failure("Training cannot go on: " + Tasks.sentence(failure)))
                    .start();
        }
    }

    /** Goes on with the run that ended last. */
    public void continueLatest() {
        latest.get().ifPresent(this::continueRun);
    }

    private void start(RunSpec spec, List<RunEvent> earlier) {
        state.set(State.STARTING);
        backend.set("");
        iterations = Double.NaN;
        done = 0;
        progress.set(0);
        step.set("Starting");
        notices.clear();
        listener.begin(String.valueOf(spec.folder().getFileName()), earlier);
        tasks.of("Starting training", () -> Training.start(spec, context, launches.apply(spec), this::receive))
                .onSuccess(this::follow)
                .onFailure(IOException.class, failure -> neverBegan(Tasks.sentence(failure)))
                .onFinish(this::settle)
                .start();
    }

    /** Nothing waits for a run that never came, whatever kept it, be it a mistake in the program that is shown elsewhere. */
    private void settle() {
        if (isBusy() && handle.isEmpty()) {
            neverBegan("Layerloom made a mistake. Save the project, start Layerloom again, and report the details.");
        }
    }

    private void neverBegan(String why) {
        state.set(State.IDLE);
        step.set("");
        RunEvent.Failed failure = new RunEvent.Failed("Training cannot start: " + why, "", false);
        listener.accept(failure);
        if (!watched.getAsBoolean()) {
            notices.failure(failure.message());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the last event never comes as a failure
    private void follow(RunHandle run) {
        handle = Optional.of(run);
        if (state.get() == State.STOPPING) {
            run.stop();
        }
        run.done().thenAccept(last -> FxThread.run(() -> ended(run, last)));
    }

    private void receive(RunEvent event) {
        listener.accept(event);
        if (event instanceof RunEvent.Iteration iteration) {
            done = iteration.iteration();
            bringProgress();
        } else if (event instanceof RunEvent.Started started) {
            iterations = (double) started.epochs() * started.iterationsPerEpoch();
            FxThread.run(() -> {
                backend.set(Backend.words(started.backend(), started.threads()));
                step.set("");
                advance(State.RUNNING);
            });
        } else if (event instanceof RunEvent.Notice notice) {
            FxThread.run(() -> notices.show(new Notice(Notice.Tone.CAUTION, notice.sentence(), Optional.empty())));
        } else if (event instanceof RunEvent.Preparing preparing) {
            FxThread.run(() -> step.set(preparing.step()));
        } else if (event instanceof RunEvent.Paused) {
            FxThread.run(() -> advance(State.PAUSED));
        } else if (event instanceof RunEvent.Resumed) {
            FxThread.run(() -> advance(State.RUNNING));
        }
    }

    /** At most one crossing to the window's thread is under way, however fast the iterations come. */
    private void bringProgress() {
        if (progressPending.compareAndSet(false, true)) {
            FxThread.run(() -> {
                progressPending.set(false);
                progress.set(Double.isNaN(iterations) ? 0 : Math.min(1, done / iterations));
            });
        }
    }

    private void advance(State next) {
        if (state.get() != State.IDLE && state.get() != State.STOPPING) {
            state.set(next);
        }
    }

    private void ended(RunHandle run, RunEvent last) {
        boolean asked = state.get() == State.STOPPING;
        handle = Optional.empty();
        state.set(State.IDLE);
        latest.set(Optional.of(run.folder()));
        run.close();
        shelf.refresh();
        if (last instanceof RunEvent.Failed failure && !asked) {
            tell(failure, run.folder());
        }
    }

    /** Whoever watches the monitor reads it there. */
    private void tell(RunEvent.Failed failure, RunFolder run) {
        if (watched.getAsBoolean()) {
            return;
        }
        Optional<Notice.Action> resume = failure.resumable()
                ? Optional.of(new Notice.Action("Resume from checkpoint", () -> continueRun(run)))
                : Optional.empty();
        notices.show(new Notice(Notice.Tone.FAILURE, failure.message(), resume));
    }

    /** Lets training wait. */
    public void pause() {
        handle.ifPresent(RunHandle::pause);
    }

    /** Lets training go on. */
    public void resume() {
        handle.ifPresent(RunHandle::resume);
    }

    /** Ends training; what was learned so far is evaluated and kept. */
    public void stop() {
        if (isBusy()) {
            state.set(State.STOPPING);
            handle.ifPresent(RunHandle::stop);
        }
    }

    /** Whether a run goes on. */
    public boolean isBusy() {
        return state.get() != State.IDLE;
    }

    /** The document of the project; a run trains it as it is when it starts. */
    public Document document() {
        return workbench.document();
    }

    /** The run that goes on, if its worker has started. */
    public Optional<RunHandle> current() {
        return handle;
    }

    /** What the one run is doing. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the run is, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What computes, once a run has told: "CPU · oneDNN · 2 threads". */
    public ReadOnlyStringProperty backendProperty() {
        return backend.getReadOnlyProperty();
    }

    /** The step before training that is under way; empty while training. */
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The run that ended last. */
    public ReadOnlyObjectProperty<Optional<RunFolder>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** Ends the worker; the run can go on later from its last checkpoint. */
    @Override
    public void close() {
        if (isBusy()) {
            state.set(State.STOPPING);
        }
        handle.ifPresent(RunHandle::close);
    }

    /** The folder of the run that goes on or went on last. */
    public Optional<Path> folder() {
        return handle.map(run -> run.folder().path()).or(() -> latest.get().map(RunFolder::path));
    }
}
