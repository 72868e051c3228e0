package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is blamed for hanging, and who is given time. */
class StepWatchTest {

    private final StepWatch watch = new StepWatch();

    private Optional<String> after(int seconds) {
        return watch.beat(Duration.ofSeconds(seconds), StepWatch.LEAST);
    }

    private Optional<String> duringAStep(int... seconds) {
        return watch.one(() -> {
            Optional<String> last = Optional.empty();
            for (int each : seconds) {
                last = after(each);
            }
            return last;
        });
    }

    @Test
    void aStepThatTakesFarLongerThanAllBeforeIsBlamed() {
        duringAStep(0);
        assertThat(duringAStep(30, 30)).isEmpty();
        assertThat(duringAStep(30, 30, 2))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("a step was not done after 62 seconds, where the slowest step before took "));
    }

    @Test
    void theFirstStepHasHalfAnHour() {
        assertThat(duringAStep(1800)).isEmpty();
        StepWatch fresh = new StepWatch();
        assertThat(fresh.one(() -> fresh.beat(Duration.ofSeconds(1801), StepWatch.LEAST)))
                .hasValue("its first step was not done after 1,801 seconds");
    }

    @Test
    void timeBetweenStepsIsNobodysFault() {
        duringAStep(0);
        assertThat(after(10_000)).isEmpty();
        assertThat(duringAStep(1)).isEmpty();
    }

    @Test
    void aMeasurementMayTakeAsLongAsItsStepsWould() {
        watch.one(() -> {
            long until = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return true;
        });
        // 50 times 0.02 seconds for each of 1,000 steps.
        assertThat(watch.some(1_000, () -> after(900))).isEmpty();
        assertThat(watch.some(1_000, () -> after(100_000)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("a measurement was not done"));
    }

    @Test
    void aStepThatFailsIsOver() {
        assertThatThrownBy(() -> watch.one(() -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        assertThat(after(100_000)).isEmpty();
    }
}
