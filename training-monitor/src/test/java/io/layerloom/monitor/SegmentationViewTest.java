package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.engine.Mask;
import io.layerloom.themes.ClassColours;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SegmentationViewTest {
    private static final List<String> CLASSES = List.of("background", "cat", "dog");
    private static final Example.Picture PICTURE = new Example.Picture(4, 4, 3, new float[48]);

    /** A cat at the upper left, a pixel of which nobody says what it is at the lower right. */
    private static final float[] CAT = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1};

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
        Example cat = new Example("", new Example.Masked(PICTURE, Mask.of(4, 4, CAT)));
        robot.interact(
                () -> root.getChildren().setAll(new SegmentationView(List.of(cat, cat), CLASSES, this::predict)));
    }

    private void answer(int question, float... numbers) {
        answers.get(question).complete(numbers);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The cat found but for one pixel, which is taken for a dog: 12 of 12 and nothing else, 3 of 4, 0 of 1. */
    private static float[] almost() {
        float[] almost = CAT.clone();
        almost[0] = 2;
        almost[15] = 1;
        return almost;
    }

    @Test
    void picturesAreAskedInTurnAndEachSaysHowWellItWasTold(FxRobot robot) {
        open(robot);
        assertThat(asked).hasSize(1);
        assertThat(said(robot, "Loading what was learned…")).isTrue();
        answer(0, almost());
        assertThat(asked).hasSize(2);
        answer(1, CAT);
        assertThat(said(robot, "Mean IoU 58.3 %")).isTrue();
        assertThat(said(robot, "Mean IoU 100 %") || said(robot, "Mean IoU 100.0 %"))
                .isTrue();
        List<MaskPicture> pictures = pictures(robot);
        assertThat(pictures).hasSize(4);
        assertThat(pictures.get(0).getAccessibleText()).isEqualTo("Mask: background, cat");
        assertThat(pictures.get(1).getAccessibleText()).isEqualTo("Mask: background, cat, dog");
    }

    @Test
    void theMaskLiesOverThePictureInTheColoursOfTheLegend(FxRobot robot) {
        open(robot);
        answer(0, almost());
        Image mask = overlay(pictures(robot).get(1));
        assertThat(solid(mask, 0, 0)).isEqualTo(ClassColours.of(1));
        assertThat(solid(mask, 1, 0)).isEqualTo(ClassColours.of(0));
        assertThat(mask.getPixelReader().getColor(3, 0).getOpacity()).isZero();
        assertThat(robot.from(robot.lookup("#class-legend").<Node>query())
                        .lookup(Labeled.class::isInstance)
                        .<Labeled>queryAll())
                .extracting(Labeled::getText)
                .containsExactly("cat", "dog");
    }

    @Test
    void onlyWhatIsWrongCanBeShown(FxRobot robot) {
        open(robot);
        answer(0, almost());
        robot.clickOn("#mask-mistakes");
        Image mask = overlay(pictures(robot).get(1));
        assertThat(solid(mask, 0, 0)).isEqualTo(ClassColours.of(1));
        assertThat(mask.getPixelReader().getColor(1, 0).getOpacity()).isZero();
        // Nobody says what it is, so nothing can be wrong there.
        assertThat(mask.getPixelReader().getColor(3, 3).getOpacity()).isZero();
    }

    @Test
    void whereThePointerIsALineSaysWhatIsThere(FxRobot robot) {
        open(robot);
        pointAtFirstPixel(robot, 10);
        assertThat(said(robot, "Row 1, column 1: really cat.")).isTrue();
        answer(0, almost());
        pointAtFirstPixel(robot, 14);
        assertThat(said(robot, "Row 1, column 1: really cat, taken for dog.")).isTrue();
    }

    private static void pointAtFirstPixel(FxRobot robot, double inside) {
        MaskPicture first = pictures(robot).get(0);
        Bounds place = first.localToScreen(first.getBoundsInLocal());
        robot.moveTo(new Point2D(place.getMinX() + inside, place.getMinY() + inside));
    }

    @Test
    void aFailureIsASentenceAndOneMayTryAgain(FxRobot robot) {
        open(robot);
        answers.get(0).completeExceptionally(new IllegalStateException("The worker ended. Open the run again."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(said(robot, "The worker ended. Open the run again.")).isTrue();
        robot.clickOn("Try again");
        assertThat(said(robot, "The worker ended. Open the run again.")).isFalse();
        answer(1, 0, 1);
        assertThat(said(robot, "The network answers with 2 classes for 4×4 pixels. Train it on these data again."))
                .isTrue();
    }

    @Test
    void withoutPicturesNothingIsAwaited(FxRobot robot) {
        robot.interact(() -> root.getChildren().setAll(new SegmentationView(List.of(), CLASSES, this::predict)));
        assertThat(said(robot, "No picture was held back, so there is none to show."))
                .isTrue();
        assertThat(asked).isEmpty();
    }

    private static List<MaskPicture> pictures(FxRobot robot) {
        return List.copyOf(robot.lookup(MaskPicture.class::isInstance).<MaskPicture>queryAll());
    }

    private static Image overlay(MaskPicture picture) {
        return ((ImageView) picture.getChildren().get(1)).getImage();
    }

    private static Color solid(Image image, int x, int y) {
        Color colour = image.getPixelReader().getColor(x, y);
        assertThat(colour.getOpacity()).isGreaterThan(0.5);
        return Color.rgb((int) Math.round(255 * colour.getRed()), (int) Math.round(255 * colour.getGreen()), (int)
                Math.round(255 * colour.getBlue()));
    }

    private static boolean said(FxRobot robot, String text) {
        return Sight.reads(robot, text);
    }
}
