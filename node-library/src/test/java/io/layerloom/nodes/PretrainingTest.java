package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.TrainingPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of layers that are not pre-trained one by one. */
class PretrainingTest {

    private static List<String> said(Sketch sketch) {
        Sketch planned = sketch.plan(TrainingPlan.INITIAL.withPretraining(3));
        return PlanProblems.of(planned.document(), planned.inference(), NodeLibrary.CATALOG, Optional.empty()).stream()
                .filter(problem -> problem.param().equals(Optional.of(TrainingPlan.PRETRAINING.key())))
                .map(Problem::message)
                .toList();
    }

    @Test
    void aConvolutionInFrontOfDenseLayersIsNamed() {
        Sketch head = Sketch.empty().layer("image", "input").layer("conv", "conv2d", "image");
        Sketch mixed = head.layer("flat", "flatten", "conv")
                .layer("hidden", "dense", "flat")
                .layer("digit", "output", "hidden");
        assertThat(said(mixed))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .startsWith("Only Dense layers are pre-trained.")
                        .contains("such as \"conv\""));
        Sketch dense = Sketch.empty()
                .layer("image", "input")
                .layer("flat", "flatten", "image")
                .layer("hidden", "dense", "flat")
                .layer("digit", "output", "hidden");
        assertThat(said(dense)).isEmpty();
    }
}
