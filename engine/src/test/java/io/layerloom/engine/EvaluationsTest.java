package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    /** Figures worked out by hand. */
    @Test
    void figuresFollowFromTheConfusionMatrix() {
        int[][] confusion = {{5, 1, 0}, {2, 3, 1}, {0, 0, 0}};

        Evaluation evaluation = Evaluations.ofConfusion(0.7, List.of("cat", "dog", "cow"), confusion);

        assertThat(evaluation.examples()).isEqualTo(12);
        assertThat(evaluation.accuracy()).isCloseTo(8 / 12.0, within(1e-12));
        ClassScore cat = evaluation.perClass().get(0);
        assertThat(cat.precision()).isCloseTo(5 / 7.0, within(1e-12));
        assertThat(cat.recall()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(cat.f1()).isCloseTo(10 / 13.0, within(1e-12));
        assertThat(cat.support()).isEqualTo(6);
        ClassScore cow = evaluation.perClass().get(2);
        assertThat(List.of(cow.precision(), cow.recall(), cow.f1())).containsOnly(0.0);
        assertThat(evaluation.macroRecall()).isCloseTo((5 / 6.0 + 0.5 + 0) / 3, within(1e-12));
        assertThat(evaluation.mse()).isNaN();
    }

    @Test
    void isAValue() {
        int[][] confusion = {{1, 0}, {0, 1}};
        Evaluation evaluation = Evaluations.ofConfusion(0.1, List.of("a", "b"), confusion);
        confusion[0][0] = 9;
        evaluation.confusion()[0][0] = 9;
        assertThat(evaluation)
                .isEqualTo(Evaluations.ofConfusion(0.1, List.of("a", "b"), new int[][] {{1, 0}, {0, 1}}))
                .isNotEqualTo(Evaluations.ofConfusion(0.1, List.of("a", "b"), new int[][] {{1, 1}, {0, 1}}));
    }
}
