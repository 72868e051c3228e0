package io.layerloom.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.SettingsFile;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
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

    private static double width(FxRobot robot, SettingsFile settings) {
        Region side = new Region();
        robot.interact(() -> {
            SplitPane split = new SplitPane(side, new Region());
            new Dividers(settings).keep(split, side, "side", 300, 0.2);
            Stage stage = new Stage();
            stage.setScene(new Scene(split, 1000, 400));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> side.getScene().getWindow().hide());
        return side.getWidth();
    }

    @Test
    void onlyWhatNobodyChoseIsHeldNarrow(FxRobot robot, @TempDir Path folder) {
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        assertThat(width(robot, settings)).isBetween(190.0, 210.0);
        settings.update(now -> now.with("side", 400.0));
        assertThat(width(robot, settings)).isBetween(390.0, 410.0);
    }
}
