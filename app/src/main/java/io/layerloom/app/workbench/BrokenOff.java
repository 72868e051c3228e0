package io.layerloom.app.workbench;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** A run that is to go on: what it trains, and what it told up to its last checkpoint. */
record BrokenOff(Document document, List<RunEvent> told) {

    /** @param plan its plan from now on, made of the plan that it had */
    static BrokenOff of(RunFolder run, UnaryOperator<TrainingPlan> plan) throws IOException {
        Document document = run.document();
        List<RunEvent> all = run.metrics();
        int kept = all.stream()
                .filter(RunEvent.CheckpointSaved.class::isInstance)
                .mapToInt(event -> ((RunEvent.CheckpointSaved) event).iteration())
                .max()
                .orElse(0);
        return new BrokenOff(
                document.with(plan.apply(document.plan())),
                all.stream()
                        .filter(RunEvent.AtIteration.class::isInstance)
                        .filter(event -> event.remains(kept))
                        .toList());
    }
}
