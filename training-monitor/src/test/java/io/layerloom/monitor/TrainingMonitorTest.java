package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.monitor.chart.Curve;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrainingMonitorTest {
    private final List<String> calls = new ArrayList<>();
    private TrainingMonitor monitor;

    @Start
    void show(Stage stage) {
        monitor = new TrainingMonitor();
        monitor.setOnPause(() -> calls.add("pause"));
        monitor.setOnResume(() -> calls.add("resume"));
        monitor.setOnStop(() -> calls.add("stop"));
        monitor.setOnResumeFromCheckpoint(() -> calls.add("checkpoint"));
        monitor.setOnShowEvaluation(() -> calls.add("evaluation"));
        Scene scene = new Scene(monitor, 984, 308);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void withoutARunItSaysHowToStartOne(FxRobot robot) {
        assertThat(shown(robot, "Nothing has been trained yet")).isTrue();
        assertThat(shown(robot, "Pause")).isFalse();
    }

    @Test
    void theButtonsSteerTheRun(FxRobot robot) throws TimeoutException {
        begin(robot, 200);
        robot.clickOn("Pause");
        monitor.accept(new RunEvent.Paused(200));
        await(State.PAUSED);
        robot.clickOn("Resume");
        monitor.accept(new RunEvent.Resumed(200));
        await(State.RUNNING);
        robot.clickOn("Stop");
        assertThat(calls).containsExactly("pause", "resume", "stop");
        assertThat(robot.lookup("Stop").queryButton().isDisabled()).isTrue();
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
    void aFinishedRunTellsItsTestAccuracy(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("digits"));
        new ScriptedRun(2, 50, 1, 1).events().forEach(monitor::accept);
        await(State.FINISHED);
        assertThat(robot.lookup((Labeled l) -> l.getText().contains("test accuracy 98.6 %"))
                        .tryQuery())
                .isPresent();
        robot.clickOn("Show evaluation");
        assertThat(calls).containsExactly("evaluation");
        assertThat(shown(robot, "Pause")).isFalse();
    }

    @Test
    void saysInWhatTheProjectIsNotAnyMoreWhatTheRunTrains(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        String sentence = "The network was changed after this run began.";
        robot.interact(() -> monitor.showDrift(Optional.of(sentence)));
        assertThat(shown(robot, sentence)).isTrue();
        robot.interact(() -> monitor.showDrift(Optional.empty()));
        assertThat(shown(robot, sentence)).isFalse();
    }

    @Test
    void aStoppedRunCanGoOnAndIsGoneWithItsProject(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        monitor.accept(new RunEvent.Finished(Outcome.STOPPED, ScriptedRun.evaluation(), 10, ""));
        await(State.FINISHED);
        robot.clickOn("Resume from checkpoint");
        assertThat(calls).containsExactly("checkpoint");
        robot.interact(monitor::clear);
        assertThat(shown(robot, "Nothing has been trained yet")).isTrue();
        assertThat(shown(robot, "Resume from checkpoint")).isFalse();
        assertThat(monitor.runName()).isEmpty();
    }

    @Test
    void aFailedRunSaysWhyAndHowToGoOn(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        monitor.accept(
                new RunEvent.Failed("The worker ended with code 137. Free some memory and resume.", "log line", true));
        await(State.FAILED);
        assertThat(shown(robot, "The worker ended with code 137. Free some memory and resume."))
                .isTrue();
        robot.clickOn("Show details");
        assertThat(shown(robot, "Copy details")).isTrue();
        robot.clickOn("Resume from checkpoint");
        assertThat(calls).containsExactly("checkpoint");
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
    void earlierRunsLieBeneath(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        RunSeries other = MonitorDemo.earlier("digits 0", 2, 3);
        robot.interact(() -> monitor.showOverlay(other));
        assertThat(monitor.charts().loss().curves()).extracting(Curve::kind).contains(Curve.Kind.OTHER_TRAINING);
        robot.interact(() -> monitor.hideOverlay(other));
        assertThat(monitor.charts().loss().curves()).hasSize(2);
    }

    private void begin(FxRobot robot, int events) throws TimeoutException {
        robot.interact(() -> monitor.begin("digits"));
        new ScriptedRun(4, 600, 1, 1).events().subList(0, events).forEach(monitor::accept);
        await(State.RUNNING);
    }

    private void await(State state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> monitor.stateProperty().get() == state);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Curve curve(Curve.Kind kind) {
        return monitor.charts().loss().curves().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static boolean shown(FxRobot robot, String text) {
        return robot.lookup((Labeled l) -> text.equals(l.getText()) && isShown(l))
                .tryQuery()
                .isPresent();
    }

    private static boolean isShown(javafx.scene.Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }
}
