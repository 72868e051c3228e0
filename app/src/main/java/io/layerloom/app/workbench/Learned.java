package io.layerloom.app.workbench;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Example;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.SampleStore;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Objective;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What can be shown of a run that is over.
 *
 * @param data what its data hold, where they can still be read
 * @param examples some of them
 * @param heldBack for a network that finds objects: pictures that it did not learn from
 * @param objective what was learned from them
 * @param learning those events of the run in which the network showed what it had learned so far
 */
public record Learned(
        RunFolder run,
        Evaluation evaluation,
        List<String> classes,
        Optional<DataSchema> data,
        List<Example> examples,
        List<Example> heldBack,
        Objective objective,
        List<RunEvent> learning) {

    private static final int EXAMPLES = 300;
    private static final int PICTURES = 24;

    public Learned {
        classes = List.copyOf(classes);
        examples = List.copyOf(examples);
        heldBack = List.copyOf(heldBack);
        learning = List.copyOf(learning);
    }

    /** Gathers everything about a run; data that have gone meanwhile are left out. */
    public static Learned of(RunFolder run, SampleStore samples) throws IOException {
        TrainingPlan plan = run.document().plan();
        Evaluation evaluation = run.evaluation().orElse(Evaluation.NONE);
        Optional<Dataset> data = plan.data().flatMap(source -> open(source, plan, samples));
        return new Learned(
                run,
                evaluation,
                run.classes(),
                data.map(Dataset::schema),
                data.map(set -> set.preview(EXAMPLES)).orElse(List.of()),
                plan.objective() == Objective.DETECTION
                        ? data.map(set -> set.heldBack(PICTURES)).orElse(List.of())
                        : List.of(),
                plan.objective(),
                run.metrics().stream().filter(RunEvent::showsLearning).toList());
    }

    private static Optional<Dataset> open(Component source, TrainingPlan plan, SampleStore samples) {
        try {
            return Optional.of(DataSources.open(source, plan.split(), plan.seed(), samples));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
