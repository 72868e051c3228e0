package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneSidedContestTest {

    private final List<String> said = new ArrayList<>();
    private final OneSidedContest contest = new OneSidedContest();

    private void steps(int count, double right, double generator) {
        for (int step = 0; step < count; step++) {
            contest.step(right, generator).ifPresent(said::add);
        }
    }

    @Test
    void saysOnceWhatToDoWhenTheDiscriminatorWinsForLong() {
        steps(OneSidedContest.STEPS - 1, 1, 6);
        assertThat(said).isEmpty();
        steps(2 * OneSidedContest.STEPS, 1, 6);
        assertThat(said).containsExactly(OneSidedContest.ADVICE);
        steps(1, 0.6, 1);
        steps(2 * OneSidedContest.STEPS, 1, 6);
        assertThat(said).hasSize(1);
    }

    @Test
    void aStepInWhichItWasFooledBeginsTheCountAnew() {
        for (int round = 0; round < 10; round++) {
            steps(OneSidedContest.STEPS - 1, 1, 6);
            steps(1, 0.8, 6);
            steps(OneSidedContest.STEPS - 1, 1, 6);
            steps(1, 1, 1);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void aNetworkWithoutAGeneratorIsLeftAlone() {
        steps(2 * OneSidedContest.STEPS, 1, Double.NaN);
        assertThat(said).isEmpty();
    }
}
