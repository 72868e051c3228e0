package io.layerloom.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.nodes.NodeLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchGraphTest {

    @ParameterizedTest
    @ValueSource(ints = {20, 101, 1000})
    void everyShapeIsKnown(int count) {
        Document document = BenchGraph.of(count, NodeLibrary.CATALOG);
        Inference inference = Inference.of(document.graph(), NodeLibrary.CATALOG);
        assertThat(document.graph().nodes()).hasSize(count);
        assertThat(inference.problems()).isEmpty();
        assertThat(inference.reports().values())
                .allSatisfy(report -> assertThat(report.output()).isPresent());
    }
}
