package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.canvas.CanvasProbe;
import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import io.layerloom.monitor.EvaluationView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The whole way of a newcomer: from an empty canvas to a trained network that is taken away as Java. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class JourneyTest {

    private static final Duration TRAINING = Duration.ofMinutes(5);

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @Test
    void drawsMendsTrainsSavesAndTakesAway(FxRobot robot) throws IOException {
        robot.clickOn("#welcome-new");
        chooseDigits(robot);
        drawFourLayers(robot);
        mendTheShape(robot);
        trainAndStop(robot);
        undo(robot);
        saveAndReopen(robot);
        takeAway(robot);
    }

    @Test
    void outlivesTheProcessThatTrainsAndGoesOnFromItsCheckpoint(FxRobot robot) {
        robot.clickOn("#sample-mnist-mlp");
        until(() -> program.bench().schemaProperty().get().isPresent());
        robot.clickOn("#train");
        until(
                TRAINING,
                () -> program.app
                        .desk()
                        .folder()
                        .filter(JourneyTest::hasCheckpoint)
                        .isPresent());
        long pid = fx(() -> program.app.desk().current().orElseThrow().pid());
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        until(TRAINING, () -> program.app.desk().stateProperty().get() == TrainingDesk.State.IDLE);
        robot.clickOn("#rail-insight").clickOn("#rail-design");
        until(() -> robot.lookup("Resume from checkpoint").queryAll().stream().anyMatch(JourneyTest::isShown));
        robot.clickOn("Resume from checkpoint");
        until(TRAINING, () -> program.app.desk().progressProperty().get() > 0.2);
        robot.clickOn("Stop");
        until(TRAINING, () -> program.app.desk().stateProperty().get() == TrainingDesk.State.IDLE);
        Path run = fx(() -> program.app.desk().folder().orElseThrow());
        assertThat(run.resolve("evaluation.json")).isRegularFile();
        robot.clickOn("#rail-insight");
        until(() -> robot.lookup(EvaluationView.class::isInstance).tryQuery().isPresent());
    }

    /** The monitor draws what the desk knows already a pulse later. */
    private static boolean isShown(Node node) {
        return Stream.iterate(node, parent -> parent != null, Node::getParent).allMatch(Node::isVisible);
    }

    private static boolean hasCheckpoint(Path run) {
        String[] files = run.resolve("checkpoint").toFile().list();
        return files != null && files.length > 0;
    }

    private void chooseDigits(FxRobot robot) {
        robot.clickOn("#rail-data").clickOn("#source-sample").clickOn("MNIST digits");
        until(() -> program.bench().schemaProperty().get().isPresent());
        robot.clickOn("#rail-design");
        until(() -> robot.lookup("#palette").tryQuery().isPresent());
    }

    private void drawFourLayers(FxRobot robot) {
        drop(robot, "input", 0.12, 0.3);
        drop(robot, "conv2d", 0.36, 0.3);
        drop(robot, "dense", 0.60, 0.3);
        drop(robot, "output", 0.85, 0.3);
        program.wire(robot, "input_1", "conv2d_1");
        program.wire(robot, "conv2d_1", "dense_1");
        program.wire(robot, "dense_1", "output_1");
        assertThat(program.document().graph().nodes())
                .hasSize(5); // the canvas put a Flatten where an image met a dense layer
    }

    private void drop(FxRobot robot, String layer, double across, double down) {
        Node entry = robot.lookup("#palette-" + layer).query();
        Point2D from = fx(() -> entry.localToScreen(40, 14));
        AppFixture.drag(robot, from, program.place(robot, across, down));
        until(() -> program.bench().document().graph().named(layer + "_1").isPresent());
    }

    /** A kernel larger than its image, and classes that the output does not have: each is mended by one click. */
    private void mendTheShape(FxRobot robot) {
        NodeId conv = program.id("conv2d_1");
        robot.clickOn(fx(() -> CanvasProbe.node(program.canvas(robot), conv)));
        TextField kernel = robot.lookup("#param-kernel .text-field").query();
        robot.clickOn(kernel).push(KeyCode.SHORTCUT, KeyCode.A).write("30").push(KeyCode.ENTER);
        assertThat(fx(() -> program.bench().inference().hasErrors())).isTrue();
        for (int step = 0; step < 4 && fx(() -> program.bench().obstacle().isPresent()); step++) {
            robot.clickOn("#train");
            Node remedy = robot.from(robot.lookup("#problems").<Node>query())
                    .lookup(".ll-remedy")
                    .<Node>query();
            robot.clickOn(remedy);
        }
        assertThat(fx(() -> program.bench().inference().problems())).isEmpty();
    }

    private void trainAndStop(FxRobot robot) {
        robot.clickOn("#train");
        until(TRAINING, () -> program.app.desk().progressProperty().get() > 0);
        robot.clickOn("Stop");
        until(TRAINING, () -> program.app.desk().stateProperty().get() == TrainingDesk.State.IDLE);
        Path run = fx(() -> program.app.desk().folder().orElseThrow());
        assertThat(run.resolve("evaluation.json")).isRegularFile();
    }

    private void undo(FxRobot robot) {
        Document before = program.document();
        robot.clickOn("#header-undo");
        assertThat(program.document()).isNotEqualTo(before);
        robot.clickOn("#header-redo");
        assertThat(program.document()).isEqualTo(before);
    }

    private void saveAndReopen(FxRobot robot) {
        Path file = program.home.resolve("journey.loom");
        program.saving = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        until(() ->
                Files.isRegularFile(file) && !program.bench().dirtyProperty().get());
        Document saved = program.document();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> program.bench().document().graph().nodes().isEmpty());
        program.opening = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> program.bench().document().equals(saved));
    }

    private void takeAway(FxRobot robot) throws IOException {
        Path folder = program.home.resolve("java");
        robot.clickOn("#rail-export");
        TextField field = robot.lookup("#param-folder .text-field").query();
        until(() -> !robot.lookup("#run-choice .combo-box").queryAll().isEmpty());
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write(folder.toString());
        robot.clickOn("#export");
        until(TRAINING, () -> robot.lookup("#export-result").tryQuery().isPresent());
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .contains("Model.java", "pom.xml", "weights.safetensors");
        }
    }
}
