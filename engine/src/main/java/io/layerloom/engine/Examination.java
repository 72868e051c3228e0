package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Measurement;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Measures the network of a run once more, in this process: on the test part of its own data or of other data of the same form. */
public final class Examination {

    private Examination() {}

    /**
     * The figures on the test part; on all examples, where a split of the plan would have no test part.
     *
     * @param other data to measure on; empty for those of the run
     * @throws DataException if the run is not over, or the data does not fit it or cannot be read
     */
    public static Evaluation of(RunFolder run, Optional<Component> other, EngineContext context) throws IOException {
        if (!Files.isRegularFile(run.weights())) {
            throw new DataException("The run in " + run + " is not over, so it has no weights to evaluate.");
        }
        Document document = run.document();
        TrainingPlan plan = document.plan();
        Component source =
                other.or(plan::data).orElseThrow(() -> new DataException("The run names no data. Say where they lie."));
        BuiltNetwork built = BuiltNetwork.of(document, context.catalog());
        LoadedDataset data = DataSources.load(source, plan.split(), plan.seed(), context.samples());
        built.requireFits(data.schema());
        requireSameForm(run.dataCard(), DataCard.of(data));
        Weights.load(built.net(), run.weights());
        int[] test = data.loaded().split().test();
        int[] rows = test.length > 0 ? test : data.loaded().split().train();
        return Evaluations.of(
                Measurement.of(built.net(), data.examples(), rows, TrainingLoop.MEASURE_BATCH, built.feed()),
                data.examples());
    }

    /** Classes in another order, or columns and words turned into other numbers, would give figures that mean nothing. */
    private static void requireSameForm(DataCard trained, DataCard given) throws DataException {
        if (!trained.classes().equals(given.classes())) {
            throw new DataException("The run tells apart %s, but %s holds %s."
                    .formatted(listed(trained.classes()), given.name(), listed(given.classes())));
        }
        if (!trained.encoder().equals(given.encoder())) {
            throw new DataException(
                    "%s turns columns or words into other numbers than %s did in training. Evaluate on the data of the run."
                            .formatted(given.name(), trained.name()));
        }
    }

    private static String listed(List<String> classes) {
        return classes.isEmpty() ? "no classes" : "the classes " + String.join(", ", classes);
    }
}
