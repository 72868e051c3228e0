package io.layerloom.app.workbench;

import io.layerloom.engine.Benchmark;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Pace;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.StepWork;
import io.layerloom.samples.Benchmarks;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Measures how fast this machine trains, by a few steps of small networks of each kind, so that time can be foretold before anything was trained: they teach the {@link PaceFile} as trainings do. */
public final class Calibration {

    private final EngineContext engine;
    private final WorkerCommand worker;
    private final PaceFile pace;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Optional<Tasks.Job> job = Optional.empty();

    /** How far it is. */
    public sealed interface State {
        /** Nothing is being measured. */
        record Idle() implements State {}

        /** A network is being measured: which one, in a few words; empty until the first. */
        record Running(String step) implements State {}

        /** It could not be done, for the reason that the sentence names. */
        record Failed(String sentence) implements State {}
    }

    /**
     * A network whose steps were timed.
     *
     * @param network its id among the {@link Benchmarks}
     */
    public record Measured(String network, Pace.Training training) {}

    /** @param worker how to start the process that measures, which is that of a training on the processor */
    public Calibration(EngineContext engine, WorkerCommand worker, PaceFile pace, Tasks tasks) {
        this.engine = engine;
        this.worker = worker;
        this.pace = pace;
        this.tasks = tasks;
    }

    /**
     * Measures every network in turn, which takes about twenty seconds, and returns when that is done.
     *
     * @param told gets in a few words which one is measured now
     * @throws TrainingException if a network cannot be measured
     */
    public static List<Measured> measure(EngineContext engine, WorkerCommand worker, Consumer<String> told)
            throws IOException, InterruptedException, TrainingException {
        List<Document> documents = new ArrayList<>();
        for (String id : Benchmarks.all()) {
            try (InputStream in = Benchmarks.open(id)) {
                documents.add(ProjectFile.read(in));
            }
        }
        List<Double> seconds = awaited(Benchmark.ofSteps(documents, worker, told));
        List<Measured> all = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            all.add(new Measured(
                    Benchmarks.all().get(i),
                    new Pace.Training(work(documents.get(i), engine.catalog()), seconds.get(i))));
        }
        return all;
    }

    private static StepWork work(Document document, Catalog catalog) {
        return StepWork.of(StepWork.byNode(
                document,
                Inference.of(document.graph(), catalog),
                catalog,
                document.plan().batchSize()));
    }

    /** Whoever no longer waits ends the process that measures. */
    private static List<Double> awaited(CompletableFuture<Benchmark.Steps> steps)
            throws InterruptedException, TrainingException {
        try {
            return steps.get().seconds();
        } catch (InterruptedException unwanted) {
            steps.cancel(false);
            throw unwanted;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TrainingException told) {
                throw told;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Begins; how far it is comes by {@link #stateProperty}, what was learned by that of the pace. */
    public void start() {
        if (state.get() instanceof State.Running) {
            return;
        }
        state.set(new State.Running(""));
        job = Optional.of(tasks.of("Measuring how fast this machine trains", () -> measure(engine, worker, this::tell))
                .onSuccess(measured -> {
                    state.set(new State.Idle());
                    measured.forEach(one ->
                            pace.learn(one.training().work(), one.training().seconds()));
                })
                .onFailures(
                        List.of(IOException.class, TrainingException.class),
                        failure -> state.set(new State.Failed(Tasks.sentence(failure))))
                .onFinish(() -> {
                    job = Optional.empty();
                    if (state.get() instanceof State.Running) {
                        state.set(new State.Idle());
                    }
                })
                .start());
    }

    private void tell(String step) {
        FxThread.run(() -> {
            if (state.get() instanceof State.Running) {
                state.set(new State.Running(step));
            }
        });
    }

    /** Ends measuring; nothing is learned. */
    public void cancel() {
        job.ifPresent(Tasks.Job::cancel);
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Changes with every training that was timed on this machine. */
    public ReadOnlyObjectProperty<Optional<Pace>> paceProperty() {
        return pace.paceProperty();
    }
}
