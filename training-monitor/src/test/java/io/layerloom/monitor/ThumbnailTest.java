package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThumbnailTest {
    private Thumbnail seen;

    @Start
    void show(Stage stage) {
        seen = new Thumbnail(4, 4, 56);
        Scene scene = new Scene(new StackPane(seen), 80, 80);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void followsTheTheme(FxRobot robot) {
        Color light = middle(robot);
        robot.interact(() -> Themes.use(Theme.DARK));
        assertThat(middle(robot)).isNotEqualTo(light).isEqualTo(Themes.tokens().raised());
        robot.interact(() -> Themes.use(Theme.LIGHT));
        assertThat(middle(robot)).isEqualTo(light);
    }

    private Color middle(FxRobot robot) {
        Color[] seenThere = new Color[1];
        robot.interact(
                () -> seenThere[0] = seen.snapshot(null, null).getPixelReader().getColor(28, 28));
        return seenThere[0];
    }
}
