package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.Page;
import io.layerloom.graph.Component;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Objective;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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
    void whichPartOfAPairEntersIsAskedOnlyWhereThereArePairs(FxRobot robot) {
        robot.interact(() -> {
            program.app.session().navigation.to(Page.DESIGN);
            program.bench().select(program.id("measures"));
        });
        until(() -> shows(robot, "#param-size"));
        assertThat(shows(robot, "#param-part")).isFalse();
        robot.interact(() -> program.bench()
                .apply(Edits.plan("Compare", program.bench().document().plan().withObjective(Objective.SAME_CLASS))));
        assertThat(shows(robot, "#param-part")).isTrue();
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
    void anArrowOpensTheKindOfSourceItLeadsTo(FxRobot robot) {
        robot.interact(() -> robot.lookup("#source-sample").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertThat(shows(robot, "#data-cards")).isFalse();
        assertThat(shows(robot, "#data-pending")).isTrue();
        robot.push(KeyCode.LEFT);
        assertThat(shows(robot, "#data-cards")).isTrue();
        assertThat(shows(robot, "#data-pending")).isFalse();
    }

    @Test
    void filesThatWereMendedOutsideAreReadAgain(FxRobot robot) throws IOException {
        Path table = program.home.resolve("own.csv");
        robot.clickOn("#source-csv");
        robot.clickOn("#param-file .text-field").write(table.toString()).push(KeyCode.ENTER);
        until(() -> robot.lookup("#data-problem").tryQuery().isPresent());
        Files.writeString(table, "5.1,3.5,a\n4.9,3.0,b\n7.0,3.2,b\n");
        robot.clickOn("#param-file .text-field").push(KeyCode.ENTER);
        untilExamples(robot, 3);
        Files.writeString(table, "5.1,3.5,a\n4.9,3.0,b\n7.0,3.2,b\n6.9,3.1,a\n");
        robot.clickOn("#rail-design").clickOn("#rail-data");
        untilExamples(robot, 4);
        Files.writeString(table, "5.1,3.5,a\n4.9,3.0,b\n7.0,3.2,b\n6.9,3.1,a\n5.5,2.3,b\n");
        robot.clickOn("#train");
        until(() -> robot.lookup("#problems").tryQuery().isPresent());
        robot.clickOn("#rail-data");
        untilExamples(robot, 5);
    }

    @Test
    void picturesWithABrokenBoxAreReadAgainOnceItIsMended(FxRobot robot) throws IOException {
        Path folder = Files.createDirectory(program.home.resolve("pictures"));
        ImageIO.write(
                new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("one.png").toFile());
        Path boxes = Files.writeString(folder.resolve("one.txt"), "0 0.5 0.5 0.2\n");
        robot.clickOn("#source-boxes");
        robot.clickOn("#param-folder .text-field").write(folder.toString()).push(KeyCode.ENTER);
        until(() -> robot.lookup("#data-problem").tryQuery().isPresent());
        Files.writeString(boxes, "0 0.5 0.5 0.2 0.2\n");
        robot.clickOn("#rail-design").clickOn("#rail-data");
        untilExamples(robot, 1);
    }

    /** The bench knows how many examples there are, and the page shows it. */
    private void untilExamples(FxRobot robot, int count) {
        until(() -> program.bench()
                .schemaProperty()
                .get()
                .filter(schema -> schema.examples() == count)
                .isPresent());
        until(() -> robot.lookup(".ll-figure").queryAll().stream()
                .anyMatch(figure -> Integer.toString(count).equals(((Labeled) figure).getText())));
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
