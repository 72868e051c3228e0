package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launch;
import io.layerloom.engine.MissingOriginException;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** Starts runs of one project and stands over them, one at a time. Events of a run go straight to the listener; what the window shows of them is gathered and brought over once per pulse. */
public final class TrainingDesk implements AutoCloseable {

    /** What the machine, its disk or its memory may refuse; everything else is a mistake in the program. */
    private static final List<Class<? extends Throwable>> SURROUNDINGS =
            List.of(IOException.class, UncheckedIOException.class, SecurityException.class, OutOfMemoryError.class);

    /** How often the list of runs follows the epochs of a run; reading it takes a look at every run. */
    private static final long LISTING_NANOS = 2_000_000_000L;

    private final Workbench workbench;
    private final Shelf shelf;
    private final Track track;
    private final EngineContext context;
    private final Means means;
    private final Tasks tasks;
    private final Notices notices;
    private final Listener listener;
    private final BooleanSupplier watched;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final RunProgress progress = new RunProgress();
    private final ReadOnlyObjectWrapper<Optional<Document>> trained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile long listed = System.nanoTime() - LISTING_NANOS;

    /** What the run at hand told of how things stand, such as that a card cannot be used. */
    private final List<String> reminded = new ArrayList<>();

    private Consumer<String> missingOrigin = start -> {};
    private Optional<RunHandle> handle = Optional.empty();
    private Optional<RunFolder> atHand = Optional.empty();

    /** Whether there is a state from which the run that goes on could go on later. */
    private boolean kept;

    /** Whether the person has asked for the end of the process, not only of the training. */
    private boolean ending;

    /** Counts the runs; what one tells that is not the run at hand any more concerns nobody. */
    private final AtomicInteger turn = new AtomicInteger();

    /** What the one run is doing. */
    public enum State {
        IDLE,
        STARTING,
        RUNNING,
        PAUSED,
        STOPPING
    }

    /** What computes a run. */
    public interface Means {
        /** How many threads are wanted for a new run; 0 for the fastest number. One that goes on keeps those that it had. */
        int threads();

        /** Decides how a run is started; on a thread that may wait. */
        Launch launch(RunSpec spec);
    }

    /** Watches runs; events come on a thread of the engine. */
    public interface Listener extends Consumer<RunEvent> {
        /** The run in this folder begins; {@code earlier} is what it told before it broke off, where it is gone on with. */
        void begin(Path run, List<RunEvent> earlier);
    }

    /**
     * A desk for the document of a workbench.
     *
     * @param track kept to by the desks of all open projects
     * @param means what computes a run
     * @param watched whether the person sees what the listener shows, so that nothing need be said twice
     */
    public TrainingDesk(
            Workbench workbench,
            Shelf shelf,
            Track track,
            EngineContext context,
            Means means,
            Tasks tasks,
            Notices notices,
            Listener listener,
            BooleanSupplier watched) {
        this.workbench = workbench;
        this.shelf = shelf;
        this.track = track;
        this.context = context;
        this.means = means;
        this.tasks = tasks;
        this.notices = notices;
        this.listener = listener;
        this.watched = watched;
        track.follow(this);
    }

    /** Trains the document as it is now; does nothing while a run goes on or a problem stands in the way. */
    public void train() {
        if (isFree() && workbench.obstacle().isEmpty()) {
            start(new RunSpec(workbench.document(), shelf.next(), means.threads(), false), List.of());
        }
    }

    /** Goes on with a run that broke off, from its last checkpoint. */
    public void continueRun(RunFolder run) {
        goOn(run, plan -> plan);
    }

    /** Goes on with a run that is finished, until it has so many epochs in all. */
    public void trainFurther(RunFolder run, int epochs) {
        goOn(run, plan -> plan.withEpochs(epochs));
    }

    private void goOn(RunFolder run, UnaryOperator<TrainingPlan> plan) {
        if (isFree()) {
            int now = turn.get();
            tasks.of("Opening " + run.path().getFileName(), () -> BrokenOff.of(run, plan))
                    .onSuccess(broken -> ifAtHand(
                            now, () -> start(new RunSpec(broken.document(), run.path(), 0, true), broken.told())))
                    .onFailures(
                            SURROUNDINGS,
                            failure -> notices.failure(tr("Training cannot go on: %s", Tasks.sentence(failure))))
                    .start();
        }
    }

