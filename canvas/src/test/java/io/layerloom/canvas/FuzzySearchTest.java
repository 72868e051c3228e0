package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FuzzySearchTest {

    private static final List<String> LAYERS = List.of(
            "Input",
            "Output",
            "Dense",
            "Flatten",
            "Convolution 2D",
            "Max pooling 2D",
            "Average pooling 2D",
            "LSTM",
            "Dropout");

    private static List<String> find(String query) {
        return FuzzySearch.find(query, LAYERS, Function.identity());
    }

    @Test
    void theBeginningOfANameComesFirst() {
        assertThat(FuzzySearch.find("lst", List.of("Last step", "LSTM"), Function.identity()))
                .containsExactly("LSTM", "Last step");
        assertThat(find("d")).first().isEqualTo("Dense");
        assertThat(find("out")).first().isEqualTo("Output");
        assertThat(find("conv")).containsExactly("Convolution 2D");
    }

    @Test
    void beginningsOfWordsAreEnough() {
        assertThat(find("mp")).first().isEqualTo("Max pooling 2D");
        assertThat(find("ap2")).first().isEqualTo("Average pooling 2D");
        assertThat(find("pool")).containsExactly("Max pooling 2D", "Average pooling 2D");
    }

    @Test
    void lettersMustComeInOrder() {
        assertThat(find("esned")).isEmpty();
        assertThat(find("zzz")).isEmpty();
    }

    @Test
    void nothingTypedFindsEverything() {
        assertThat(find("  ")).isEqualTo(LAYERS);
    }

    @Test
    void namesAreFoundByWhatTheyHaveInThemTheBeginningFirst() {
        List<String> commands =
                List.of("Add Average pooling 2D", "Tidy the network", "Unpool", "Pooling off", "Pay off old loans");
        assertThat(FuzzySearch.named("pool", commands, Function.identity()))
                .containsExactly("Pooling off", "Add Average pooling 2D", "Unpool");
        assertThat(FuzzySearch.named("zzz", commands, Function.identity())).isEmpty();
        assertThat(FuzzySearch.named(" ", commands, Function.identity())).isEqualTo(commands);
    }
}
