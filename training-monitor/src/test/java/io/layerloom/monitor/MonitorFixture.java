package io.layerloom.monitor;

import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A monitor in a panel of common size, and what its buttons were asked for. */
@ExtendWith(ApplicationExtension.class)
abstract class MonitorFixture {
    final List<String> calls = new ArrayList<>();
    TrainingMonitor monitor;

    /** Called by the {@code @Start} of each test, which TestFX looks for in the class itself. */
    void open(Stage stage) {
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

    void begin(FxRobot robot, int events) throws TimeoutException {
        robot.interact(() -> monitor.begin("digits"));
        new ScriptedRun(4, 600, 1, 1).events().subList(0, events).forEach(monitor::accept);
        await(State.RUNNING);
    }

    void await(State state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> monitor.stateProperty().get() == state);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static boolean shown(FxRobot robot, String text) {
        return Sight.reads(robot, text);
    }
}
