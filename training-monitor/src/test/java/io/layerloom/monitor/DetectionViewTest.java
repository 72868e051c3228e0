package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Example;
import io.layerloom.engine.Found;
import io.layerloom.engine.Input;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DetectionViewTest {
    private static final Example.Picture PICTURE = new Example.Picture(4, 4, 3, new float[48]);
    private static final Found CAT = new Found(0, 1, 0, 0, 0.5, 0.5);
    private static final Found DOG = new Found(1, 1, 0.5, 0.5, 1, 1);

    private final List<Input> asked = new ArrayList<>();
    private final List<CompletableFuture<float[]>> answers = new ArrayList<>();
    private final VBox root = new VBox();

    @Start
    void show(Stage stage) {
        Scene scene = new Scene(root, 900, 700);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private CompletableFuture<float[]> predict(Input input) {
        asked.add(input);
        CompletableFuture<float[]> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    private void open(FxRobot robot) {
        robot.interact(() -> root.getChildren()
                .setAll(new DetectionView(
                        List.of(
                                new Example("", new Example.Scene(PICTURE, List.of(CAT, DOG))),
                                new Example("", new Example.Scene(PICTURE, List.of(CAT)))),
                        List.of("cat", "dog"),
                        this::predict)));
    }

    private void answer(int question, float... numbers) {
        answers.get(question).complete(numbers);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void picturesAreAskedInTurnAndWhatIsFoundIsNamed(FxRobot robot) {
        open(robot);
        assertThat(asked).hasSize(1);
        assertThat(said(robot, "Loading what was learned…")).isTrue();
        answer(0, 0, 0.93f, 0, 0, 0.5f, 0.45f, 0, 0.7f, 0.5f, 0.5f, 1, 1);
        assertThat(asked).hasSize(2);
        answer(1);
        assertThat(said(robot, "cat 93 %")).isTrue();
        assertThat(said(robot, "cat 70 %")).isTrue();
        assertThat(said(robot, "1 of 3 objects found on these pictures; boxes around nothing or of a wrong class: 1."))
                .isTrue();
        ScenePicture first = robot.lookup((ScenePicture p) -> true).query();
        assertThat(first.getAccessibleText()).isEqualTo("There is cat, dog. Found: cat, cat.");
    }

    @Test
    void theSliderLeavesOutWhatIsNotSure(FxRobot robot) {
        open(robot);
        answer(0, 0, 0.93f, 0, 0, 0.5f, 0.5f, 1, 0.3f, 0.5f, 0.5f, 1, 1);
        answer(1);
        assertThat(said(robot, "dog 30 %")).isFalse();
        long before = robot.lookup((Rectangle r) -> true).queryAll().size();
        Slider slider = robot.lookup("#threshold").query();
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.HOME);
        assertThat(said(robot, "dog 30 %")).isTrue();
        assertThat(robot.lookup((Rectangle r) -> true).queryAll()).hasSizeGreaterThan((int) before);
        robot.type(KeyCode.END);
        assertThat(said(robot, "cat 93 %")).isFalse();
        assertThat(said(robot, "0 of 3 objects found on these pictures; boxes around nothing or of a wrong class: 0."))
                .isTrue();
    }

    @Test
    void aFailureIsASentenceAndOneMayTryAgain(FxRobot robot) {
        open(robot);
        answers.get(0).completeExceptionally(new IllegalStateException("The worker ended. Open the run again."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(said(robot, "The worker ended. Open the run again.")).isTrue();
        assertThat(asked).hasSize(1);
        robot.clickOn("Try again");
        assertThat(said(robot, "The worker ended. Open the run again.")).isFalse();
        assertThat(said(robot, "Try again")).isFalse();
        answer(1, 0, 0.93f, 0, 0, 0.5f, 0.5f);
        answer(2);
        assertThat(said(robot, "cat 93 %")).isTrue();
    }

    @Test
    void namesStandWithinThePictureAndNoneOnAnother(FxRobot robot) {
        open(robot);
        // Three objects at the right edge, two of them at the same place.
        answer(0, 0, 0.93f, 0.9f, 0.1f, 1, 0.3f, 1, 0.83f, 0.9f, 0.1f, 1, 0.3f, 0, 0.73f, 0.85f, 0.9f, 1, 1);
        answer(1);
        robot.interact(() -> root.layout());
        List<Bounds> names = robot.lookup("." + Styles.SCENE_NAME).queryAll().stream()
                .map(name -> name.localToScene(name.getLayoutBounds()))
                .toList();
        Node picture = robot.lookup(ScenePicture.class::isInstance).query();
        Bounds whole = picture.localToScene(picture.getLayoutBounds());
        assertThat(names).hasSize(3).allMatch(whole::contains);
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                assertThat(names.get(one).intersects(inner(names.get(other)))).isFalse();
            }
        }
    }

    /** Names may touch. */
    private static Bounds inner(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() + 0.5, bounds.getMinY() + 0.5, bounds.getWidth() - 1, bounds.getHeight() - 1);
    }

    @Test
    void saysWhichColourIsWhichClass(FxRobot robot) {
        open(robot);
        assertThat(robot.from(robot.lookup("#class-legend").<Node>query())
                        .lookup(Labeled.class::isInstance)
                        .<Labeled>queryAll())
                .extracting(Labeled::getText)
                .containsExactly("cat", "dog");
    }

    @Test
    void withoutPicturesNothingIsAwaited(FxRobot robot) {
        robot.interact(() -> root.getChildren().setAll(new DetectionView(List.of(), List.of("cat"), this::predict)));
        assertThat(said(robot, "No picture was held back, so there is none to show."))
                .isTrue();
        assertThat(asked).isEmpty();
    }

    private static boolean said(FxRobot robot, String text) {
        return Sight.reads(robot, text);
    }
}