    /** Whether a run can start; that another project trains is said. */
    private boolean isFree() {
        elsewhere()
                .ifPresent(other -> notices.failure(tr(
                        "%s is being trained, and one project trains at a time. Wait for its end, or stop it in its tab.",
                        other.project())));
        return !isBusy() && elsewhere().isEmpty();
    }

    /** The desk of another project that trains now. */
    public Optional<TrainingDesk> elsewhere() {
        return track.takenProperty().get().filter(desk -> !equals(desk));
    }

    /** Where the desks of all open projects meet. */
    public Track track() {
        return track;
    }

    /** What the project is called. */
    public String project() {
        return shelf.project();
    }

    /** Goes on with the run at hand. */
    public void continueAtHand() {
        atHand.ifPresent(this::continueRun);
    }

    /** Takes an earlier run to hand, and what it trained; does nothing while a run goes on. */
    public void lookAt(RunFolder run, Document document) {
        if (!isBusy()) {
            atHand = Optional.of(run);
            trained.set(Optional.of(document));
        }
    }

    /** The run that ended last or was looked at since; empty in a project where there was none yet. */
    public Optional<RunFolder> atHand() {
        return atHand;
    }

    /** Puts the run at hand away, because another project is on the bench; one that goes on is ended, and tells nothing here any more. */
    public void leave() {
        turn.incrementAndGet();
        handle.ifPresent(RunHandle::close);
        handle = Optional.empty();
        atHand = Optional.empty();
        trained.set(Optional.empty());
        rest();
        progress.forget();
    }

    private void start(RunSpec spec, List<RunEvent> earlier) {
        state.set(State.STARTING);
        kept = spec.resume();
        ending = false;
        progress.begin();
        notices.clear();
        reminded.clear();
        int mine = turn.incrementAndGet();
        trained.set(Optional.of(spec.document()));
        listener.begin(spec.folder(), earlier);
        tasks.of(
                        "Starting training",
                        () -> Training.start(
                                shelf.starting(spec),
                                context,
                                means.launch(spec),
                                event -> ifAtHand(mine, () -> receive(mine, event))))
                .onSuccess(run -> follow(mine, run))
                .onFailures(SURROUNDINGS, failure -> ifAtHand(mine, () -> neverBegan(spec.folder(), failure)))
                .onFinish(() -> ifAtHand(mine, this::settle))
                .start();
    }

    /** In the window's thread, where the run may have been left since it told something. */
    private void show(int mine, Runnable action) {
        FxThread.run(() -> ifAtHand(mine, action));
    }

    private void ifAtHand(int mine, Runnable action) {
        if (turn.get() == mine) {
            action.run();
        }
    }

    private void rest() {
        state.set(State.IDLE);
        progress.rest();
    }

    /** Nothing waits for a run that never came, whatever kept it, be it a mistake in the program that is shown elsewhere. */
    private void settle() {
        if (isBusy() && handle.isEmpty()) {
            neverBegan(
                    tr("Layerloom made a mistake. Save the project, start Layerloom again, and report the details."));
        }
    }

    private void neverBegan(Path run, Throwable failure) {
        boolean noRoom = failure instanceof FileSystemException refused
                && refused.getFile() != null
                && run.startsWith(refused.getFile());
        neverBegan(
                noRoom
                        ? Tasks.sentence(failure) + " "
                                + tr("Runs are kept beside the project: save it in another folder, and train it there.")
                        : Tasks.sentence(failure));
        if (failure instanceof MissingOriginException missing) {
            notices.show(new Notice(
                    Notice.Tone.FAILURE,
                    Tasks.sentence(failure),
                    Optional.of(new Notice.Action(tr("Open it"), () -> missingOrigin.accept(missing.start())))));
        }
    }

    /** Does something about a project or sample that must be trained first. */
    public void onMissingOrigin(Consumer<String> action) {
        missingOrigin = action;
    }

