package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.StepWork.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static StepWork work(Random random) {
        Map<Kind, Double> amounts = new EnumMap<>(Kind.class);
        amounts.put(Kind.STEP, 1.0);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.STEP && random.nextInt(3) > 0) {
                // As much as the kind takes some milliseconds for.
                double millis = Math.exp(random.nextGaussian());
                amounts.put(kind, millis / 1000 / Pace.TYPICAL.seconds().get(kind));
            }
        }
        return new StepWork(amounts);
    }

    @Test
    void oneTrainingIsEnoughToForetellTheSameAgain() {
        StepWork step = work(new Random(1));
        assertThat(Pace.first(step, 0.25).predict(step)).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void aFurtherTrainingBringsThePredictionNearerToWhatWasMeasured() {
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            Pace pace = Pace.first(work(random), 0.01);
            StepWork next = work(random);
            double measured = pace.predict(next) * Math.exp(random.nextGaussian());
            double before = Math.abs(Math.log(pace.predict(next) / measured));
            double after = Math.abs(Math.log(pace.learn(next, measured).predict(next) / measured));
            assertThat(after).isLessThanOrEqualTo(before);
        }
    }

    @Test
    void learnsAMachineOnWhichTheKindsCompareOtherwise() {
        Random random = new Random(3);
        Map<Kind, Double> hidden = new EnumMap<>(Kind.class);
        // Sorted, because an immutable map has another order in each start of Java, and the seed would give other
        // machines.
        new EnumMap<>(Pace.TYPICAL.seconds())
                .forEach((kind, each) -> hidden.put(kind, each * Math.exp(random.nextGaussian())));
        Pace machine = new Pace(hidden, 0);
        Pace learned = Pace.first(work(random), 0.01);
        for (int training = 0; training < 60; training++) {
            StepWork step = work(random);
            learned = learned.learn(step, machine.predict(step));
        }
        double worst = 0;
        for (int look = 0; look < 20; look++) {
            StepWork step = work(random);
            worst = Math.max(worst, Math.abs(Math.log(learned.predict(step) / machine.predict(step))));
        }
        assertThat(worst).isLessThan(0.3);
    }

    @Test
    void oneTrainingOnABusyMachineDoesNotCountBeyondReason() {
        StepWork step = work(new Random(4));
        Pace pace = Pace.first(step, 0.01);
        assertThat(pace.learn(step, 100).predict(step)).isLessThan(0.1);
    }

    @Test
    void aStepAsksForTheWorkOfItsLayers() {
        Document drawn = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.OUTPUT)
                .document();
        Map<NodeId, StepWork> layers = StepWork.byNode(
                drawn,
                Inference.of(drawn.graph(), SmallCatalog.CATALOG),
                SmallCatalog.CATALOG,
                drawn.plan().batchSize());
        StepWork step = StepWork.of(layers);
        assertThat(layers).hasSize(3);
        assertThat(step.amounts())
                .containsEntry(Kind.STEP, 1.0)
                .containsEntry(Kind.LAYERS, 3.0)
                .containsEntry(Kind.WEIGHTS, 785.0 * 10)
                .containsEntry(Kind.NUMBERS, 32.0 * (784 + 10 + 10));
    }
}
