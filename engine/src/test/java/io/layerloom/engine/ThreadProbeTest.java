package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.Sha256;
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
        assertThat(ThreadProbe.faster(Map.of(1, 2.0, 4, 1.0)).threads()).isEqualTo(4);
        assertThat(ThreadProbe.faster(Map.of(1, 2.0, 4, 1.95)).threads()).isEqualTo(1);
        assertThat(ThreadProbe.faster(Map.of(1, 2.0, 4, 40.0)).threads()).isEqualTo(1);
        assertThat(ThreadProbe.faster(Map.of(1, 2.0, 4, 40.0)).millis()).isEqualTo(Map.of(1, 2.0, 4, 40.0));
    }

    @Test
    void measuresEveryNumberAndLeavesNoTrace() throws Exception {
        Document document = TestCatalog.network(4, 16, 0, 3, false)
                .with(TrainingPlan.INITIAL.withOptimizer(TestCatalog.optimizer("Adam", 0.01)));
        BuiltNetwork trained = BuiltNetwork.of(document, TestCatalog.CATALOG);
        String weights = Sha256.of(trained.net());
        int threads = Nd4j.getEnvironment().maxThreads();
        MultiDataSet batch = new MultiDataSet(new INDArray[] {Nd4j.ones(8, 4)}, new INDArray[] {Nd4j.ones(8, 3)});

        Map<Integer, Double> millis =
                ThreadProbe.measure(BuiltNetwork.of(document, TestCatalog.CATALOG), batch, List.of(1, 2));

        assertThat(millis.keySet()).containsExactly(1, 2);
        assertThat(millis.values()).allSatisfy(time -> assertThat(time).isPositive());
        assertThat(Sha256.of(trained.net())).isEqualTo(weights);
        assertThat(Nd4j.getEnvironment().maxThreads()).isEqualTo(threads);
        assertThat(batch.getFeatures(0)).isEqualTo(Nd4j.ones(8, 4));
    }
}
