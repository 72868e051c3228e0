package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.Page;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.lang.ref.WeakReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What is left of a tab that was closed: nothing. */
@ExtendWith(ApplicationExtension.class)
class ClosedTabTest {

    private AppFixture program;

    /** In a window of its own, because the robot keeps every event of the one it is given, with the view where it happened. */
    @Start
    void start(Stage kept) throws IOException {
        program = new AppFixture(new Stage());
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    private Session first() {
        return program.app.sessions.all().get(0);
    }

    @Test
    void aClosedTabIsLetGoWithAllThatWasItsOwn(FxRobot robot) {
        SimpleObjectProperty<Boolean> asLongAsTheWindow = new SimpleObjectProperty<>(true);
        robot.interact(() -> program.app.sessions.create());
        robot.interact(() -> program.app.sessions.add());
        robot.interact(() -> program.app.sessions.open(Samples.byId("iris-mlp").orElseThrow()));
        until(() -> program.bench().schemaProperty().get().isPresent());
        for (Page page : Page.values()) {
            robot.interact(() -> program.app.session().navigation.to(page));
        }
        robot.interact(() -> {
            Session closing = program.app.session();
            closing.notices.failure("Not mended yet.", asLongAsTheWindow);
            closing.comparisons().with(first());
            first().comparisons().with(closing);
        });
        WeakReference<Session> closed = new WeakReference<>(fx(() -> program.app.session()));
        robot.interact(() -> program.app.sessions.close(program.app.session()));
        assertThat(fx(() -> program.app.sessions.all().size())).isEqualTo(1);
        until(() -> {
            System.gc();
            return closed.get() == null;
        });
        assertThat(fx(() -> first().comparisons().currentProperty().get())).isPresent();
    }
}
