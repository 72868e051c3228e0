package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void aNumberThatIsNoSumIsSaidOnce() {
        assertThat(Count.of(102_464, "102464").sentence()).isEqualTo("102,464 parameters");
        assertThat(Count.of(102_464, "102464").froze().sentence()).isEqualTo("102,464 parameters, frozen");
        assertThat(Count.of(320, "32 · (3·3·1) + 32").sentence()).isEqualTo("32 · (3·3·1) + 32 = 320 parameters");
    }
}
