package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.LayerType;
import io.layerloom.nodes.NodeLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static List<String> found(String text) {
        return Search.of(text, NodeLibrary.CATALOG.layers()).stream()
                .map(LayerType::id)
                .toList();
    }

    @Test
    void findsByTheBeginningOfTheNameFirst() {
        assertThat(found("d").get(0)).isEqualTo("dense");
        assertThat(found("pool")).contains("max_pool2d");
        assertThat(found("LSTM").get(0)).isEqualTo("lstm");
        assertThat(found("output").get(0)).isEqualTo("output");
    }

    @Test
    void showsEverythingForNothingAndNothingForNonsense() {
        assertThat(found("  ")).hasSameSizeAs(NodeLibrary.CATALOG.layers());
        assertThat(found("qqq")).isEmpty();
    }
}
