package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.Sha256;
import io.layerloom.engine.kit.TeamSize;
import io.layerloom.engine.kit.Waiting;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

class ThreadProbeTest {

    @Test
    void takesMoreThreadsOnlyIfTheyAreClearlyFaster() {
        assertThat(ThreadProbe.fastest(Map.of(1, 2.0, 4, 1.0), 1)).isEqualTo(4);
        assertThat(ThreadProbe.fastest(Map.of(1, 2.0, 4, 1.95), 1)).isEqualTo(1);
        assertThat(ThreadProbe.fastest(Map.of(1, 2.0, 4, 40.0), 1)).isEqualTo(1);
    }

    @Test
    void waitsInAnotherWayOnlyIfItIsClearlyFaster() {
        Map<Waiting, Double> alike = Map.of(Waiting.SLEEP, 1.95, Waiting.LOOK_BRIEFLY, 2.0, Waiting.LOOK_LONG, 1.99);
        assertThat(ThreadProbe.fastest(alike, Waiting.LOOK_BRIEFLY)).isEqualTo(Waiting.LOOK_BRIEFLY);
        Map<Waiting, Double> busy = Map.of(Waiting.SLEEP, 1.0, Waiting.LOOK_BRIEFLY, 2.0, Waiting.LOOK_LONG, 3.0);
        assertThat(ThreadProbe.fastest(busy, Waiting.LOOK_BRIEFLY)).isEqualTo(Waiting.SLEEP);
    }

    @Test
    void measuresEveryNumberAndLeavesNoTrace() throws Exception {
        Document document = TestCatalog.network(4, 16, 0, 3, false)
                .with(TrainingPlan.INITIAL.withOptimizer(TestCatalog.optimizer("Adam", 0.01)));
        BuiltNetwork trained = BuiltNetwork.of(document, TestCatalog.CATALOG);
        String weights = Sha256.of(trained.net());
        int threads = TeamSize.chosen();
        MultiDataSet batch = new MultiDataSet(new INDArray[] {Nd4j.ones(8, 4)}, new INDArray[] {Nd4j.ones(8, 3)});

        Map<Integer, Double> millis =
                ThreadProbe.measure(BuiltNetwork.of(document, TestCatalog.CATALOG), batch, List.of(1, 2));

        Map<Waiting, Double> waiting =
                ThreadProbe.measureWaiting(BuiltNetwork.of(document, TestCatalog.CATALOG), batch, 2);

        assertThat(millis.keySet()).containsExactly(1, 2);
        assertThat(waiting.keySet()).containsExactly(Waiting.values());
        assertThat(Waiting.chosen()).isEqualTo(Waiting.LOOK_BRIEFLY);
        assertThat(millis.values()).allSatisfy(time -> assertThat(time).isPositive());
        assertThat(Sha256.of(trained.net())).isEqualTo(weights);
        assertThat(TeamSize.chosen()).isEqualTo(threads);
        assertThat(batch.getFeatures(0)).isEqualTo(Nd4j.ones(8, 4));
    }
}
