package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Component;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.nodes.NodeLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** In what two training plans differ, as a person reads it in the list. */
@ExtendWith(ApplicationExtension.class) // the list is a control
class PlanDifferenceTest {

    private static final TrainingPlan PLAN = TrainingPlan.INITIAL;

    private static List<String> between(TrainingPlan first, TrainingPlan second) {
        return PlanDifference.between(first, second, NodeLibrary.CATALOG).stream()
                .map(DifferenceList::words)
                .toList();
    }

    private static Component optimizer(String id, double rate) {
        OptimizerType type = NodeLibrary.CATALOG.optimizer(id).orElseThrow();
        return new Component(id, Values.initial(type.params()).with(type.learningRate(), rate));
    }

    @Test
    void nothingDiffersFromItselfWhetherOrNotAFileNamesWhatIsInitial() {
        OptimizerType adam = NodeLibrary.CATALOG.optimizer("adam").orElseThrow();
        TrainingPlan named = PLAN.withOptimizer(new Component("adam", Values.initial(adam.params())));
        assertThat(between(PLAN, named)).isEmpty();
    }

    @Test
    void figuresAndChoicesAreNamedByTheirFieldsInTheOrderOfThePlan() {
        TrainingPlan other = PLAN.withSeed(7)
                .withEpochs(20)
                .withBatchSize(1_024)
                .withOptimizer(optimizer("sgd", 0.01))
                .withData(new Component("sample", Values.EMPTY))
                .withStart(Optional.of("sample:mnist-mlp"));
        assertThat(between(PLAN.withOptimizer(optimizer("adam", 0.001)), other))
                .containsExactly(
                        "Data: – → Shipped data set",
                        "Epochs: 10 → 20",
                        "Batch size: 32 → 1,024",
                        "Optimizer: Adam → SGD",
                        "Learning rate: 0.001 → 0.01",
                        "First weights: Drawn by the seed → The latest run of Digits with dense layers",
                        "Seed: 42 → 7");
    }

    @Test
    void whatHasNoEffectInEitherIsLeftAside() {
        TrainingPlan patient = PLAN.withEarlyStopping(new TrainingPlan.EarlyStopping(false, 9, 0));
        assertThat(between(PLAN, patient)).isEmpty();
        TrainingPlan stopping = PLAN.withEarlyStopping(new TrainingPlan.EarlyStopping(true, 9, 0));
        assertThat(between(PLAN, stopping)).containsExactly("Early stopping: off → on", "Patience: 5 → 9");
    }
}