    private void neverBegan(String why) {
        rest();
        RunEvent.Failed failure = new RunEvent.Failed(tr("Training cannot start: %s", why), "", false);
        listener.accept(failure);
        if (!watched.getAsBoolean()) {
            notices.failure(failure.message());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the last event never comes as a failure
    private void follow(int mine, RunHandle run) {
        if (turn.get() != mine) {
            run.close();
            return;
        }
        handle = Optional.of(run);
        if (ending) {
            run.end();
        } else if (state.get() == State.STOPPING) {
            run.stop();
        }
        run.done()
                .thenAccept(last -> FxThread.run(() -> {
                    if (turn.get() == mine) {
                        ended(run, last);
                    } else {
                        shelf.refresh();
                    }
                }));
    }

    private void receive(int mine, RunEvent event) {
        listener.accept(event);
        progress.take(event, action -> show(mine, action));
        if (event instanceof RunEvent.Started) {
            show(mine, () -> {
                kept = true;
                advance(State.RUNNING);
                shelf.refresh();
            });
        } else if (event instanceof RunEvent.EpochEnd) {
            list();
        } else if (event instanceof RunEvent.Notice notice) {
            show(mine, () -> {
                reminded.add(tr(notice.sentence()));
                notices.remind(new Notice(Notice.Tone.CAUTION, tr(notice.sentence()), Optional.empty()));
            });
        } else if (event instanceof RunEvent.Inherited inherited) {
            show(mine, () -> notices.show(new Notice(Notice.Tone.DONE, inherited.sentence(), Optional.empty())));
        } else if (event instanceof RunEvent.Paused) {
            show(mine, () -> advance(State.PAUSED));
        } else if (event instanceof RunEvent.Resumed) {
            show(mine, () -> advance(State.RUNNING));
        }
    }

    /** The list of runs says how far the run is. */
    private void list() {
        long now = System.nanoTime();
        if (now - listed >= LISTING_NANOS) {
            listed = now;
            FxThread.run(shelf::refresh);
        }
    }

    private void advance(State next) {
        if (state.get() != State.IDLE && state.get() != State.STOPPING) {
            state.set(next);
        }
    }

    private void ended(RunHandle run, RunEvent last) {
        boolean asked = state.get() == State.STOPPING;
        notices.stillSo(reminded);
        handle = Optional.empty();
        rest();
        atHand = Optional.of(run.folder());
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
                ? Optional.of(new Notice.Action(tr("Resume from checkpoint"), () -> continueRun(run)))
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

    /** Ends the process of a run that does not come to its end by itself after {@link #stop}, as with a mini-batch of minutes; its last checkpoint stays. */
    public void end() {
        ending = isBusy();
        handle.ifPresent(RunHandle::end);
    }

    /** Whether a run goes on. */
    public boolean isBusy() {
        return state.get() != State.IDLE;
    }

    /** Whether the run that goes on could go on later if it were ended now: once it trains, it saves where it stands before it ends. */
    public boolean isKept() {
        return kept;
    }

    /** The document of the project; a run trains it as it is when it starts. */
    public Document document() {
        return workbench.document();
    }

    /** The run that goes on, if its worker has started. */
    public Optional<RunHandle> current() {
        return handle;
    }

    /** What the run that goes on, or else that at hand, trains; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<Document>> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** What the one run is doing. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the run is, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.partProperty();
    }

    /** What computes, once a run has told; empty before. */
    public ReadOnlyObjectProperty<Optional<RunEvent.Started>> startedProperty() {
        return progress.startedProperty();
    }

    /** The step before training that is under way; empty while training. */
    public ReadOnlyStringProperty stepProperty() {
        return progress.stepProperty();
    }

    /** Ends the worker; the run can go on later from its last checkpoint. */
    @Override
    public void close() {
        if (isBusy()) {
            state.set(State.STOPPING);
        }
        handle.ifPresent(RunHandle::close);
    }

    /** The folder of the run that goes on, or else of that at hand. */
    public Optional<Path> folder() {
        return handle.map(run -> run.folder().path()).or(() -> atHand.map(RunFolder::path));
    }
}
