package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunTableTest {
    private RunTable runs;

    @Start
    void show(Stage stage) {
        runs = new RunTable();
        Scene scene = new Scene(runs, 620, 300);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whereItIsNarrowItIsScrolledAndNoColumnIsCut(FxRobot robot) {
        robot.interact(() -> runs.show(List.of(MonitorDemo.earlier("run-001", 2, 3))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cut(robot)).isEmpty();
        assertThat(scrolls(robot)).isTrue();
        robot.interact(() -> runs.getScene().getWindow().setWidth(1200));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scrolls(robot)).isFalse();
        TableView<RunSeries> table = robot.lookup(".table-view").queryTableView();
        assertThat(table.getColumns().stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum())
                .isGreaterThan(1100);
        robot.interact(() -> runs.getScene().getWindow().setWidth(620));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cut(robot)).isEmpty();
        assertThat(scrolls(robot)).isTrue();
    }

    private static List<String> cut(FxRobot robot) {
        return robot.lookup(Text.class::isInstance).queryAllAs(Text.class).stream()
                .map(Text::getText)
                .filter(text -> text.endsWith("…"))
                .toList();
    }

    private static boolean scrolls(FxRobot robot) {
        return robot.lookup(".table-view .scroll-bar").queryAllAs(ScrollBar.class).stream()
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
    }
}
