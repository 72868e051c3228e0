package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    @Test
    void itCountsInWords() {
        Inference inference = Inference.of(TestCatalog.digits().graph(), TestCatalog.CATALOG);
        assertThat(StatusText.of(1, 9, 1, inference, Optional.empty()))
                .isEqualTo("100 %  ·  9 layers  ·  1 problem  ·  1 caution");
        assertThat(StatusText.of(0.337, 1, 0, Inference.EMPTY, Optional.empty()))
                .isEqualTo("34 %  ·  1 layer");
        assertThat(StatusText.of(1, 0, 0, Inference.EMPTY, Optional.empty())).isEqualTo("100 %");
        assertThat(StatusText.of(1, 1200, 30, Inference.EMPTY, Optional.empty()))
                .isEqualTo("100 %  ·  1,200 layers  ·  30 selected");
    }
}
