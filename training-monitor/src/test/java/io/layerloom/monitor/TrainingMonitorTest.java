package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where a run stands is said, and what can be done then is offered. */
class TrainingMonitorTest extends MonitorFixture {

    @Start
    void show(Stage stage) {
        open(stage);
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
        assertThat(shown(robot, "End now")).isFalse();
        robot.clickOn("Stop");
        assertThat(calls).containsExactly("pause", "resume", "stop");
        assertThat(robot.lookup("Stop").queryButton().isDisabled()).isTrue();
        robot.interact(monitor::retell);
        robot.clickOn("End now");
        assertThat(calls).containsExactly("pause", "resume", "stop", "end");
        begin(robot, 20);
        assertThat(shown(robot, "End now")).isFalse();
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
    void aLayerThatLearnsByItselfIsNamedUntilAllLearn(FxRobot robot) throws TimeoutException {
        robot.interact(() -> monitor.begin("digits"));
        monitor.accept(new RunEvent.Started(1, 3, 10, 640, 0, 0, "CPU", 2, 0));
        monitor.accept(new RunEvent.Pretraining("hidden2", 2, 4, 0, 3, Double.NaN, 1));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "Pre-training of hidden2, layer 2 of 4"));
        monitor.accept(new RunEvent.Paused(0));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "Paused in the pre-training of hidden2"));
        monitor.accept(new RunEvent.Resumed(0));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "Pre-training of hidden2, layer 2 of 4"));
        monitor.accept(new RunEvent.Iteration(1, 1, 0.5, 0.8, 64, 2));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !shown(robot, "Pre-training of hidden2, layer 2 of 4"));
    }

    @Test
    void theLossOfLayersThatLearnOneByOneHasAChart(FxRobot robot) {
        List<RunEvent> told = List.of(
                new RunEvent.Started(1, 3, 10, 640, 0, 0, "CPU", 2, 0),
                new RunEvent.Pretraining("hidden1", 1, 2, 0, 2, Double.NaN, 1),
                new RunEvent.Pretraining("hidden1", 1, 2, 1, 2, 80, 2),
                new RunEvent.Pretraining("hidden1", 1, 2, 1, 2, 80, 2),
                new RunEvent.Pretraining("hidden1", 1, 2, 2, 2, 60, 3),
                new RunEvent.Pretraining("hidden2", 2, 2, 1, 2, 9, 4));
        robot.interact(() -> monitor.show("digits", told));
        assertThat(monitor.charts().stages().isVisible()).isTrue();
        assertThat(monitor.charts().stages().curves())
                .extracting(curve -> curve.label() + " " + curve.series().size())
                .containsExactly("hidden1 2", "hidden2 1");
        robot.interact(() -> monitor.begin("other"));
        assertThat(monitor.charts().stages().isVisible()).isFalse();
    }

    @Test
    void aRunThatWasStoppedWhilePausedStaysStoppedInAnotherLanguage(FxRobot robot) throws TimeoutException {
        begin(robot, 20);
        monitor.accept(new RunEvent.Paused(20));
        await(State.PAUSED);
        monitor.accept(new RunEvent.Finished(Outcome.STOPPED, ScriptedRun.evaluation(), 10, ""));
        await(State.FINISHED);
        robot.interact(monitor::retell);
        assertThat(monitor.stateProperty().get()).isEqualTo(State.FINISHED);
        assertThat(shown(robot, "Paused at iteration 20")).isFalse();
    }

    @Test
    void aRunThatTrainedAllItsEpochsCanBeTrainedFurther(FxRobot robot) throws TimeoutException {
        monitor.setOnTrainFurther(() -> calls.add("further"));
        robot.interact(() -> monitor.begin("digits"));
        new ScriptedRun(2, 50, 1, 1).events().forEach(monitor::accept);
        await(State.FINISHED);
        robot.clickOn("Train further…");
        assertThat(calls).containsExactly("further");
        monitor.accept(new RunEvent.Finished(Outcome.EARLY_STOPPED, ScriptedRun.evaluation(), 10, ""));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !shown(robot, "Train further…"));
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
    void aRunThatBrokeOffAtALayerLeadsThere(FxRobot robot) throws TimeoutException {
        monitor.setOnShowLayer(calls::add);
        begin(robot, 100);
        monitor.accept(new RunEvent.Failed("The loss became not a number.", "", false, false, "conv2"));
        await(State.FAILED);
        robot.clickOn("Show conv2");
        assertThat(calls).containsExactly("conv2");
    }

    @Test
    void whatIsNoBetterThanGuessingIsSaidSo(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        int[][] always = {{0, 20}, {0, 30}};
        monitor.accept(
                new RunEvent.Finished(Outcome.COMPLETED, ScriptedRun.evaluation(always, List.of("no", "yes")), 10, ""));
        await(State.FINISHED);
        assertThat(
                        shown(
                                robot,
                                "Finished · test accuracy 60.0 % on 50 test examples. Always answering \"yes\" would be right in 60.0 %: the network has learned nothing of use yet. Try another learning rate, or more epochs."))
                .isTrue();
    }

    @Test
    void whatSomebodyEndedIsNoFailure(FxRobot robot) throws TimeoutException {
        begin(robot, 100);
        String sentence = "Training was ended in epoch 2, after 40 steps in all. It can go on from there.";
        monitor.accept(new RunEvent.Failed(sentence, "", true, true, ""));
        await(State.FAILED);
        assertThat(shown(robot, sentence)).isTrue();
        assertThat(robot.lookup(FailureCard.class::isInstance).query().isVisible())
                .isFalse();
        robot.clickOn("Resume from checkpoint");
        assertThat(calls).containsExactly("checkpoint");
    }
}
