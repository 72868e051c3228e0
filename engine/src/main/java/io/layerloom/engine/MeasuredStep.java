package io.layerloom.engine;

import io.layerloom.engine.kit.Contest;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.TrainingStep;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Steps of a training, each with the figures that come out of it almost for free. */
final class MeasuredStep {

    private final ComputationGraph net;
    private final RunControl control;
    private final BatchAccuracy accuracy;
    private final Optional<Contest> contest;

    MeasuredStep(BuiltNetwork built, Examples data, RunControl control) {
        this.net = built.net();
        this.control = control;
        this.accuracy = new BatchAccuracy(built.net(), data);
        this.contest = Contest.of(net);
    }

    /**
     * What a step gave.
     *
     * @param loss the mean of its examples before the step; of a discriminator where two networks learn
     * @param accuracy the part that was classified rightly; NaN if nothing is classified
     * @param rival the loss of a generator; NaN if there is none
     * @param diverged whether a loss is no finite number
     */
    record Figures(double loss, double accuracy, double rival, boolean diverged) {}

    /** Says what the examples are from now on, as in another epoch. */
    void learnFrom(Examples ofEpoch) {
        accuracy.learnFrom(ofEpoch);
    }

    /** Takes the next mini-batch, which is of these rows. */
    Figures take(int[] rows, Prefetch ready) {
        accuracy.expect(rows);
        double loss = silently(ready);
        if (contest.isEmpty()) {
            return new Figures(loss, accuracy.last(), Double.NaN, !Double.isFinite(loss));
        }
        Contest.Figures both = contest.get().figures();
        boolean diverged = !Double.isFinite(loss) || !Double.isFinite(both.generator());
        return new Figures(loss, both.right(), both.generator(), diverged);
    }

    /** The same without figures but the loss. */
    double silently(Prefetch ready) {
        return control.steps().one(() -> TrainingStep.take(net, ready.take()));
    }
}
