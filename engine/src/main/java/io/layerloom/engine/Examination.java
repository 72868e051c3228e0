package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Measures the network of a run once more, in this process: on the test part of its own data, or on other data of the same kind. */
public final class Examination {

    private static final TrainingPlan.Split WHOLE = new TrainingPlan.Split(0, 0);

    private Examination() {}

    /**
     * The figures on the test part of the run's own data; on the examples it was trained on, if it held none back.
     *
     * @throws DataException if the run is not over, or its data cannot be read or have changed
     */
    public static Evaluation of(RunFolder run, EngineContext context) throws IOException {
        requireOver(run);
        Document document = run.document();
        BuiltNetwork built = BuiltNetwork.of(document, context.catalog());
        LoadedDataset data = RunData.load(run, document, context.samples());
        built.requireFits(data.schema());
        return measured(run, built, data);
    }

    /**
     * The figures on other data, read as the run read its own: on their test part if they bring one, otherwise on all of them.
     *
     * @throws DataException if the run is not over, or the data do not fit it or cannot be read
     */
    public static Evaluation on(Component data, RunFolder run, EngineContext context) throws IOException {
        requireOver(run);
        DataCard trained = run.dataCard();
        LoadedDataset dataset = DataSources.load(data, WHOLE, 0, Optional.of(trained.encoder()), context.samples())
                .toward(run.document().plan().objective(), run.document().plan().seed());
        requireSameClasses(trained, dataset);
        BuiltNetwork built = BuiltNetwork.of(run.document(), context.catalog());
        requireWidth(built, dataset);
        return measured(run, built, dataset);
    }

    private static void requireOver(RunFolder run) throws IOException {
        if (Files.isRegularFile(run.weights())) {
            return;
        }
        if (run.isOver()) {
            throw new DataException(tr("%s is missing. Bring it back from a copy, or train anew.", run.weights()));
        }
        if (run.isRunning()) {
            throw new DataException(
                    tr("The run in %s is being trained now, so it has no weights to evaluate. Wait for its end.", run));
        }
        if (run.resumable() && !run.isHopeless()) {
            throw new DataException(tr(
                    "The run in %s is not over, so it has no weights to evaluate. Let it go on to its end first (layerloom train --resume).",
                    run));
        }
        throw new DataException(
                tr("The run in %s broke off and cannot go on, so it has no weights to evaluate. Train anew.", run));
    }

    private static Evaluation measured(RunFolder run, BuiltNetwork built, LoadedDataset data) throws IOException {
        Finite.require(data, built.network());
        Weights.load(built.net(), run.weights());
        Split split = data.loaded().split();
        int[] rows = split.test().length > 0 ? split.test() : split.train();
        Examples examples = data.examples();
        return Evaluations.of(
                Measurements.of(built.net(), examples, rows, TrainingLoop.MEASURE_BATCH, built.feed()), examples);
    }

    /** Classes in another order would give figures that mean nothing. */
    private static void requireSameClasses(DataCard trained, LoadedDataset data) throws DataException {
        List<String> given = data.examples().classNames();
        if (!trained.classes().equals(given)) {
            throw new DataException(tr(
                    "The run tells apart %s, but %s holds %s; give data with the same classes.",
                    listed(trained.classes()), data.schema().name(), listed(given)));
        }
    }

    /** Only the width: tables and texts were encoded by the run itself, whatever the settings of the new data say. */
    private static void requireWidth(BuiltNetwork built, LoadedDataset data) throws DataException {
        long wanted = built.network().data().shape().elements();
        int given = data.examples().width();
        if (wanted != given) {
            throw new DataException(tr(
                    "The network takes %,d numbers for one example, but %s has %,d; give data of the same kind.",
                    wanted, data.schema().name(), given));
        }
    }

    private static String listed(List<String> classes) {
        return classes.isEmpty() ? tr("no classes") : tr("the classes %s", String.join(", ", classes));
    }
}
