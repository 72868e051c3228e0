package io.layerloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.language.Language;
import io.layerloom.monitor.DigitPad;
import io.layerloom.themes.TextSize;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes the pictures of the README: not a test by its name, run by {@code src/docs/screenshots.sh}. Opens a sample, trains it, tries a digit and exports with proof, as a person
 * would.
 */
@ExtendWith(ApplicationExtension.class)
final class Screenshots {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double[][] SEVEN = {
        {0.32, 0.25}, {0.5, 0.23}, {0.7, 0.24}, {0.62, 0.45}, {0.54, 0.62}, {0.48, 0.8}
    };

    private Stage stage;
    private AppFixture fixture;

    @Start
    void start(Stage first) throws IOException {
        stage = first;
        fixture = new AppFixture(stage);
        stage.setWidth(1440);
        stage.setHeight(900);
    }

    @AfterEach
    void close() {
        AppFixture.fx(() -> {
            fixture.close();
            return true;
        });
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void takeThem(FxRobot robot) throws IOException {
        take("welcome");
        robot.clickOn("#sample-mnist-cnn");
        settle(() -> fixture.bench().document().graph().nodes().size() == 8
                && !button(robot, "#train").isDisabled());
        robot.clickOn("#train");
        // Curves say something after a while; the button counts the percents.
        settle(() -> percent(button(robot, "#train")) >= 45);
        take("training");
        settle(() -> button(robot, "#train").getText().equals("Train"));
        take("canvas");
        speakAndWrite(Language.ENGLISH, TextSize.LARGEST);
        take("canvas-en-200");
        speakAndWrite(Language.CHINESE, TextSize.LARGEST);
        take("canvas-zh-200");
        speakAndWrite(Language.CHINESE, TextSize.NORMAL);
        take("canvas-zh-100");
        speakAndWrite(Language.ENGLISH, TextSize.NORMAL);
        robot.clickOn("#rail-insight");
        settle(() -> robot.lookup(DigitPad.class::isInstance).tryQuery().isPresent());
        drawSeven(robot);
        settle(() ->
                robot.lookup("Loading what was learned…").queryAll().stream().noneMatch(Screenshots::isSeen));
        take("insight");
        robot.clickOn("#rail-export");
        settle(() -> robot.lookup("#export-verify").tryQuery().isPresent());
        robot.clickOn("#param-folder .text-field")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write(fixture.home.resolve("digits").toString())
                .type(KeyCode.ENTER);
        settle(() -> !button(robot, "#export-verify").isDisabled());
        robot.clickOn("#export-verify");
        settle(() -> button(robot, "#export-verify").isDisabled());
        settle(() -> !button(robot, "#export-verify").isDisabled());
        take("export");
    }

    private void speakAndWrite(Language language, TextSize size) {
        AppFixture.fx(() -> {
            fixture.app.languages.choose(Optional.of(language));
            fixture.app.sizes.choose(size);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is hushed keeps its words. */
    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).queryButton();
    }

    private static int percent(Button train) {
        String digits = train.getText().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static void drawSeven(FxRobot robot) {
        DigitPad pad = robot.lookup(DigitPad.class::isInstance).query();
        Bounds bounds = AppFixture.fx(() -> pad.localToScreen(pad.getBoundsInLocal()));
        robot.moveTo(at(bounds, SEVEN[0])).press(MouseButton.PRIMARY);
        for (double[] point : SEVEN) {
            robot.moveTo(at(bounds, point));
        }
        robot.release(MouseButton.PRIMARY);
    }

    private static Point2D at(Bounds bounds, double[] part) {
        return new Point2D(
                bounds.getMinX() + part[0] * bounds.getWidth(), bounds.getMinY() + part[1] * bounds.getHeight());
    }

    private static void settle(Callable<Boolean> condition) {
        AppFixture.until(PATIENCE, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void take(String name) throws IOException {
        for (Theme theme : Theme.values()) {
            AppFixture.fx(() -> {
                Themes.apply(stage.getScene(), theme);
                return true;
            });
            WaitForAsyncUtils.waitForFxEvents();
            WritableImage shot = AppFixture.fx(() -> stage.getScene().snapshot(null));
            BufferedImage picture = SwingFXUtils.fromFXImage(shot, null);
            Path file = folder().resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        }
        AppFixture.fx(() -> {
            Themes.apply(stage.getScene(), Theme.LIGHT);
            return true;
        });
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("layerloom.screenshots", "target/screenshots")));
    }
}
