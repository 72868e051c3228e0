package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Example;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.SampleStore;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.Blocks;
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
 * @param missing why they cannot be read, as a sentence; empty where they can
 * @param examples some of them
 * @param heldBack for a network that finds objects, tells pixels apart or compares examples: such that it did not learn from
 * @param vocabulary the characters or words that a network knows which reads texts
 * @param objective what was learned from them
 * @param learning those events of the run in which the network showed what it had learned so far
 * @param drawsCodes whether it is an autoencoder whose codes are drawn at one place, so that its decoder makes pictures of any
 */
public record Learned(
        RunFolder run,
        Evaluation evaluation,
        List<String> classes,
        Optional<DataSchema> data,
        Optional<String> missing,
        List<Example> examples,
        List<Example> heldBack,
        Optional<Vocabulary> vocabulary,
        Objective objective,
        List<RunEvent> learning,
        boolean drawsCodes) {

    private static final int EXAMPLES = 300;
    private static final int PICTURES = 24;

    public Learned {
        classes = List.copyOf(classes);
        examples = List.copyOf(examples);
        heldBack = List.copyOf(heldBack);
        learning = List.copyOf(learning);
    }

    /** Gathers everything about a run; of data that have gone meanwhile it says why they cannot be read. */
    public static Learned of(RunFolder run, SampleStore samples) throws IOException {
        TrainingPlan plan = run.document().plan();
        Optional<Dataset> data = Optional.empty();
        Optional<String> missing = Optional.empty();
        try {
            data = Optional.of(DataSources.open(source(plan), plan.split(), plan.seed(), samples));
        } catch (DataException gone) {
            missing = Optional.of(Tasks.sentence(gone));
        }
        return of(run, plan, data, missing);
    }

    private static Learned of(RunFolder run, TrainingPlan plan, Optional<Dataset> data, Optional<String> missing)
            throws IOException {
        return new Learned(
                run,
                run.evaluation().orElse(Evaluation.NONE),
                run.classes(),
                data.map(Dataset::schema),
                missing,
                data.map(set -> set.preview(EXAMPLES)).orElse(List.of()),
                isOfPictures(plan.objective()) || plan.objective() == Objective.SAME_CLASS
                        ? data.map(set -> set.heldBack(PICTURES)).orElse(List.of())
                        : List.of(),
                run.vocabulary(),
                plan.objective(),
                run.metrics().stream().filter(RunEvent::showsLearning).toList(),
                Blocks.count(run.document(), "gaussian_sampling") == 1);
    }

    /**
     * The first examples of a class in the test part of a run's data, at most {@code n}.
     *
     * @throws IOException with a sentence for people if the data have gone meanwhile
     */
    public static List<Example> tested(RunFolder run, SampleStore samples, String className, int n) throws IOException {
        TrainingPlan plan = run.document().plan();
        try {
            return DataSources.open(source(plan), plan.split(), plan.seed(), samples)
                    .tested(className, n);
        } catch (DataException gone) {
            throw new IOException(Tasks.sentence(gone), gone);
        }
    }

    /** Whether pictures tell best what was learned: those that it was not learned from, with boxes or masks. */
    public boolean isOfPictures() {
        return isOfPictures(objective);
    }

    private static boolean isOfPictures(Objective objective) {
        return objective == Objective.DETECTION || objective == Objective.SEGMENTATION;
    }

    private static Component source(TrainingPlan plan) throws DataException {
        return plan.data().orElseThrow(() -> new DataException(tr("The plan of this run names no data.")));
    }
}
