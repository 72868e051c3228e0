package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.Outcome;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.monitor.chart.Curve;
import io.layerloom.monitor.chart.Series;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
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
        monitor.setOnEnd(() -> calls.add("end"));
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
    void figuresOfManyDigitsHaveRoom(FxRobot robot) throws TimeoutException {
        for (int width : new int[] {984, 760, 640, 480}) {
            robot.interact(() -> {
                monitor.getScene().getWindow().setWidth(width);
                monitor.begin("digits");
            });
            monitor.accept(new RunEvent.Started(1, 100_000, 1000, 64_000, 0, 0, "CPU", 2, 42_000));
            monitor.accept(new RunEvent.Iteration(42_001, 43, 0.5, 0.8, 2_688_000, 100));
            monitor.accept(new RunEvent.Iteration(42_002, 43, 0.5, 0.8, 2_690_000, 101));
            await(State.RUNNING);
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "43 / 100,000"));
            WaitForAsyncUtils.waitForFxEvents();
            List<Figure> figures = robot.lookup(Figure.class::isInstance).queryAllAs(Figure.class).stream()
                    .filter(Figure::isVisible)
                    .toList();
            for (Figure one : figures) {
                assertThat(digits(one).getMaxX()).isLessThanOrEqualTo(monitor.getWidth());
                assertThat(figures)
                        .filteredOn(other -> other != one)
                        .noneMatch(other -> digits(other).intersects(digits(one)));
            }
        }
    }

    @Test
    void figuresOfCommonLengthStandApart(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.getScene().getWindow().setWidth(660);
            monitor.begin("digits");
        });
        monitor.accept(new RunEvent.Started(1, 500, 100, 6_400, 0, 0, "CPU", 2, 0));
        monitor.accept(new RunEvent.Iteration(4_590, 46, 0.0546, 0.992, 288_000, 100));
        monitor.accept(new RunEvent.Iteration(4_599, 46, 0.0546, 0.992, 293_400, 101));
        await(State.RUNNING);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "46 / 500"));
        WaitForAsyncUtils.waitForFxEvents();
        List<Bounds> row = robot.lookup(Figure.class::isInstance).queryAllAs(Figure.class).stream()
                .filter(Figure::isVisible)
                .map(TrainingMonitorTest::digits)
                .sorted(Comparator.comparingDouble(Bounds::getMinX))
                .toList();
        assertThat(row).hasSize(6);
        for (int at = 1; at < row.size(); at++) {
            assertThat(row.get(at).getMinX() - row.get(at - 1).getMaxX()).isGreaterThanOrEqualTo(18);
        }
    }

    private static Bounds digits(Figure figure) {
        javafx.scene.Node value = figure.getChildren().get(1);
        return value.localToScene(value.getLayoutBounds());
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
    void theDetailsOfAFailureCanBeReadInALowPanel(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.getScene().getWindow().setWidth(660);
            monitor.getScene().getWindow().setHeight(330);
        });
        begin(robot, 100);
        monitor.accept(new RunEvent.Failed("The worker ended with code 137.", "one line\n".repeat(40), true));
        await(State.FAILED);
        robot.clickOn("Show details");
        WaitForAsyncUtils.waitForFxEvents();
        TextArea details = robot.lookup(TextArea.class::isInstance).query();
        assertThat(details.getHeight()).isGreaterThan(150);
        Bounds seen = details.localToScene(details.getLayoutBounds());
        assertThat(seen.getMaxY()).isLessThanOrEqualTo(monitor.getHeight());
        assertThat(seen.getMinY()).isGreaterThanOrEqualTo(0);
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

    @Test
    void inALowPanelTheChartsKeepTheirRoomAndNothingIsCut(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.getScene().getWindow().setWidth(660);
            monitor.getScene().getWindow().setHeight(290);
        });
        begin(robot, 700);
        Pictures pictures = new Pictures(28, 28, 1, new byte[10 * 28 * 28]);
        monitor.accept(new RunEvent.Reconstructed(1, 600, pictures, pictures));
        monitor.accept(new RunEvent.Written(1, 600, "Es war einmal ein Fuchs, der ".repeat(20)));
        robot.interact(() -> monitor.showDrift(Optional.of("The network was changed after this run began.")));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "Written after epoch 1"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(monitor.charts().getHeight()).isGreaterThanOrEqualTo(110);
        ScrollPane scroll = robot.lookup(ScrollPane.class::isInstance).query();
        robot.interact(() -> scroll.setVvalue(scroll.getVmax()));
        Bounds charts = monitor.charts().localToScene(monitor.charts().getLayoutBounds());
        assertThat(charts.getMaxY()).isLessThanOrEqualTo(monitor.getHeight());
        assertThat(charts.getMaxX()).isLessThan(monitor.getWidth() - 8 * 28);
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

    private static double loss(int iteration) {
        return 1.1 * Math.exp(-iteration / 60.0);
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
        return Sight.reads(robot, text);
    }
}
