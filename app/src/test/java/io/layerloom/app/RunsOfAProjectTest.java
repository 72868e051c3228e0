package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.PredictionView;
import io.layerloom.monitor.RunSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The training panel and the pages about runs belong to the open project, and say of every run how it really stands. */
@ExtendWith(ApplicationExtension.class)
class RunsOfAProjectTest {

    private static final Duration TRAINING = Duration.ofMinutes(3);
    private static final String NOTHING = "Nothing has been trained yet";
    private static final String RESUME = "Resume from checkpoint";

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    /** The keyboard goes to the window once something in it was clicked. */
    @BeforeEach
    void beginAnEmptyProject(FxRobot robot) {
        robot.clickOn("#welcome-new");
    }

    private static RunEvent[] stopped() {
        RunEvent[] told = Arrays.copyOf(KeptRun.half(), KeptRun.half().length + 1);
        told[told.length - 1] = new RunEvent.Finished(Outcome.STOPPED, Evaluation.NONE, 1, "");
        return told;
    }

    private Path project() throws IOException {
        return KeptRun.project(program.home.resolve("work/first.loom"));
    }

    private void open(FxRobot robot, Path project) {
        program.opening = Optional.of(project);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> text.equals(label.getText()) && isShown(label))
                .tryQuery()
                .isPresent();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    @Test
    void theTrainingPanelShowsTheLastRunOfTheProjectThatIsOpen(FxRobot robot) throws IOException {
        Path project = project();
        KeptRun.learn(KeptRun.write(project, "run-001", 1, "STOPPED", stopped()));
        open(robot, project);
        until(() -> shows(robot, "Stopped."));
        assertThat(shows(robot, RESUME)).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> shows(robot, NOTHING));
        assertThat(shows(robot, RESUME)).isFalse();
        assertThat(fx(() -> program.app.desk().atHand())).isEmpty();
        open(robot, project);
        until(() -> shows(robot, "Stopped."));
        assertThat(shows(robot, NOTHING)).isFalse();
    }

    @Test
    void aRunThatEndedWithItsProcessIsInterruptedAndCanGoOn(FxRobot robot) throws IOException {
        Path project = project();
        KeptRun.learn(KeptRun.write(project, "run-001", 1, "STOPPED", stopped()));
        KeptRun.write(project, "run-002", 2, "RUNNING", KeptRun.half());
        open(robot, project);
        until(() -> shows(robot, RESUME));
        assertThat(shows(robot, "Pause")).isFalse();
        robot.clickOn("#rail-runs");
        until(() -> shows(robot, "interrupted"));
        assertThat(shows(robot, "running")).isFalse();
        assertThat(robot.lookup("Resume").queryButton().isDisabled()).isFalse();
        assertThat(robot.lookup("Show insight").queryButton().isDisabled()).isTrue();
        robot.clickOn("#rail-export");
        until(() -> robot.lookup("#run-choice .combo-box").tryQuery().isPresent());
        assertThat(chosen(robot)).isEqualTo("run-001");
    }

    private static String chosen(FxRobot robot) {
        ComboBox<RunSeries> box = robot.lookup("#run-choice .combo-box").queryComboBox();
        return fx(() -> box.getValue().name());
    }

    private static RunEvent[] ended(Outcome outcome) {
        RunEvent[] told = stopped();
        told[told.length - 1] = new RunEvent.Finished(outcome, Evaluation.NONE, 1, "");
        return told;
    }

    @Test
    void aFinishedRunCanBeTrainedFurtherAndOneThatCannotSaysWhy(FxRobot robot) throws IOException {
        Path project = project();
        KeptRun.write(project, "run-001", 1, "EARLY_STOPPED", ended(Outcome.EARLY_STOPPED));
        KeptRun.write(project, "run-002", 2, "COMPLETED", ended(Outcome.COMPLETED));
        open(robot, project);
        until(() -> shows(robot, "Train further…"));
        robot.clickOn("#rail-runs");
        until(() -> shows(robot, "stopped early"));
        Button goOn = robot.lookup("#run-go-on").queryButton();
        assertThat(goOn.getText()).isEqualTo("Train further…");
        assertThat(goOn.isDisabled()).isFalse();
        robot.clickOn(goOn);
        until(() -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        assertThat(shows(robot, "run-002 has trained 1 epoch. Train it further."))
                .isTrue();
        Button accept = robot.lookup(".dialog-pane").lookup("Train further").queryButton();
        assertThat(accept.isDisabled()).isFalse();
        for (String wrong : List.of("1", "0", "many", "100001", "")) {
            robot.interact(() -> robot.lookup(".dialog-pane .text-field")
                    .queryTextInputControl()
                    .setText(wrong));
            assertThat(accept.isDisabled()).as(wrong).isTrue();
        }
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("run-001");
        until(() -> goOn.isDisabled());
        assertThat(goOn.getText()).isEqualTo("Resume");
        robot.moveTo(goOn);
        until(() -> robot.lookup((Labeled label) -> label.getText() != null
                        && label.getText().startsWith("It stopped early, because its validation loss"))
                .tryQuery()
                .isPresent());
    }

    @Test
    @Tag("slow")
    void aFinishedTrainingGoesOnForMoreEpochs(FxRobot robot) throws IOException {
        open(robot, project());
        until(() -> program.bench().schemaProperty().get().isPresent());
        robot.clickOn("#train");
        until(TRAINING, () -> shows(robot, "Train further…"));
        until(TRAINING, () -> !program.app.desk().isBusy());
        int planned = fx(() -> program.document().plan().epochs());
        robot.clickOn("Train further…");
        until(() -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        int more = planned + 3;
        robot.interact(() ->
                robot.lookup(".dialog-pane .text-field").queryTextInputControl().setText(Integer.toString(more)));
        robot.clickOn("Train further");
        until(TRAINING, () -> shows(robot, more + " / " + more));
        until(TRAINING, () -> !program.app.desk().isBusy());
        assertThat(fx(() -> program.document().plan().epochs())).isEqualTo(planned);
    }

    @Test
    void insightIntoARunWhoseDataAreGoneSaysSoAndCanBeTriedAgain(FxRobot robot) throws IOException {
        Path table = program.home.resolve("flowers.csv");
        Path project = KeptRun.project(program.home.resolve("work/own.loom"), table);
        KeptRun.learn(KeptRun.write(project, "run-001", 1, "STOPPED", stopped()));
        open(robot, project);
        until(() -> shows(robot, "Stopped."));
        robot.clickOn("#rail-insight");
        until(() -> shows(robot, "There is no file " + table + ". It may have been moved or renamed."));
        assertThat(robot.lookup(PredictionView.class::isInstance).tryQuery()).isEmpty();
        Files.writeString(table, "1,2,3,4,a\n2,3,4,5,b\n3,4,5,6,c\n");
        robot.clickOn("#insight-again");
        until(() -> robot.lookup(PredictionView.class::isInstance).tryQuery().isPresent());
        // What was kept of the run cannot be loaded either; that is said as well, each time it is tried.
        until(TRAINING, () -> shows(robot, "Try again"));
        robot.clickOn("Try again");
        until(TRAINING, () -> shows(robot, "Try again"));
    }

    @Test
    void aQuestionStandsInTheMiddleOfTheWindow(FxRobot robot) throws IOException {
        Path project = project();
        KeptRun.write(project, "run-001", 1, "STOPPED", stopped());
        open(robot, project);
        until(() -> shows(robot, "Stopped."));
        robot.clickOn("#rail-runs").clickOn("Rename");
        Window question = robot.window(robot.lookup(".dialog-pane").<Node>query());
        Window owner = robot.window(robot.lookup("#runs-page").<Node>query());
        until(() -> Math.abs(middle(question).distance(middle(owner))) < 2);
        robot.push(KeyCode.ESCAPE);
    }

    private static Point2D middle(Window window) {
        return new Point2D(window.getX() + window.getWidth() / 2, window.getY() + window.getHeight() / 2);
    }

    @Test
    void theKeyboardWalksThroughTheRunsToExport(FxRobot robot) throws IOException {
        Path project = project();
        for (int run = 1; run <= 3; run++) {
            KeptRun.learn(KeptRun.write(project, "run-00" + run, run, "STOPPED", stopped()));
        }
        open(robot, project);
        until(() -> shows(robot, "Stopped."));
        robot.clickOn("#rail-export");
        until(() -> robot.lookup("#run-choice .combo-box").tryQuery().isPresent());
        Node folder = robot.lookup("#param-folder .text-field").query();
        robot.clickOn(folder).write(program.home.resolve("java").toString()).push(KeyCode.ENTER);
        robot.clickOn("#export");
        until(() -> robot.lookup("#export-result").tryQuery().isPresent());
        ComboBox<RunSeries> box = robot.lookup("#run-choice .combo-box").queryComboBox();
        robot.interact(box::requestFocus);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(chosen(robot)).isEqualTo("run-001");
        assertThat(fx(box::isFocused)).isTrue();
        assertThat(robot.lookup("#export-result").tryQuery()).isEmpty();
    }

    @Test
    void savingLeavesThePageInView(FxRobot robot) {
        robot.clickOn("#rail-insight");
        Path file = program.home.resolve("first.loom");
        program.saving = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        until(() -> Files.isRegularFile(file) && shows(robot, "first.loom"));
        assertThat(isShown(robot.lookup("#insight-page").query())).isTrue();
    }

    @Test
    @Tag("slow")
    void aTrainingIsListedPausedGoneOnWithStoppedAndLeft(FxRobot robot) {
        robot.clickOn("#brand").clickOn("#sample-mnist-mlp");
        until(() -> program.bench().schemaProperty().get().isPresent());
        robot.clickOn("#train");
        until(TRAINING, () -> program.app.desk().progressProperty().get() > 0);
        robot.clickOn("#rail-runs");
        until(() -> shows(robot, "running"));
        assertThat(robot.lookup("Delete").queryButton().isDisabled()).isTrue();
        robot.interact(() -> program.app.desk().pause());
        await(TrainingDesk.State.PAUSED);
        robot.clickOn("#train");
        await(TrainingDesk.State.RUNNING);
        robot.clickOn("Stop");
        await(TrainingDesk.State.IDLE);
        until(() -> shows(robot, RESUME));
        double reached = fx(() -> program.app.desk().progressProperty().get());
        robot.clickOn(RESUME);
        until(TRAINING, () -> program.app.desk().progressProperty().get() > reached);
        robot.interact(() -> program.app.desk().pause());
        await(TrainingDesk.State.PAUSED);
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> shows(robot, NOTHING));
        assertThat(text(robot, "#train")).matches("Digits with dense layers \\d+ %");
        robot.clickOn("#train");
        assertThat(text(robot, "#train")).isEqualTo("Paused");
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("End training");
        until(() -> shows(robot, NOTHING));
        assertThat(fx(() -> program.app.desk().isBusy())).isFalse();
        assertThat(text(robot, "#train")).isEqualTo("Train");
    }

    private static String text(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).queryLabeled().getText());
    }

    private void await(TrainingDesk.State state) {
        until(TRAINING, () -> program.app.desk().stateProperty().get() == state);
    }
}
