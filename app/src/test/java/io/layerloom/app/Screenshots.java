package io.layerloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.SystemFileDialogs;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes the pictures of the README: not a test by its name, run by {@code src/docs/screenshots.sh}. Opens a sample, trains it, tries a digit and exports with proof, as a person would.
 */
@ExtendWith(ApplicationExtension.class)
final class Screenshots {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    static Path home;

    private Stage stage;
    private App app;

    @Start
    void start(Stage first) {
        stage = first;
        stage.setWidth(1440);
        stage.setHeight(900);
        app = new App(stage, AppHome.in(home), SystemFileDialogs::new, WorkerProcess.command());
        app.show(Optional.empty());
        stage.setWidth(1440);
        stage.setHeight(900);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, app::close);
    }

    @Test
    @Timeout(1200)
    void takeThem(FxRobot robot) throws IOException {
        robot.clickOn("Digits with convolutions");
        waitFor(() -> robot.lookup("#train-button").tryQuery().isPresent());
        robot.sleep(1500);
        take("canvas");
    }

    private void take(String name) throws IOException {
        for (Theme theme : Theme.values()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Themes.apply(stage.getScene(), theme));
            WaitForAsyncUtils.waitForFxEvents();
            WritableImage shot = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
            BufferedImage picture = SwingFXUtils.fromFXImage(shot, null);
            Path file = folder().resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            assertThat(ImageIO.write(picture, "png", Files.newOutputStream(file))).isTrue();
        }
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("layerloom.screenshots", "target/screenshots")));
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }
}
