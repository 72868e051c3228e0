package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.RunHandle;
import io.layerloom.graph.ProjectFile;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The process that waits for the next training, as the window starts it, uses it and ends it. */
@ExtendWith(ApplicationExtension.class)
class HeadStartTest {

    private AppFixture program;
    private List<Long> before = List.of();

    @Start
    void start(Stage stage) throws IOException {
        before = children();
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
        assertThat(ProcessHandle.current().children().filter(this::isNew))
                .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(java.time.Duration.ofSeconds(30)));
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }

    private boolean isNew(ProcessHandle process) {
        return !before.contains(process.pid());
    }

    private Optional<ProcessHandle> waiting() {
        return ProcessHandle.current().children().filter(this::isNew).findFirst();
    }

    @Test
    void aProcessWaitsTrainsAndIsFollowedByAnother(FxRobot robot) {
        turn(robot);
        openIris();
        until(() -> waiting().isPresent());
        long pid = waiting().orElseThrow().pid();
        fx(() -> {
            program.app.desk().train();
            return true;
        });
        until(() -> program.app.desk().current().isPresent());
        RunHandle run = fx(() -> program.app.desk().current().orElseThrow());
        assertThat(run.pid()).isEqualTo(pid);
        fx(() -> {
            program.app.desk().stop();
            return true;
        });
        until(() -> waiting().filter(next -> next.pid() != pid).isPresent());
    }

    @Test
    void whoDoesNotWantItHasNone(FxRobot robot) {
        turn(robot);
        openIris();
        until(() -> waiting().isPresent());
        turn(robot);
        until(() -> waiting().isEmpty());
    }

    private void openIris() {
        fx(() -> {
            try (InputStream in = Samples.byId("iris-mlp").orElseThrow().openProject()) {
                program.bench().open(ProjectFile.read(in));
            }
            return true;
        });
    }

    private static void turn(FxRobot robot) {
        robot.clickOn("#project-menu").clickOn("#menu-preferences");
        until(() -> robot.lookup("#preferences").tryQuery().isPresent());
        robot.clickOn("#head-start");
        robot.clickOn("#preferences-done");
    }
}
