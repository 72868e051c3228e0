package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.WholeText;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.app.workbench.TextSizes;
import io.layerloom.graph.language.Language;
import io.layerloom.themes.TextSize;
import io.layerloom.themes.Themes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Larger text in the whole window, at once and from one start to the next, on a screen of 1280 × 800. */
@ExtendWith(ApplicationExtension.class)
class TextSizeTest {

    /** What can be pushed to see the rest of what it holds. */
    private static final Set<String> SCROLLS =
            Set.of("viewport", "clipped-container", "headers-region", "nested-column-header");

    /** What leads to each of the pages. */
    private static final List<String> WAYS =
            List.of("#brand", "#rail-data", "#rail-design", "#rail-runs", "#rail-insight", "#rail-export", "#backend");

    private AppFixture program;
    private Stage window;

    @Start
    void start(Stage stage) throws IOException {
        window = stage;
        program = new AppFixture(stage);
        stage.setMaximized(false);
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @AfterAll
    static void usual() {
        Language.use(Language.ENGLISH);
        fx(() -> {
            Themes.use(TextSize.NORMAL);
            return true;
        });
    }

    @Test
    void changesAtOnceAndStays(FxRobot robot) {
        robot.clickOn("#backend");
        double before = letters(robot, "#rail-design");
        robot.clickOn("#text-size-200");
        until(() -> letters(robot, "#rail-design") == 2 * before);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.COMMA);
        until(() -> letters(robot, "#rail-design") == 1.75 * before);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.write("larger text").push(KeyCode.ENTER);
        until(() -> letters(robot, "#rail-design") == 2 * before);

        fx(() -> {
            Themes.use(TextSize.NORMAL);
            return new TextSizes(new SettingsFile(AppHome.in(program.home).settings()));
        });
        assertThat(fx(() -> Themes.textSize().get())).isEqualTo(TextSize.LARGEST);
    }

    @Test
    void aProjectThatIsNotInViewFollowsWhenItIs(FxRobot robot) {
        double before = letters(robot, "#rail-design");
        robot.interact(() -> {
            program.app.sessions.add();
            program.app.sizes.choose(TextSize.LARGEST);
            program.app.sessions.step(-1);
        });
        assertThat(letters(robot, "#rail-design")).isEqualTo(2 * before);
        robot.interact(() -> {
            program.app.sizes.choose(TextSize.NORMAL);
            program.app.sessions.step(1);
        });
        assertThat(letters(robot, "#rail-design")).isEqualTo(before);
    }

    @Test
    void nothingIsOutOfReachAtItsLargest(FxRobot robot) {
        robot.interact(() -> program.app.sizes.choose(TextSize.LARGEST));
        robot.interact(robot.lookup("#sample-mnist-mlp").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> program.bench().schemaProperty().get().isPresent());
        for (Language language : Language.values()) {
            robot.interact(() -> program.app.languages.choose(Optional.of(language)));
            for (String way : WAYS) {
                robot.clickOn(way);
                check(robot, language + " " + way);
                if (way.equals("#rail-design")) {
                    assertThat(program.canvas(robot).getWidth())
                            .as("room for the drawing")
                            .isGreaterThan(0.45 * 1280);
                }
            }
        }
    }

    private void check(FxRobot robot, String page) {
        List<String> lost = fx(() -> {
            Parent root = window.getScene().getRoot();
            root.applyCss();
            root.layout();
            return robot.from(root).lookup(Labeled.class::isInstance).queryAllAs(Labeled.class).stream()
                    .filter(TextSizeTest::isShown)
                    .filter(TextSizeTest::isLost)
                    .map(labeled -> labeled.getText() + " in " + labeled.localToScene(labeled.getLayoutBounds()))
                    .toList();
        });
        assertThat(lost).as(page).isEmpty();
    }

    private static boolean isShown(Labeled labeled) {
        if (labeled.getText() == null || labeled.getText().isBlank()) {
            return false;
        }
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (!node.isVisible() || node.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }

    /** Text beyond the edge of the window or without a single letter, where nothing scrolls; what is cut is told by a tooltip. */
    private static boolean isLost(Labeled labeled) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (node.getStyleClass().stream().anyMatch(SCROLLS::contains)) {
                return false;
            }
        }
        Bounds place = labeled.localToScene(labeled.getLayoutBounds());
        Rectangle2D whole = new Rectangle2D(
                -1, -1, labeled.getScene().getWidth() + 2, labeled.getScene().getHeight() + 2);
        boolean outside = !whole.contains(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        boolean tooLow = place.getHeight() < labeled.getFont().getSize();
        boolean noLetter = WholeText.isCut(labeled)
                && place.getWidth() < 3 * labeled.getFont().getSize();
        return outside || tooLow || noLetter;
    }

    private static double letters(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).queryAs(Labeled.class).getFont().getSize());
    }
}
