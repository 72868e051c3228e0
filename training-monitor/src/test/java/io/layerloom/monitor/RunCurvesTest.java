package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Outcome;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.monitor.chart.Curve;
import io.layerloom.monitor.chart.Series;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every kind of network has the figures and curves that suit it. */
class RunCurvesTest extends MonitorFixture {

    @Start
    void show(Stage stage) {
        open(stage);
    }

    @Test
    void showsFiguresAndCurves(FxRobot robot) throws TimeoutException {
        begin(robot, 700);
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> curve(Curve.Kind.TRAINING).series().size() > 600);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown(robot, "2 / 4")).isTrue();
        assertThat(curve(Curve.Kind.VALIDATION).series().size()).isEqualTo(1);
        assertThat(robot.lookup((Labeled l) -> l.getText().endsWith(" /s")).tryQuery())
                .isPresent();
    }

    @Test
    void aFloodOfIterationsIsThinnedAndNoEpochIsLost(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("flood"));
        ScriptedRun run = new ScriptedRun(400, 1000, 1, 1);
        monitor.accept(new RunEvent.Started(1, 400, 1000, 64_000, 0, 0, "CPU", 2, 0));
        for (int i = 1; i <= 400_000; i++) {
            monitor.accept(run.iteration(i));
            if (i % 1000 == 0) {
                monitor.accept(new RunEvent.EpochEnd(i / 1000, i, 1, 0.5, 1, 0.5, i, 100, 0.1));
            }
        }
        monitor.accept(new RunEvent.Finished(Outcome.STOPPED, ScriptedRun.evaluation(), 10, ""));
        await(State.FINISHED);
        assertThat(curve(Curve.Kind.VALIDATION).series().size()).isEqualTo(400);
        assertThat(curve(Curve.Kind.TRAINING).series().lastX()).isEqualTo(400_000);
    }

    @Test
    void objectsThatWereFoundAreTestedByMeanAveragePrecision(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.expectAccuracy(false);
            monitor.begin("shapes");
        });
        assertThat(Sight.isShown(monitor.charts().accuracy())).isFalse();
        assertThat(shown(robot, "Accuracy")).isFalse();
        monitor.accept(new RunEvent.Started(1, 1, 10, 640, 100, 150, "CPU", 2, 0));
        monitor.accept(new RunEvent.Finished(Outcome.COMPLETED, ScriptedRun.found(), 10, ""));
        await(State.FINISHED);
        assertThat(shown(robot, "Finished · mAP@0.5 80.0 % on 150 test pictures."))
                .isTrue();
    }

    @Test
    void rivalsHaveACurveEachAndWhatIsGeneratedStandsBesideThem(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("digits"));
        monitor.accept(new RunEvent.Started(1, 2, 10, 640, 100, 100, "CPU", 2, 0));
        monitor.accept(new RunEvent.Generated(0, 0, new Pictures(28, 28, 1, new byte[32 * 28 * 28])));
        for (int i = 1; i <= 10; i++) {
            monitor.accept(new RunEvent.Iteration(i, 1, 0.6, 0.7, i * 64L, i));
            monitor.accept(new RunEvent.Rivalry(i, 1.0 + i));
        }
        monitor.accept(new RunEvent.EpochEnd(1, 10, 0.6, 0.7, 0.5, 0.8, 10, 64, 0.1));
        monitor.accept(new RunEvent.Generated(1, 10, new Pictures(28, 28, 1, new byte[32 * 28 * 28])));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "After epoch 1"));
        assertThat(monitor.charts().loss().curves())
                .extracting(Curve::label)
                .containsExactly("discriminator", "generator", "validation");
        assertThat(monitor.charts().loss().curves().get(1).series().size()).isEqualTo(10);

        robot.interact(() -> monitor.begin("others"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(monitor.charts().loss().curves()).extracting(Curve::label).containsExactly("training", "validation");
        assertThat(robot.lookup("#generated").query().isVisible()).isFalse();
    }

    @Test
    void aNetworkForNumbersHasNoAccuracy(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("prices"));
        monitor.accept(new RunEvent.Started(1, 2, 10, 640, 100, 100, "CPU", 2, 0));
        for (int i = 1; i <= 10; i++) {
            monitor.accept(new RunEvent.Iteration(i, 1, 1.0 / i, Double.NaN, i * 64L, i));
        }
        monitor.accept(new RunEvent.EpochEnd(1, 10, 0.2, Double.NaN, 0.3, Double.NaN, 10, 64, 0.1));
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> !monitor.charts().accuracy().isVisible());
        assertThat(monitor.charts().loss().curves().get(0).series().size()).isEqualTo(10);
    }

    @Test
    void whatFindsObjectsHasItsOwnFigureInThePlaceOfAnAccuracy(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("shapes"));
        monitor.accept(new RunEvent.Started(1, 2, 10, 640, 100, 100, "CPU", 2, 0));
        for (int epoch = 1; epoch <= 2; epoch++) {
            monitor.accept(new RunEvent.Iteration(10 * epoch, epoch, 1.0, Double.NaN, 640L * epoch, epoch));
            monitor.accept(new RunEvent.Scored(
                    epoch, 10 * epoch, RunEvent.Scored.Figure.MEAN_AVERAGE_PRECISION, 0.25 * epoch));
            monitor.accept(new RunEvent.EpochEnd(epoch, 10 * epoch, 0.2, Double.NaN, 0.3, Double.NaN, epoch, 64, 0.1));
        }
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "50.0 %"));
        assertThat(shown(robot, "mAP@0.5")).isTrue();
        assertThat(monitor.charts().accuracy().isVisible()).isTrue();
        assertThat(monitor.charts().accuracy().title()).isEqualTo("mAP@0.5");
        assertThat(monitor.charts().accuracy().curves())
                .extracting(Curve::label)
                .containsExactly("mAP@0.5");
        assertThat(monitor.charts().accuracy().curves().get(0).series().size()).isEqualTo(2);
    }

    @Test
    void whatTellsPixelsApartHasItsOverlapBesideTheirAccuracy(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("masks"));
        monitor.accept(new RunEvent.Started(1, 2, 10, 640, 100, 100, "CPU", 2, 0));
        monitor.accept(new RunEvent.Iteration(10, 1, 1.0, 0.8, 640, 1));
        monitor.accept(new RunEvent.Scored(1, 10, RunEvent.Scored.Figure.MEAN_IOU, 0.625));
        monitor.accept(new RunEvent.EpochEnd(1, 10, 0.2, 0.8, 0.3, 0.9, 1, 64, 0.1));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "62.5 %"));
        assertThat(monitor.charts().accuracy().title()).isEqualTo("Accuracy");
        assertThat(monitor.charts().accuracy().curves())
                .extracting(Curve::label)
                .containsExactly("training", "validation", "mean IoU");
        robot.interact(() -> monitor.begin("others"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(monitor.charts().accuracy().curves())
                .extracting(Curve::label)
                .containsExactly("training", "validation");
    }

    @Test
    void theSmoothedLossOfAShortRunIsNotFarBehind(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("flowers"));
        monitor.accept(new RunEvent.Started(403, 20, 7, 108, 12, 30, "CPU", 1, 0));
        // A fast run tells several iterations as one.
        for (int i = 7; i <= 140; i += 7) {
            monitor.accept(new RunEvent.Iteration(i, i / 7, loss(i), 0.5, i * 16L, i));
        }
        monitor.accept(new RunEvent.Finished(Outcome.COMPLETED, ScriptedRun.evaluation(), 10, ""));
        await(State.FINISHED);
        Series drawn = curve(Curve.Kind.TRAINING).series();
        for (int at = 0; at < drawn.size(); at++) {
            assertThat(drawn.smoothed(at)).isCloseTo(drawn.y(at), within(0.02));
        }
    }

    @Test
    void earlierRunsLieBeneath(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        RunSeries other = MonitorDemo.earlier("digits 0", 2, 3);
        robot.interact(() -> monitor.showOverlay(other));
        assertThat(monitor.charts().loss().curves()).extracting(Curve::kind).contains(Curve.Kind.OTHER_TRAINING);
        robot.interact(() -> monitor.overlays().remove(other));
        assertThat(monitor.charts().loss().curves()).hasSize(2);
    }

    private Curve curve(Curve.Kind kind) {
        return monitor.charts().loss().curves().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static double loss(int iteration) {
        return 1.1 * Math.exp(-iteration / 60.0);
    }
}
