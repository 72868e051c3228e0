package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.BottomPanel;
import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.Projects;
import io.layerloom.graph.NodeId;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What somebody stumbles over who has not learned yet how the window is meant. */
@ExtendWith(ApplicationExtension.class)
class NewcomerTest {

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    private void openSample(FxRobot robot, String id) {
        robot.interact(robot.lookup("#sample-" + id).query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> !program.bench().document().graph().nodes().isEmpty());
    }

    private static TextField field(FxRobot robot, String param) {
        return robot.lookup("#param-" + param + " .text-field").query();
    }

    @Test
    void theLowerPanelOpensForWhoeverWantsToSeeWhatIsInIt(FxRobot robot) {
        openSample(robot, "iris-mlp");
        BottomPanel panel = robot.lookup("#bottom").query();
        SplitPane split = around(panel);
        robot.interact(() -> split.setDividerPosition(0, 1));
        until(() -> panel.getHeight() < 60);
        robot.clickOn("Problems");
        until(() -> panel.getHeight() > 150);
        robot.interact(() -> split.setDividerPosition(0, 1));
        until(() -> panel.getHeight() < 60);
        robot.clickOn("Problems"); // also the one that is chosen already
        until(() -> panel.getHeight() > 150);
    }

    private static SplitPane around(Node node) {
        Node parent = node.getParent();
        return parent instanceof SplitPane split ? split : around(parent);
    }

    @Test
    void trainingWaitsForAFieldWhoseTextIsRefused(FxRobot robot) {
        openSample(robot, "iris-mlp");
        TextField epochs = field(robot, "epochs");
        robot.clickOn(epochs).push(KeyCode.SHORTCUT, KeyCode.A).write("many").push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> !program.app.session().notices.shown().isEmpty());
        assertThat(program.app.session().notices.shown().get(0).text())
                .startsWith("Training has not begun. Epochs")
                .contains("Still in force: ");
        assertThat(fx(() -> program.app.desk().isBusy())).isFalse();
        assertThat(epochs.isFocused()).isTrue();
    }

    @Test
    void whatSeveralLayersHaveUnlikeIsEmptyUntilItIsTyped(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        NodeId first = program.id("conv1");
        NodeId second = program.id("conv2");
        robot.interact(() -> {
            program.bench().selection().clear();
            program.bench().selection().add(first);
            program.bench().selection().add(second);
        });
        TextField filters = field(robot, "filters");
        assertThat(filters.getText()).isEmpty();
        assertThat(filters.getPromptText()).isEqualTo("several values");
        robot.clickOn(filters).push(KeyCode.ENTER);
        assertThat(program.bench().undoLabelProperty().get()).isEmpty();
        String ofTheFirst = String.valueOf(
                program.document().graph().node(first).values().plain().get("filters"));
        robot.clickOn(filters).write(ofTheFirst).push(KeyCode.ENTER);
        assertThat(program.document().graph().node(second).values().plain())
                .containsEntry("filters", Integer.valueOf(ofTheFirst));
        assertThat(filters.getText()).isEqualTo(ofTheFirst);
    }

    @Test
    void anAddedLayerIsTakenBackAndNotTheWordByWhichItWasFound(FxRobot robot) {
        robot.clickOn("#welcome-new");
        until(() -> robot.lookup("#palette").tryQuery().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.F).write("lstm").push(KeyCode.ENTER);
        until(() -> program.bench().document().graph().nodes().size() == 1);
        assertThat(program.document().graph().named("lstm_1")).isPresent();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        until(() -> program.bench().document().graph().nodes().isEmpty());
        assertThat(robot.lookup("#palette-search").<TextField>query().getText()).isEqualTo("lstm");
        assertThat(robot.lookup(".ll-palette-cell:selected").<Label>query().getText())
                .isEqualTo("LSTM");
    }

    @Test
    void aSampleThatWasChangedIsToBeHadAfresh(FxRobot robot) {
        openSample(robot, "iris-mlp");
        int whole = program.document().graph().nodes().size();
        NodeId any = program.document().graph().nodes().keySet().iterator().next();
        robot.interact(() -> {
            program.bench().select(any);
            program.canvas(robot).requestFocus();
        });
        robot.push(KeyCode.DELETE);
        assertThat(program.document().graph().nodes()).hasSize(whole - 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.write("open iris").push(KeyCode.ENTER);
        until(() -> program.app.session().notices.shown().stream()
                .map(Notice::text)
                .anyMatch("Iris species from a table is open here already, with your changes."::equals));
        robot.clickOn(
                (Labeled label) -> label.getText() != null && label.getText().equals("Open a fresh copy"));
        until(() -> program.app.sessions.places().size() == 2);
        assertThat(program.app.session().projects().place()).isInstanceOf(Projects.Place.Untitled.class);
        assertThat(program.document().graph().nodes()).hasSize(whole);
    }
}
