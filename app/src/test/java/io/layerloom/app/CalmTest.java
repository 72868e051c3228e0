package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.TabStrip;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.canvas.Overview;
import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What stays where it is: the drawing under a notice, the keyboard, what was typed, what was shown or hidden. */
@ExtendWith(ApplicationExtension.class)
class CalmTest {

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
    void openSample(FxRobot robot) {
        robot.interact(robot.lookup("#sample-iris-mlp").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> !program.bench().document().graph().nodes().isEmpty());
    }

    private static List<String> said(FxRobot robot) {
        return fx(() ->
                robot.from(robot.lookup("#notices").<Node>query()).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    @Test
    void noticesAreTurnedOverOneByOneAndMoveNothing(FxRobot robot) {
        GraphCanvas canvas = program.canvas(robot);
        double before = fx(() -> canvas.localToScene(0, 0).getY());
        double height = canvas.getHeight();
        robot.interact(() -> {
            program.app.session().notices.failure("The first.");
            program.app.session().notices.failure("The second.");
        });
        until(() -> said(robot).equals(List.of("The second.", "1 of 2")));
        robot.clickOn("#notice-next");
        until(() -> said(robot).equals(List.of("The first.", "2 of 2")));
        assertThat(fx(() -> canvas.localToScene(0, 0).getY())).isEqualTo(before);
        assertThat(canvas.getHeight()).isEqualTo(height);
        robot.interact(() -> program.app
                .session()
                .notices
                .dismiss(program.app.session().notices.shown().get(0)));
        until(() -> said(robot).equals(List.of("The second.")));
    }

    @Test
    void theKeyboardGoesToANewCanvasAndThroughTheTabs(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> program.app.sessions.all().size() == 2 && canvasInView().isFocused());
        Node strip = robot.lookup(TabStrip.class::isInstance).query();
        for (int tries = 0; tries < 12 && !fx(strip::isFocusWithin); tries++) {
            robot.push(KeyCode.F6);
        }
        assertThat(fx(strip::isFocusWithin)).isTrue();
        robot.push(KeyCode.LEFT);
        until(() -> program.app.session() == program.app.sessions.all().get(0));
        assertThat(fx(strip::isFocusWithin)).isTrue();
        robot.push(KeyCode.RIGHT);
        until(() -> program.app.session() == program.app.sessions.all().get(1));
    }

    private GraphCanvas canvasInView() {
        return program.app.session().canvas;
    }

    @Test
    void whatThePlanRefusedIsStillThereAfterALookAtALayerAndKeepsTrainingFromBeginning(FxRobot robot) {
        TextField epochs = robot.lookup("#param-epochs .text-field").query();
        robot.clickOn(epochs).push(KeyCode.SHORTCUT, KeyCode.A).write("many").push(KeyCode.ENTER);
        robot.interact(() -> program.bench()
                .select(program.bench()
                        .document()
                        .graph()
                        .nodes()
                        .keySet()
                        .iterator()
                        .next()));
        assertThat(robot.lookup("#param-epochs").tryQuery()).isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> !program.app.session().notices.shown().isEmpty());
        assertThat(program.app.session().notices.shown().get(0).text()).startsWith("Training has not begun. Epochs");
        assertThat(epochs.getText()).isEqualTo("many");
        assertThat(epochs.isFocused()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("more");
        assertThat(program.app.session().notices.shown()).hasSize(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("12").push(KeyCode.ENTER);
        until(() -> program.app.session().notices.shown().isEmpty());
    }

    @Test
    void whetherThereIsAnOverviewIsKept(FxRobot robot) {
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.push(KeyCode.ALT, KeyCode.M);
        until(() -> program.canvas(robot).overviewProperty().get() == Overview.ALWAYS);
        robot.push(KeyCode.ALT, KeyCode.M);
        until(() -> program.canvas(robot).overviewProperty().get() == Overview.NEVER);
        assertThat(new SettingsFile(program.app.home.settings()).get().showsOverview())
                .isFalse();
    }
}
