package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.Page;
import io.layerloom.app.workbench.Calibration;
import io.layerloom.graph.ProjectFile;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Measuring the machine as a person asks for it, before anything was trained on it. */
@ExtendWith(ApplicationExtension.class)
class CalibrationTest {

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
        try (InputStream in = Samples.byId("mnist-cnn").orElseThrow().openProject()) {
            program.bench().open(ProjectFile.read(in));
        }
        program.app.session().navigation.to(Page.DESIGN);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @Test
    void canBeEndedAndBegunAnew(FxRobot robot) {
        Calibration calibration = program.app.calibration;
        robot.clickOn("#calibrate");
        until(() -> calibration.stateProperty().get() instanceof Calibration.State.Running now
                && !now.step().isEmpty());
        robot.clickOn("#calibrate-cancel");
        until(() -> calibration.stateProperty().get() instanceof Calibration.State.Idle);
        assertThat(fx(() -> calibration.paceProperty().get())).isEmpty();
        assertThat(robot.lookup("#calibrate").<Node>query().isVisible()).isTrue();
    }
}
