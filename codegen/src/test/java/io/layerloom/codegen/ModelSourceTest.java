package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What computes a layer faster than DL4J goes with it, and only with it. */
class ModelSourceTest {

    @ParameterizedTest
    @CsvSource({"lstm, true", "simple_rnn, true", "dropout, false"})
    void recurrentNetworksBringTheirOwnCode(String id, boolean recurrent) {
        String source = source(id);
        Map<String, String> kit =
                KitSources.neededBy(List.of(source), KitSources.onClassPath(ModelSourceTest.class.getClassLoader()));
        assertThat(source.contains("FastRecurrent.install(net);")).isEqualTo(recurrent);
        assertThat(kit.containsKey("FastRecurrent")).isEqualTo(recurrent);
        assertThat(kit.containsKey("Vec")).isEqualTo(recurrent);
    }

    private static String source(String id) {
        LayerType layer = Drawing.layer(type -> type.id().equals(id));
        Document document = Drawing.of(new Shape.Sequence(6, 5), layer, layer.initialValues())
                .completed(Optional.empty());
        Inference inference = Inference.of(document.graph(), Drawing.CATALOG);
        return ModelSource.of(
                "some.where", "A network.", Drawing.CATALOG.lower(document, inference), 1, KitSources.PACKAGE);
    }
}
