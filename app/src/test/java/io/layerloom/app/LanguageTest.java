package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.TrainingDesk.State;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Another language while a project is open and a training goes on. */
@ExtendWith(ApplicationExtension.class)
class LanguageTest {

    private static final Duration TRAINING = Duration.ofMinutes(2);

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @AfterAll
    static void english() {
        Language.use(Language.ENGLISH);
    }

    @Test
    void changesAllWordsAndNothingElse(FxRobot robot) {
        robot.interact(robot.lookup("#sample-mnist-mlp").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> program.bench().schemaProperty().get().isPresent());
        NodeId hidden = program.id("hidden");
        robot.interact(() -> program.bench().apply(Edits.rename(hidden, "inner")));
        robot.clickOn("#header-undo");
        Document document = program.document();
        robot.clickOn("#train");
        until(TRAINING, () -> program.app.desk().stateProperty().get() == State.RUNNING);
        robot.clickOn("Pause");
        until(TRAINING, () -> program.app.desk().stateProperty().get() == State.PAUSED);
        long worker = fx(() -> program.app.desk().current().orElseThrow().pid());

        choose(robot, "chinese");
        assertThat(text(robot, "#rail-design")).isEqualTo("设计");
        assertThat(text(robot, "#train")).isEqualTo("已暂停");
        robot.clickOn("#rail-design");
        assertThat(shows(robot, "训练计划")).isTrue();
        assertThat(shows(robot, "准确率")).isTrue();
        assertThat(fx(() -> robot.lookup(".label").queryAllAs(Labeled.class).stream()
                        .anyMatch(LanguageTest::countsLayersInChinese)))
                .isTrue();
        robot.clickOn("#project-menu");
        assertThat(shows(robot, "打开示例")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(program.document()).isSameAs(document);
        assertThat(fx(() -> program.bench().redoLabelProperty().get())).isPresent();
        assertThat(fx(() -> program.app.desk().current().orElseThrow().pid())).isEqualTo(worker);

        robot.clickOn("继续");
        until(TRAINING, () -> program.app.desk().stateProperty().get() == State.RUNNING);
        choose(robot, "english");
        assertThat(text(robot, "#rail-design")).isEqualTo("Design");
        robot.clickOn("#rail-design");
        assertThat(shows(robot, "Training plan")).isTrue();
        robot.clickOn("Stop");
        until(TRAINING, () -> program.app.desk().stateProperty().get() == State.IDLE);
        assertThat(fx(() -> program.app.desk().folder().orElseThrow()).resolve("evaluation.json"))
                .isRegularFile();
    }

    @Test
    void isFoundByItsNameInEnglish(FxRobot robot) {
        robot.interact(robot.lookup("#sample-mnist-mlp").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#palette").tryQuery().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.write("chinese").push(KeyCode.ENTER);
        until(() -> Language.current() == Language.CHINESE);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.write("english").push(KeyCode.ENTER);
        until(() -> Language.current() == Language.ENGLISH);
    }

    @Test
    void aDamagedTableIsToldInChinese(FxRobot robot) throws IOException {
        Path table = program.home.resolve("flowers.csv");
        Files.writeString(table, "1,2,3,4,a\n2,3,4,b\n");
        choose(robot, "chinese");
        program.opening = Optional.of(KeptRun.project(program.home.resolve("own.loom"), table));
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> fx(() -> program.bench().inferenceProperty().get().problems().stream()
                .anyMatch(problem -> problem.message().contains("flowers.csv 第 2 行：有 4 个单元格，而首行有 5 个。"))));
        choose(robot, "english");
    }

    /** As the status line of the canvas does. */
    private static boolean countsLayersInChinese(Labeled label) {
        return label.getText() != null && label.getText().matches("\\d+ %  ·  \\d+ 层.*");
    }

    private void choose(FxRobot robot, String language) {
        robot.clickOn("#backend");
        robot.clickOn("#language-" + language);
    }

    private static String text(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .findFirst()
                .orElseThrow());
    }

    private static boolean shows(FxRobot robot, String words) {
        return fx(() -> robot.lookup(words).tryQuery().isPresent());
    }
}
