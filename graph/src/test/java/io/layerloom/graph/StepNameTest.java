package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepNameTest {

    private static final Param<Size2> KERNEL = Param.size("kernel", 3, 1, 31).label("Kernel");
    private static final Param<Double> RATE = Param.real("rate", 0.001, 0, 1).label("Learning rate");
    private static final Param<Boolean> EARLY = Param.flag("early", false).label("Early stopping");
    private static final Param<String> FILE = Param.file("file").label("File");

    private static Node node(String name) {
        return new Node(new NodeId("n1"), "conv2d", name, Values.EMPTY);
    }

    @Test
    void saysWhatTheValueWasAndWhatItIs() {
        assertThat(StepName.of(node("conv1"), KERNEL, Size2.square(15)))
                .isEqualTo("Change kernel of conv1: 3×3 → 15×15");
        assertThat(StepName.of(RATE, 0.001, 1e-5)).isEqualTo("Change learning rate: 0.001 → 1e-5");
        assertThat(StepName.of(EARLY, false, true)).isEqualTo("Change early stopping: off → on");
        assertThat(StepName.of(FILE, "", "/data/iris.csv")).isEqualTo("Change file: nothing → iris.csv");
    }

    @Test
    void staysShortWhateverIsNamed() {
        Param<String> columns = Param.text("columns", "", 4096).label("Label columns");
        String step = StepName.of(node("a_layer_with_a_name_of_sixty_letters"), columns, "species,".repeat(90));
        assertThat(step).isEqualTo("Change label columns of a_layer_…letters: nothing → species,…pecies,");
        assertThat(step.length()).isLessThan(72);
    }
}
