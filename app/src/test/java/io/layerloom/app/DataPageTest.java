package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Choosing data: those in use stay until others are complete. */
@ExtendWith(ApplicationExtension.class)
class DataPageTest {

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @BeforeEach
    void openTheDataOfASample(FxRobot robot) {
        // By key, because the card may lie below what fits in the window.
        robot.interact(robot.lookup("#sample-iris-mlp").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> program.bench().schemaProperty().get().isPresent());
        robot.clickOn("#rail-data");
    }

    private Component data() {
        return program.document().plan().data().orElseThrow();
    }

    private static boolean shows(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    @Test
    void anotherKindOfSourceLeavesTheDataInUseUntilItsFileIsChosen(FxRobot robot) throws IOException {
        Component before = data();
        robot.clickOn("#source-csv");
        assertThat(data()).isEqualTo(before);
        assertThat(program.bench().obstacle()).isEmpty();
        assertThat(shows(robot, "#data-pending")).isTrue();
        Path table = Files.writeString(program.home.resolve("own.csv"), "5.1,3.5,a\n4.9,3.0,b\n7.0,3.2,b\n");
        robot.clickOn("#param-file .text-field").write(table.toString()).push(KeyCode.ENTER);
        until(() -> program.bench()
                .schemaProperty()
                .get()
                .filter(schema -> schema.examples() == 3)
                .isPresent());
        assertThat(data().type()).isEqualTo("csv");
        assertThat(shows(robot, "#data-pending")).isFalse();
        until(() -> robot.lookup((Labeled label) -> "column 1".equals(label.getText()))
                .tryQuery()
                .isPresent());
        robot.clickOn("#source-sample");
        assertThat(data()).isEqualTo(before);
    }

    @Test
    void oneGoesBackToTheDataInUse(FxRobot robot) {
        Component before = data();
        robot.clickOn("#source-idx");
        assertThat(shows(robot, "#param-folder")).isTrue();
        robot.clickOn("#data-keep");
        assertThat(shows(robot, "#data-cards")).isTrue();
        assertThat(data()).isEqualTo(before);
        assertThat(fx(() -> program.bench().undoLabelProperty().get())).isEmpty();
    }
}
