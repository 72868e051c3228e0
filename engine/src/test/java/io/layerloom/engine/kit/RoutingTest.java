package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final Offset<Double> NEAR = within(1e-12);

    /** Three capsules below, two above, of one number each: for the first above 1, 1 and −1, for the second nothing. */
    private static final double[] VOTES = {1, 0, 1, 0, -1, 0};

    @Test
    void oneRoundHearsAllAlike() {
        // (1 + 1 − 1) ÷ 2 = 0.5, and 0.5 · 0.5 ÷ (1 + 0.25) = 0.2.
        assertThat(new Routing(VOTES, 2, 1, 1).result()).containsExactly(new double[] {0.2, 0}, NEAR);
    }

    @Test
    void theNextRoundHearsMoreOfThoseThatAgree() {
        double agreed = 1 / (1 + Math.exp(-0.2));
        double sum = agreed + agreed - (1 - agreed);
        assertThat(new Routing(VOTES, 2, 1, 2).result())
                .containsExactly(new double[] {sum * sum / (1 + sum * sum), 0}, NEAR);
    }

    @Test
    void theSlopesAreThoseOfAllRounds() {
        double[] votes = {0.9, -0.4, 0.3, 0.8, -0.2, 0.7, 1.1, 0.5, -0.6, 0.2, 0.4, -1.3};
        double[] weights = {0.7, -1.2, 0.4, 0.9};
        double[] slopes = new Routing(votes, 2, 2, 3).back(weights);
        for (int at = 0; at < votes.length; at++) {
            double slope = (weighted(votes, at, 1e-6, weights) - weighted(votes, at, -1e-6, weights)) / 2e-6;
            assertThat(slopes[at]).as("vote %d", at).isEqualTo(slope, within(1e-8));
        }
    }

    private static double weighted(double[] votes, int at, double more, double[] weights) {
        double[] moved = votes.clone();
        moved[at] += more;
        double[] result = new Routing(moved, 2, 2, 3).result();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * result[i];
        }
        return sum;
    }
}
