package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.RunEvent;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    private void started(int resumedAt) {
        progress.take(new RunEvent.Started(10, 10, 100, 6400, 0, 0, "CPU", 2, resumedAt));
    }

    private void iteration(int i, double seconds) {
        progress.take(new RunEvent.Iteration(i, (i - 1) / 100 + 1, 1, 1, i * 64L, seconds));
    }

    @Test
    void knowsPartSpeedAndTimeLeft() {
        started(0);
        for (int i = 1; i <= 500; i++) {
            iteration(i, i * 0.04);
        }
        assertThat(progress.part()).isEqualTo(0.5);
        assertThat(progress.epoch()).isEqualTo(5);
        assertThat(progress.speed()).isCloseTo(1600, within(1.0));
        assertThat(progress.secondsLeft()).isCloseTo(20, within(0.1));
    }

    @Test
    void beforeTheFirstFiguresNothingIsClaimed() {
        started(0);
        assertThat(progress.speed()).isNaN();
        assertThat(progress.secondsLeft()).isNaN();
        assertThat(progress.epoch()).isEqualTo(1);
    }

    @Test
    void whileARunIsTakenUpAgainTheTimeLeftIsNotKnown() {
        iteration(300, 12);
        iteration(320, 12.8);
        assertThat(progress.speed()).isCloseTo(1600, within(1.0));
        assertThat(progress.secondsLeft()).isNaN();
    }

    @Test
    void aResumedRunGoesOnWhereItWas() {
        started(300);
        assertThat(progress.part()).isEqualTo(0.3);
        assertThat(progress.epoch()).isEqualTo(4);
        iteration(301, 12.04);
        iteration(320, 12.80);
        assertThat(progress.speed()).isCloseTo(1600, within(1.0));
    }
}
