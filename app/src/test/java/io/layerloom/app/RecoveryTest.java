package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.AppHome;
import io.layerloom.app.workbench.Projects;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** After the window was killed, the project is there again with its name and its runs, until it is discarded. */
@ExtendWith(ApplicationExtension.class)
class RecoveryTest {

    /** A process of another machine, which tells nothing of itself here. */
    private static final String DEAD = ".4000000000-1-elsewhere.journal";

    private AppFixture program;
    private AppHome own;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
        own = AppHome.in(program.home);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    /** Leaves what a killed window leaves of a project without a file that was changed and trained: the changes, and a run that was cut off. */
    private Path leave(String name) throws IOException {
        Path project = KeptRun.project(program.home.resolve("work/first.loom"));
        Path run = KeptRun.write(project, "run-001", 1, "RUNNING", KeptRun.half());
        Files.createDirectories(own.runs().resolve(name));
        Files.move(run, own.runs().resolve(name).resolve("run-001"));
        Path unsaved = Files.createDirectories(own.runs().resolveSibling("unsaved"));
        Document document = ProjectFile.read(project);
        Path left = unsaved.resolve("." + name + DEAD);
        ProjectFile.write(document.with(document.plan().withEpochs(77)), left);
        return left;
    }

    private void startAgain() {
        fx(() -> {
            program.app.show(Optional.empty());
            return true;
        });
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> text.equals(label.getText()) && isShown(label))
                .tryQuery()
                .isPresent();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    @ParameterizedTest
    @CsvSource({"iris-mlp, Iris species from a table, Bring them back", "untitled-k3x-1, Untitled, Bring it back"})
    void aProjectWithoutAFileIsThereAgainWithItsNameAndItsRun(String name, String title, String offer, FxRobot robot)
            throws IOException {
        leave(name);
        startAgain();
        robot.clickOn(offer);
        until(() -> program.document().plan().epochs() == 77);
        until(() -> shows(robot, title) && shows(robot, "Resume from checkpoint"));
        robot.clickOn("#rail-runs");
        until(() -> shows(robot, "interrupted"));
    }

    @Test
    void whatWasDiscardedIsNotOfferedAgain(FxRobot robot) throws IOException {
        Path left = leave("iris-mlp");
        startAgain();
        robot.clickOn("Bring them back");
        until(() -> program.document().plan().epochs() == 77);
        assertThat(left).exists();
        robot.clickOn("#project-name").push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("Discard");
        until(() -> robot.lookup("#welcome").tryQuery().isPresent());
        assertThat(left).doesNotExist();
        startAgain();
        assertThat(shows(robot, "Bring them back")).isFalse();
    }

    @Test
    void allTabsComeBackInTheirOrderWithWhatWasNotSaved(FxRobot robot) throws IOException {
        leave("iris-mlp");
        Path file = program.home.resolve("work/first.loom");
        Files.createDirectories(own.open());
        Files.write(
                own.open().resolve(".tabs" + DEAD),
                List.of("kept:iris-mlp", file.toUri().toString(), "kept:gone"));
        startAgain();
        assertThat(shows(robot, "Bring them back")).isFalse();
        robot.clickOn("Open them again");
        until(() -> titles().equals(List.of("Iris species from a table", "first.loom", "Untitled")));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        until(() -> program.document().plan().epochs() == 77);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertThat(program.document()).isEqualTo(ProjectFile.read(file));
    }

    @Test
    void whatWasOpenedBeforeAllCameBackStandsInItsPlaceAndIsOfferedOnce(FxRobot robot) throws IOException {
        leave("iris-mlp");
        Path file = program.home.resolve("work/first.loom");
        Files.createDirectories(own.open());
        Files.write(own.open().resolve(".tabs" + DEAD), List.of(file.toUri().toString(), "kept:iris-mlp", "kept:gone"));
        startAgain();
        robot.interact(robot.lookup("#sample-iris-mlp").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> shows(robot, "Bring them back"));
        robot.clickOn("#notice-next").clickOn("Open them again");
        until(() -> titles().equals(List.of("first.loom", "Iris species from a table", "Untitled")));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        until(() -> program.document().plan().epochs() == 77);
        assertThat(shows(robot, "Bring them back")).isFalse();
    }

    @Test
    void aRecentProjectWhoseFileIsGoneComesBackWhereItIsClicked(FxRobot robot) throws IOException {
        Path file = KeptRun.project(program.home.resolve("work/first.loom"));
        Document document = ProjectFile.read(file);
        ProjectFile.write(document.with(document.plan().withEpochs(77)), file.resolveSibling(".first.loom" + DEAD));
        Files.delete(file);
        robot.interact(() -> program.app.settings.update(now -> now.opened(file)));
        robot.clickOn("first.loom").clickOn("Bring them back");
        until(() -> program.document().plan().epochs() == 77);
        assertThat(titles()).containsExactly("first.loom");
    }

    private List<String> titles() {
        return program.app.sessions.places().stream().map(Projects.Place::title).toList();
    }
}
