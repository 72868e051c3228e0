package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Measurement;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.Component;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts runs. */
public final class Training {

    private static final TrainingPlan.Split WHOLE = new TrainingPlan.Split(0, 0);

    private Training() {}

    /**
     * Starts a run in a worker of its own and returns at once. The worker stays alive after the run, ready to be asked, until the handle is closed.
     *
     * @param listener gets every event on a thread of the engine, in order, and must return quickly
     * @throws IOException if the folder cannot be written or the worker cannot be started
     */
    public static RunHandle start(
            RunSpec spec, EngineContext context, WorkerCommand command, Consumer<RunEvent> listener)
            throws IOException {
        return WorkerRun.start(spec, context, command, WorkerRun.PATIENCE, listener);
    }

    /**
     * Makes a run in this process and returns when it is over. The environment of this process sets the number of threads as far as {@code OMP_NUM_THREADS} does.
     *
     * @param listener gets every event, the last one included, on the calling thread
     * @throws TrainingException if the run breaks off
     */
    public static RunEvent.Finished inProcess(RunSpec spec, EngineContext context, Consumer<RunEvent> listener)
            throws TrainingException {
        return new Trainer(spec, context, new RunControl(), listener).train().event();
    }

    /**
     * Measures a trained network in this process on other data of the same kind: on its test part if it brings one, otherwise on all of it.
     *
     * @throws IOException with one sentence for people if the run is not over or the data does not fit
     */
    public static Evaluation evaluate(RunFolder run, Component data, EngineContext context) throws IOException {
        DataCard card = run.dataCard();
        LoadedDataset dataset = DataSources.load(data, WHOLE, 0, Optional.of(card.encoder()), context.samples());
        Examples examples = dataset.examples();
        if (!examples.classNames().equals(card.classes())) {
            throw new DataException("The network tells %s apart, but %s holds %s; give data with the same classes."
                    .formatted(card.classes(), dataset.schema().name(), examples.classNames()));
        }
        BuiltNetwork built = BuiltNetwork.of(run.document(), context.catalog());
        requireWidth(built, dataset);
        Weights.load(built.net(), run.weights());
        Split split = dataset.loaded().split();
        int[] rows = split.test().length > 0 ? split.test() : split.train();
        return Evaluations.of(
                Measurement.of(built.net(), examples, rows, TrainingLoop.MEASURE_BATCH, built.feed()), examples);
    }

    /** Only the width: tables and texts were encoded by the run itself, whatever the settings of the new data say. */
    private static void requireWidth(BuiltNetwork built, LoadedDataset data) throws DataException {
        long wanted = built.network().inputs().get(0).shape().elements();
        int given = data.examples().width();
        if (wanted != given) {
            throw new DataException(
                    "The network takes %,d numbers for one example, but %s has %,d; give data of the same kind."
                            .formatted(wanted, data.schema().name(), given));
        }
    }
}
