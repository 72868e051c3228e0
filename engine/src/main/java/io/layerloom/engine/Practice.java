package io.layerloom.engine;

import io.layerloom.graph.TrainingPlan;
import java.util.Optional;

/** What a network shows of what it has learned after each epoch, for people to see: always with the same beginning or examples, so that only its learning tells the epochs apart. */
@FunctionalInterface
interface Practice {

    /** What it shows now; changes nothing that is learned. */
    RunEvent after(int epoch, int iteration);

    /** What it shows before the first step, where that tells something. */
    default Optional<RunEvent> before() {
        return Optional.empty();
    }

    /** That of a training; empty if there is nothing to show. */
    static Optional<Practice> of(BuiltNetwork built, LoadedDataset data, TrainingPlan plan) {
        return WritingPractice.of(built, data, plan)
                .<Practice>map(writing -> writing)
                .or(() -> ReconstructionPractice.of(built, data))
                .or(() -> RestorationPractice.of(built, data))
                .or(() -> TranslationPractice.of(built, data))
                .or(() -> GenerationPractice.of(built, data, plan));
    }
}
