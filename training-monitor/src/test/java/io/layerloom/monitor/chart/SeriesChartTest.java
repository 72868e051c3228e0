package io.layerloom.monitor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.themes.Styles;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import io.layerloom.themes.Tokens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SeriesChartTest {
    private final Series training = new Series();
    private final Series validation = new Series();
    private SeriesChart chart;

    @Start
    void show(Stage stage) {
        for (int i = 1; i <= 1000; i++) {
            training.append(i, 2.0 / i + 0.1);
            if (i % 100 == 0) {
                validation.append(i, 2.0 / i + 0.2);
            }
        }
        chart = new SeriesChart("Loss", Measured.LOSS);
        chart.iterationsPerEpochProperty().set(100);
        chart.curves().addAll(Curve.training(training), Curve.validation(validation));
        Scene scene = new Scene(chart, 600, 300);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theLegendOfComparedRunsShowsTheirLinesAsTheyAreDrawn(FxRobot robot) {
        Function<Tokens, Color> one = tokens -> tokens.series(0);
        Function<Tokens, Color> two = tokens -> tokens.series(1);
        robot.interact(() -> chart.curves()
                .setAll(
                        new Curve("run-001", training, Curve.Kind.OTHER_TRAINING, one),
                        new Curve("run-001 validation", validation, Curve.Kind.OTHER_VALIDATION, one),
                        new Curve("run-002", training, Curve.Kind.OTHER_TRAINING, two),
                        new Curve("run-002 validation", validation, Curve.Kind.OTHER_VALIDATION, two)));
        List<Label> entries = robot
                .from(robot.lookup(Legend.class::isInstance).<Node>query())
                .lookup((Label entry) -> entry.getGraphic() != null)
                .queryAllAs(Label.class)
                .stream()
                .toList();
        assertThat(entries).extracting(Label::getText).containsExactly("run-001", "run-002", "validation");
        assertThat(entries).extracting(entry -> isDashed(entry.getGraphic())).containsExactly(false, false, true);
    }

    private static boolean isDashed(Node sample) {
        return ((LineSample) sample)
                .getChildrenUnmodifiable().stream()
                        .anyMatch(line -> line instanceof Line
                                && !((Line) line).getStrokeDashArray().isEmpty());
    }

    @Test
    void theWheelZoomsWhereThePointerIsAndADoubleClickShowsAll(FxRobot robot) {
        Point2D middle = at(0.5);
        robot.interact(() -> {
            for (int i = 0; i < 3; i++) {
                Event.fireEvent(robot.lookup((PlotArea p) -> true).query(), wheel(middle, 40));
            }
        });
        Range zoomed = chart.zoomProperty().get();
        assertThat(zoomed).isNotNull();
        assertThat(zoomed.span()).isLessThan(900);
        assertThat(zoomed.contains(500)).isTrue();
        robot.doubleClickOn(at(0.5));
        assertThat(chart.zoomProperty().get()).isNull();
    }

    @Test
    void draggingMovesTheVisiblePartAndStopsAtTheEnds(FxRobot robot) {
        robot.interact(() -> chart.zoomProperty().set(new Range(400, 600)));
        robot.drag(at(0.7), MouseButton.PRIMARY).moveTo(at(0.3)).drop();
        WaitForAsyncUtils.waitForFxEvents();
        Range moved = chart.zoomProperty().get();
        assertThat(moved.low()).isGreaterThan(430);
        assertThat(moved.span()).isBetween(199.9, 200.1);
        for (int i = 0; i < 6; i++) {
            robot.drag(at(0.9), MouseButton.PRIMARY).moveTo(at(0.1)).drop();
        }
        assertThat(chart.zoomProperty().get().high()).isEqualTo(1000);
    }

    @Test
    void thePointerReadsTheValuesOfAllCurves(FxRobot robot) {
        robot.moveTo(at(0.5));
        WaitForAsyncUtils.waitForFxEvents();
        List<String> texts = robot.lookup("." + Styles.HOVER_CARD + " .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertThat(texts.get(0)).startsWith("Iteration ").contains("epoch");
        assertThat(texts).contains("training", "validation").anyMatch(t -> t.startsWith("0.2"));
        robot.moveTo(chart.localToScreen(2, 2));
        assertThat(chart.crosshairProperty().get()).isNaN();
    }

    @Test
    void writesAPictureAndATable(FxRobot robot, @TempDir Path folder) throws IOException {
        Path picture = folder.resolve("loss.png");
        Path table = folder.resolve("loss.csv");
        robot.interact(() -> {
            try {
                chart.exportPng(picture);
                chart.exportCsv(table);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        // Curves, and names of the axes below them, stand on the colour of a panel.
        assertThat(coloursIn(image, 140, 170, 1700, 780))
                .contains(argb(Themes.tokens().training()));
        assertThat(coloursIn(image, 860, 990, 200, 40)).hasSizeGreaterThan(2);
        assertThat(image.getRGB(4, 4)).isEqualTo(argb(Themes.tokens().panel()));
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(1001);
        assertThat(lines.get(0)).isEqualTo("iteration,training,training smoothed,validation");
        assertThat(lines.get(1)).startsWith("1,2.1,").endsWith(",");
        assertThat(lines.get(100)).startsWith("100,0.12,").endsWith(",0.22");
    }

    @Test
    void aTableOfAccuraciesIsInPerCentAsTheChart(FxRobot robot, @TempDir Path folder) throws IOException {
        Path table = folder.resolve("accuracy.csv");
        Series values = new Series();
        values.append(1, 0.9225);
        robot.interact(() -> {
            SeriesChart accuracy = new SeriesChart("Accuracy", Measured.ACCURACY);
            accuracy.curves().setAll(Curve.validation(values));
            try {
                accuracy.exportCsv(table);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(Files.readAllLines(table)).containsExactly("iteration,validation (%)", "1,92.25");
    }

    @Test
    void aChartOverEpochsIsNotOfIterations(FxRobot robot, @TempDir Path folder) throws IOException {
        Path table = folder.resolve("stages.csv");
        Series values = new Series();
        values.append(1, 0.5);
        robot.interact(() -> {
            SeriesChart stages = SeriesChart.overEpochs("Reconstruction loss", Measured.LOSS);
            stages.curves().setAll(Curve.validation(values));
            assertThat(marked(stages)).containsExactly(Scale.LINEAR);
            try {
                stages.exportCsv(table);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(Files.readAllLines(table)).containsExactly("epoch,validation", "1,0.5");
    }

    @Test
    void theMenuMarksWhatIsChosenAlsoInAnotherLanguage(FxRobot robot) {
        robot.interact(() -> {
            assertThat(marked(chart)).containsExactly(Scale.LINEAR, XUnit.ITERATION);
            chart.retell();
            chart.scaleProperty().set(Scale.LOGARITHMIC);
            chart.unitProperty().set(XUnit.EPOCH);
            assertThat(marked(chart)).containsExactly(Scale.LOGARITHMIC, XUnit.EPOCH);
        });
    }

    private static List<Object> marked(SeriesChart of) {
        return of.getChildrenUnmodifiable().stream()
                .filter(ChartMenu.class::isInstance)
                .map(ChartMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> item instanceof RadioMenuItem choice && choice.isSelected())
                .map(MenuItem::getUserData)
                .toList();
    }

    @Test
    void aPictureThatCannotBeWrittenSaysWhy(FxRobot robot, @TempDir Path folder) {
        Path nowhere = folder.resolve("no-such-folder/loss.png");
        robot.interact(
                () -> assertThatThrownBy(() -> chart.exportPng(nowhere)).isInstanceOf(NoSuchFileException.class));
    }

    @Test
    void aLogarithmicAxisAndEpochsCanBeChosen(FxRobot robot) {
        robot.interact(() -> {
            chart.scaleProperty().set(Scale.LOGARITHMIC);
            chart.unitProperty().set(XUnit.EPOCH);
            chart.smoothingProperty().set(0.5);
        });
        assertThat(training.smoothing()).isEqualTo(0.5);
    }

    private static Set<Integer> coloursIn(BufferedImage image, int x, int y, int width, int height) {
        return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int argb(Color colour) {
        return 0xFF000000 | PlotImage.rgb(colour);
    }

    /** A turn of the wheel; the robot's has no agreed direction. */
    private ScrollEvent wheel(Point2D screen, double delta) {
        Point2D here = chart.screenToLocal(screen);
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                here.getX(),
                here.getY(),
                screen.getX(),
                screen.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** A place in the middle of the plot, {@code part} of its width from its left end. */
    private Point2D at(double part) {
        double left = AxisCanvas.gutter().getLeft();
        double width = chart.getWidth() - left - AxisCanvas.gutter().getRight();
        return chart.localToScreen(left + part * width, 150);
    }
}
