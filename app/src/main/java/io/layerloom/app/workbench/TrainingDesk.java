package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launch;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    private final RunNotices said;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final RunProgress progress = new RunProgress();
    private final ReadOnlyObjectWrapper<Optional<Document>> trained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile long listed = System.nanoTime() - LISTING_NANOS;

    /** The run that goes on or has ended last; another one after each start, and when it is left. */
    private LiveRun live = new LiveRun();

    private Optional<RunFolder> atHand = Optional.empty();

    /** Whether there is a state from which the run that goes on could go on later. */
    private boolean kept;

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
        this.said = new RunNotices(notices, watched);
        this.listener = listener;
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
            LiveRun latest = live;
            tasks.of("Opening " + run.path().getFileName(), () -> BrokenOff.of(run, plan))
                    .onSuccess(broken -> latest.unlessLeft(
                            () -> start(new RunSpec(broken.document(), run.path(), 0, true), broken.told())))
                    .onFailures(SURROUNDINGS, said::cannotGoOn)
                    .start();
        }
    }

    /** Whether a run can start; that another project trains is said. */
    private boolean isFree() {
        elsewhere()
                .ifPresent(other -> said.trainsElsewhere(
                        other.project(),
                        track.takenProperty().map(now -> elsewhere().isPresent())));
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
        live.leave();
        live = new LiveRun();
        atHand = Optional.empty();
        trained.set(Optional.empty());
        rest();
        progress.forget();
    }

    private void start(RunSpec spec, List<RunEvent> earlier) {
        live.leave();
        LiveRun run = new LiveRun();
        live = run;
        state.set(State.STARTING);
        kept = spec.resume();
        progress.begin();
        said.begin();
        trained.set(Optional.of(spec.document()));
        listener.begin(spec.folder(), earlier);
        tasks.of(
                        "Starting training",
                        () -> Training.start(
                                shelf.starting(spec),
                                context,
                                means.launch(spec),
                                event -> run.unlessLeft(() -> receive(run, event))))
                .onSuccess(handle -> run.begun(handle, last -> ended(handle, last), shelf::refresh))
                .onFailures(
                        SURROUNDINGS,
                        failure -> run.unlessLeft(() -> {
                            neverBegan(RunNotices.why(spec.folder(), failure));
                            said.offerOrigin(failure, workbench.unchanged());
                        }))
                .onFinish(() -> run.unlessLeft(this::settle))
                .start();
    }

    private void rest() {
        state.set(State.IDLE);
        progress.rest();
    }

    /** Nothing waits for a run that never came, whatever kept it, be it a mistake in the program that is shown elsewhere. */
    private void settle() {
        if (isBusy() && current().isEmpty()) {
            neverBegan(
                    tr("Layerloom made a mistake. Save the project, start Layerloom again, and report the details."));
        }
    }

    /** Does something about a project or sample that must be trained first. */
    public void onMissingOrigin(Consumer<String> action) {
        said.onMissingOrigin(action);
    }

    private void neverBegan(String why) {
        rest();
        RunEvent.Failed failure = new RunEvent.Failed(tr("Training cannot start: %s", why), "", false);
        listener.accept(failure);
        said.failed(failure, () -> {});
    }

    private void receive(LiveRun run, RunEvent event) {
        listener.accept(event);
        progress.take(event, run::inWindow);
        if (event instanceof RunEvent.Started) {
            run.inWindow(() -> {
                kept = true;
                advance(State.RUNNING);
                shelf.refresh();
            });
        } else if (event instanceof RunEvent.EpochEnd) {
            list();
        } else if (event instanceof RunEvent.Notice notice) {
            run.inWindow(() -> said.remind(notice));
        } else if (event instanceof RunEvent.Inherited inherited) {
            run.inWindow(() -> said.inherited(inherited));
        } else if (event instanceof RunEvent.Paused) {
            run.inWindow(() -> advance(State.PAUSED));
        } else if (event instanceof RunEvent.Resumed) {
            run.inWindow(() -> advance(State.RUNNING));
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
        said.end();
        rest();
        atHand = Optional.of(run.folder());
        run.close();
        shelf.refresh();
        if (last instanceof RunEvent.Failed failure && !asked) {
            said.failed(failure, () -> continueRun(run.folder()));
        }
    }

    /** Lets training wait. */
    public void pause() {
        current().ifPresent(RunHandle::pause);
    }

    /** Lets training go on. */
    public void resume() {
        current().ifPresent(RunHandle::resume);
    }

    /** Ends training; what was learned so far is evaluated and kept. */
    public void stop() {
        if (isBusy()) {
            state.set(State.STOPPING);
            live.stop();
        }
    }

    /** Ends the process of a run that does not come to its end by itself after {@link #stop}, as with a mini-batch of minutes; its last checkpoint stays. */
    public void end() {
        live.end();
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
        return live.handle();
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
        live.close();
    }

    /** The folder of the run that goes on, or else of that at hand. */
    public Optional<Path> folder() {
        return current().map(run -> run.folder().path()).or(() -> atHand.map(RunFolder::path));
    }
}
