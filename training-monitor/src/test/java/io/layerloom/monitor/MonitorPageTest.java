package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever room there is, nothing of the monitor is cut. */
class MonitorPageTest extends MonitorFixture {

    @Start
    void show(Stage stage) {
        open(stage);
    }

    @Test
    void figuresOfManyDigitsHaveRoom(FxRobot robot) throws TimeoutException {
        for (int width : new int[] {984, 760, 640, 480}) {
            robot.interact(() -> {
                monitor.getScene().getWindow().setWidth(width);
                monitor.begin("digits");
            });
            monitor.accept(new RunEvent.Started(1, 100_000, 1000, 64_000, 0, 0, "CPU", 2, 42_000));
            monitor.accept(new RunEvent.Iteration(42_001, 43, 0.5, 0.8, 2_688_000, 100));
            monitor.accept(new RunEvent.Iteration(42_002, 43, 0.5, 0.8, 2_690_000, 101));
            await(State.RUNNING);
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "43 / 100,000"));
            WaitForAsyncUtils.waitForFxEvents();
            List<Figure> figures = robot.lookup(Figure.class::isInstance).queryAllAs(Figure.class).stream()
                    .filter(Figure::isVisible)
                    .toList();
            for (Figure one : figures) {
                assertThat(digits(one).getMaxX()).isLessThanOrEqualTo(monitor.getWidth());
                assertThat(figures)
                        .filteredOn(other -> other != one)
                        .noneMatch(other -> digits(other).intersects(digits(one)));
            }
        }
    }

    @Test
    void figuresOfCommonLengthStandApart(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.getScene().getWindow().setWidth(660);
            monitor.begin("digits");
        });
        monitor.accept(new RunEvent.Started(1, 500, 100, 6_400, 0, 0, "CPU", 2, 0));
        monitor.accept(new RunEvent.Iteration(4_590, 46, 0.0546, 0.992, 288_000, 100));
        monitor.accept(new RunEvent.Iteration(4_599, 46, 0.0546, 0.992, 293_400, 101));
        await(State.RUNNING);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "46 / 500"));
        WaitForAsyncUtils.waitForFxEvents();
        List<Bounds> row = robot.lookup(Figure.class::isInstance).queryAllAs(Figure.class).stream()
                .filter(Figure::isVisible)
                .map(MonitorPageTest::digits)
                .sorted(Comparator.comparingDouble(Bounds::getMinX))
                .toList();
        assertThat(row).hasSize(6);
        for (int at = 1; at < row.size(); at++) {
            assertThat(row.get(at).getMinX() - row.get(at - 1).getMaxX()).isGreaterThanOrEqualTo(18);
        }
    }

    @Test
    void theDetailsOfAFailureCanBeReadInALowPanel(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.getScene().getWindow().setWidth(660);
            monitor.getScene().getWindow().setHeight(330);
        });
        begin(robot, 100);
        monitor.accept(new RunEvent.Failed("The worker ended with code 137.", "one line\n".repeat(40), true));
        await(State.FAILED);
        robot.clickOn("Show details");
        WaitForAsyncUtils.waitForFxEvents();
        TextArea details = robot.lookup(TextArea.class::isInstance).query();
        assertThat(details.getHeight()).isGreaterThan(150);
        Bounds seen = details.localToScene(details.getLayoutBounds());
        assertThat(seen.getMaxY()).isLessThanOrEqualTo(monitor.getHeight());
        assertThat(seen.getMinY()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void inALowPanelTheChartsKeepTheirRoomAndNothingIsCut(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            monitor.getScene().getWindow().setWidth(660);
            monitor.getScene().getWindow().setHeight(290);
        });
        begin(robot, 700);
        Pictures pictures = new Pictures(28, 28, 1, new byte[10 * 28 * 28]);
        monitor.accept(new RunEvent.Reconstructed(1, 600, pictures, pictures));
        monitor.accept(new RunEvent.Written(1, 600, "Es war einmal ein Fuchs, der ".repeat(20)));
        robot.interact(() -> monitor.showDrift(Optional.of("The network was changed after this run began.")));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown(robot, "Written after epoch 1"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(monitor.charts().getHeight()).isGreaterThanOrEqualTo(110);
        ScrollPane scroll = robot.lookup(ScrollPane.class::isInstance).query();
        robot.interact(() -> scroll.setVvalue(scroll.getVmax()));
        Bounds charts = monitor.charts().localToScene(monitor.charts().getLayoutBounds());
        assertThat(charts.getMaxY()).isLessThanOrEqualTo(monitor.getHeight());
        assertThat(charts.getMaxX()).isLessThan(monitor.getWidth() - 8 * 28);
    }

    private static Bounds digits(Figure figure) {
        javafx.scene.Node value = figure.getChildren().get(1);
        return value.localToScene(value.getLayoutBounds());
    }
}
