package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Plateau;
import io.layerloom.graph.ScheduleType;
import io.layerloom.graph.Values;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.schedule.ISchedule;

/** Each schedule against its formula, counted in epochs and in steps. */
class SchedulesTest {

    private static final double RATE = 0.1;

    @Test
    void constantIsANumber() {
        assertThat(ConstantRate.TYPE.rate().apply(Values.EMPTY, RATE)).isEqualTo(new Expr.Lit(RATE));
    }

    @Test
    void stepDropsAtIntervals() {
        Values values = Sketch.with(StepRate.FACTOR, 0.5).with(StepRate.EVERY, 3);
        check(StepRate.TYPE, values, t -> RATE * Math.pow(0.5, Math.floorDiv(t, 3)));
    }

    @Test
    void exponentialShrinksByAFactor() {
        check(ExponentialRate.TYPE, Sketch.with(ExponentialRate.FACTOR, 0.8), t -> RATE * Math.pow(0.8, t));
    }

    @Test
    void inverseTimeFallsWithOneOverTime() {
        Values values = Sketch.with(InverseTimeRate.DECAY, 0.25).with(InverseTimeRate.POWER, 2.0);
        check(InverseTimeRate.TYPE, values, t -> RATE / Math.pow(1 + 0.25 * t, 2));
    }

    @Test
    void sigmoidSlidesDown() {
        Values values = Sketch.with(SigmoidRate.HALFWAY, 4).with(SigmoidRate.STEEPNESS, 1.5);
        check(SigmoidRate.TYPE, values, t -> RATE / (1 + Math.exp(1.5 * (t - 4))));
    }

    @Test
    void cosineRisesInALineAndFallsAlongAWave() {
        Values values =
                Sketch.with(CosineRate.WARM_UP, 3).with(CosineRate.LENGTH, 10).with(CosineRate.FLOOR, 0.02);
        check(
                CosineRate.TYPE,
                values,
                t -> t < 3
                        ? RATE * (t + 1) / 4
                        : 0.02 + 0.5 * (RATE - 0.02) * (1 + Math.cos(Math.PI * Math.min(1, (t - 3) / 7.0))));
    }

    @Test
    void oneCycleRisesAndFallsBelowItsBeginning() {
        Values values = Sketch.with(OneCycleRate.DIVISOR, 25.0)
                .with(OneCycleRate.RISING, 0.5)
                .with(OneCycleRate.LENGTH, 10);
        // The phases of PyTorch's OneCycleLR: the top at step 0.5 · 10 − 1, the end at step 9.
        double first = 0.1 / 25;
        double last = first / 1e4;
        check(
                OneCycleRate.TYPE,
                values,
                t -> t <= 4
                        ? RATE + (first - RATE) / 2 * (1 + Math.cos(Math.PI * t / 4))
                        : last + (RATE - last) / 2 * (1 + Math.cos(Math.PI * (Math.min(t, 9) - 4) / 5)));
    }

    @Test
    void plateauBeginsWithTheRateAndTellsTheLoopWhenToLowerIt() {
        assertThat(PlateauRate.TYPE.rate().apply(Values.EMPTY, RATE)).isEqualTo(new Expr.Lit(RATE));
        assertThat(PlateauRate.TYPE.plateau().apply(Sketch.with(PlateauRate.PATIENCE, 4), RATE))
                .contains(new Plateau(RATE, 0.5, 4, 0.0001, 0));
    }

    private static void check(ScheduleType type, Values values, IntToDoubleFunction formula) {
        ISchedule epochs = (ISchedule)
                Evaluator.evaluate(type.rate().apply(values.with(Schedules.UNIT, Schedules.Unit.EPOCH), RATE));
        ISchedule steps = (ISchedule)
                Evaluator.evaluate(type.rate().apply(values.with(Schedules.UNIT, Schedules.Unit.ITERATION), RATE));
        for (int t = 0; t < 12; t++) {
            assertThat(epochs.valueAt(777, t)).as("epoch %d", t).isCloseTo(formula.applyAsDouble(t), within(1e-12));
            assertThat(steps.valueAt(t, 777)).as("step %d", t).isCloseTo(formula.applyAsDouble(t), within(1e-12));
        }
    }
}
