package io.layerloom.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.SettingsFile;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DividersTest {

    @Test
    void aSideThatComesBackIsAsWideAsItWasLeft(FxRobot robot, @TempDir Path folder) {
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        settings.update(now -> now.with("side", 400.0));
        Region side = new Region();
        SplitPane split = new SplitPane(side, new Region());
        robot.interact(() -> {
            new Dividers(settings).keep(split, side, "side", 300);
            Stage stage = new Stage();
            stage.setScene(new Scene(split, 1000, 400));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(side.getWidth()).isBetween(390.0, 410.0);
        robot.interact(() -> {
            split.getItems().remove(side);
            split.layout();
            split.getItems().add(0, side);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(side.getWidth()).isBetween(390.0, 410.0);
        robot.interact(() -> split.getScene().getWindow().hide());
    }

    @Test
    void aSideThatANarrowWindowSqueezedHasItsWidthAgain(FxRobot robot, @TempDir Path folder) {
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        settings.update(now -> now.with("side", 400.0));
        Region side = new Region();
        side.setMinWidth(50);
        Region middle = new Region();
        middle.setMinWidth(300);
        SplitPane split = new SplitPane(side, middle);
        robot.interact(() -> {
            new Dividers(settings).keep(split, side, "side", 300);
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(split), 1000, 400));
            stage.show();
        });
        for (double width : new double[] {1000, 240, 600, 1000}) {
            robot.interact(() -> {
                split.setMinWidth(width);
                split.setPrefWidth(width);
            });
            WaitForAsyncUtils.waitForFxEvents();
            if (width < 300) {
                assertThat(side.getWidth()).isLessThan(100);
            }
        }
        assertThat(side.getWidth()).isBetween(390.0, 410.0);
        assertThat(settings.get().measure("side", 0)).isEqualTo(400);
        robot.interact(() -> split.getScene().getWindow().hide());
    }
}
