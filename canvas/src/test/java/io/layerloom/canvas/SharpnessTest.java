package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is on the screen during and after gestures: pixel for pixel what a canvas shows that comes to the same place afresh, but for rounding. */
@ExtendWith(ApplicationExtension.class)
class SharpnessTest {

    /** A line that is drawn in two parts may be rounded otherwise than as a whole. */
    private static final int ROUNDING = 2;

    private static final double EMPTY_X = 420;
    private static final double EMPTY_Y = 620;

    private GraphCanvas canvas = null;

    @Start
    void start(Stage stage) {
        canvas = new GraphCanvas(TestCatalog.CATALOG);
        canvas.reducedMotionProperty().set(true);
        show(TestCatalog.digits());
        Scene scene = new Scene(new BorderPane(canvas), 1300, 800);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void show(Document document) {
        canvas.documentProperty().set(document);
        canvas.inferenceProperty().set(Inference.of(document.graph(), TestCatalog.CATALOG));
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private Point2D at(double x, double y) {
        return fx(() -> canvas.localToScreen(x, y));
    }

    /** The pixels of the drawing as the toolkit shows them. */
    private int[] shown() {
        return fx(() -> {
            Mosaic mosaic = (Mosaic) canvas.getChildrenUnmodifiable().stream()
                    .filter(Mosaic.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            WritableImage image = mosaic.snapshot(null, null);
            int width = (int) canvas.getWidth();
            int height = (int) canvas.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader()
                    .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
            return pixels;
        });
    }

    /** What the same view of the same document looks like, drawn by a painter that has drawn nothing before. */
    private int[] fresh() {
        return fx(() -> {
            Editor editor = canvas.editor();
            Raster raster = new Raster((int) canvas.getWidth(), (int) canvas.getHeight());
            Painter.Frame frame = frame(editor, editor.view(), false);
            Painter painter = new Painter(new Ink(Theme.LIGHT));
            while (painter.paint(raster, frame)) {
                // until every picture is there
            }
            return raster.pixels;
        });
    }

    private void awaitFresh() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(difference(shown(), fresh())).isLessThanOrEqualTo(ROUNDING));
    }

    /** By how much the pixel differs that differs most, of 255. */
    private static int difference(int[] one, int[] other) {
        assertThat(one).hasSameSizeAs(other);
        int most = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                most = Math.max(most, Math.abs((one[i] >>> shift & 0xFF) - (other[i] >>> shift & 0xFF)));
            }
        }
        return most;
    }

    @Test
    void aPanShowsWhatComesIntoSight(FxRobot robot) {
        robot.moveTo(at(EMPTY_X, EMPTY_Y)).press(MouseButton.MIDDLE).moveBy(-390, -280);
        awaitFresh();
        robot.release(MouseButton.MIDDLE);
        awaitFresh();
    }

    @Test
    void panningToAndFroLeavesNoTrace(FxRobot robot) {
        robot.moveTo(at(EMPTY_X, EMPTY_Y)).press(MouseButton.MIDDLE);
        for (int[] step : new int[][] {{37, -11}, {-90, 3}, {0, 64}, {-5, 0}, {120, -80}, {-33, 17}}) {
            robot.moveBy(step[0], step[1]);
            awaitFresh();
        }
        robot.release(MouseButton.MIDDLE);
    }

    @Test
    void afterAZoomThePictureIsSharp(FxRobot robot) {
        robot.moveTo(at(EMPTY_X, EMPTY_Y));
        for (VerticalDirection way : new VerticalDirection[] {VerticalDirection.UP, VerticalDirection.DOWN}) {
            for (int notches = 0; notches < 5; notches++) {
                robot.scroll(2, way);
                awaitFresh();
            }
        }
    }

    @Test
    void anEditDuringAGestureIsShown(FxRobot robot) {
        robot.moveTo(at(EMPTY_X, EMPTY_Y)).press(MouseButton.MIDDLE).moveBy(60, 20);
        int[] before = shown();
        robot.interact(() -> show(Edits.move(Map.of(new NodeId("n2"), new Point(640, 330)))
                .apply(canvas.documentProperty().get())));
        awaitFresh();
        assertThat(shown()).isNotEqualTo(before);
        robot.release(MouseButton.MIDDLE);
        awaitFresh();
    }

    @Test
    void whileTheZoomMovesTheTextIsThere(FxRobot robot) {
        int[] frame = fx(() -> {
            Editor editor = canvas.editor();
            Raster raster = new Raster(1300, 800);
            Painter painter = new Painter(new Ink(Theme.LIGHT));
            painter.paint(raster, frame(editor, new Viewport(0.9, 0, 0), false));
            painter.paint(raster, frame(editor, new Viewport(0.87, 0, 0), true));
            return raster.pixels;
        });
        int[] sharp = fx(() -> {
            Raster raster = new Raster(1300, 800);
            new Painter(new Ink(Theme.LIGHT)).paint(raster, frame(canvas.editor(), new Viewport(0.87, 0, 0), false));
            return raster.pixels;
        });
        // As much ink, to a few per cent, if not in the very same pixels.
        assertThat(darkness(frame)).isBetween(0.9 * darkness(sharp), 1.1 * darkness(sharp));
    }

    @Test
    void whateverIsEditedThePictureIsWhatItWouldBeAfresh() {
        for (long seed = 1; seed <= 4; seed++) {
            RandomEdits hand = new RandomEdits(seed);
            Painter painter = new Painter(new Ink(Theme.LIGHT));
            Raster raster = new Raster(1300, 800);
            Diagram diagram = Diagram.EMPTY;
            for (int i = 0; i < 25; i++) {
                diagram = DiagramTest.of(hand.step(), diagram);
                Painter.Frame frame = frame(diagram, hand.some());
                int[] afresh = fx(() -> painted(new Painter(new Ink(Theme.LIGHT)), new Raster(1300, 800), frame));
                int[] followed = fx(() -> painted(painter, raster, frame));
                assertThat(difference(followed, afresh))
                        .as("seed %d, step %d", seed, i)
                        .isLessThanOrEqualTo(ROUNDING);
            }
        }
    }

    private static int[] painted(Painter painter, Raster raster, Painter.Frame frame) {
        while (painter.paint(raster, frame)) {
            // until every picture is there
        }
        return raster.pixels;
    }

    private static Painter.Frame frame(Diagram diagram, Set<NodeId> selection) {
        return new Painter.Frame(
                diagram,
                new Viewport(0.9, 20, 10),
                1300,
                800,
                1,
                selection,
                Marks.NONE,
                Shift.NONE,
                false,
                selection.stream().findFirst(),
                Optional.empty(),
                diagram.wiresByWire().keySet().stream().findFirst());
    }

    @Test
    void anEditDrawsOnlyWhatItChanges() {
        Painter painter = new Painter(new Ink(Theme.LIGHT));
        Raster raster = new Raster(1300, 800);
        Diagram before = DiagramTest.of(TestCatalog.digits(), Diagram.EMPTY);
        fx(() -> painted(painter, raster, frame(before, Set.of())));
        Document moved =
                Edits.move(Map.of(new NodeId("n9"), new Point(620, 560))).apply(TestCatalog.digits());
        fx(() -> painted(painter, raster, frame(DiagramTest.of(moved, before), Set.of())));
        Box changed = painter.changed().orElseThrow();
        assertThat(changed.width() * changed.height()).isBetween(1.0, 0.25 * 1300 * 800);
    }

    private static double darkness(int[] pixels) {
        double sum = 0;
        for (int pixel : pixels) {
            sum += Math.max(0, 247 - (pixel >> 8 & 0xFF)); // the ground is 247
        }
        return sum;
    }

    private static Painter.Frame frame(Editor editor, Viewport view, boolean zooming) {
        return new Painter.Frame(
                editor.diagram(),
                view,
                1300,
                800,
                1,
                Set.copyOf(editor.selection()),
                editor.marks(),
                editor.shift(),
                zooming,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatIsDraggedIsShownWhereTheHandIs(FxRobot robot) {
        robot.interact(() -> canvas.selection().addAll(Set.of(new NodeId("n2"), new NodeId("n3"))));
        robot.moveTo(at(640, 200)).press(MouseButton.PRIMARY).moveBy(90, 60);
        for (int[] step : new int[][] {{33, 41}, {-150, 20}, {60, 160}}) {
            robot.moveBy(step[0], step[1]);
            awaitFresh();
        }
        robot.push(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        awaitFresh();
    }
}
