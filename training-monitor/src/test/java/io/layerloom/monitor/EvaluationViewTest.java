package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Example;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EvaluationViewTest {
    private final List<String> clicked = new ArrayList<>();
    private EvaluationView view;
    private RunTable table;
    private final StackPane root = new StackPane();

    @Start
    void show(Stage stage) {
        view = new EvaluationView();
        table = new RunTable();
        root.getChildren().setAll(view);
        Scene scene = new Scene(root, 1100, 720);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void withoutFiguresItSaysWhatWillStandHere(FxRobot robot) {
        assertThat(shown(robot, "Not measured yet")).isTrue();
    }

    @Test
    void showsAccuracyMatrixAndClasses(FxRobot robot) {
        robot.interact(() -> view.evaluationProperty().set(ScriptedRun.evaluation()));
        assertThat(shown(robot, "98.6 %")).isTrue();
        assertThat(shown(robot, "Test loss")).isTrue();
        assertThat(shown(robot, "Mixed up most: 14 of 982 examples of 4 were taken for 9 (1.4 %)."))
                .isTrue();
        ConfusionMatrix matrix = matrix(robot);
        double cell = (matrix.getWidth() - 42) / 10;
        robot.moveTo(matrix.localToScreen(40 + 9.5 * cell, 38 + 4.5 * cell));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown(robot, "14 of 982 examples of 4 were taken for 9 (1.4 %)."))
                .isTrue();
        robot.clickOn(matrix.localToScreen(40 + 9.5 * cell, 38 + 4.5 * cell));
    }

    @Test
    void aCellShowsItsExamples(FxRobot robot) {
        String four = "a four that looks like a nine" + ", and so on".repeat(30);
        Example example = new Example("4", new Example.Sentence(four));
        robot.interact(() -> root.getChildren()
                .setAll(new EvaluationView(
                        ScriptedRun.evaluation(), List.of(), Optional.of((actual, predicted, most, found) -> {
                            clicked.add(most + " of " + actual + " as " + predicted);
                            found.accept(example);
                            return CompletableFuture.completedFuture(null);
                        }))));
        ConfusionMatrix matrix = matrix(robot);
        double cell = (matrix.getWidth() - 42) / 10;
        robot.clickOn(matrix.localToScreen(40 + 9.5 * cell, 38 + 4.5 * cell));
        assertThat(clicked).containsExactly("14 of 4 as 9");
        assertThat(shown(robot, four)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        Node examples = robot.lookup("#cell-examples").query();
        assertThat(examples.getBoundsInParent().getMaxX())
                .as("no wider than its card")
                .isLessThan(((Region) examples.getParent()).getWidth());
        assertThat(shown(robot, "1 of 14, in the order of the test part.")).isTrue();
    }

    @Test
    void theCellsAreReachedByTheKeyboardNamedAndOpenedByEnter(FxRobot robot) {
        robot.interact(() -> root.getChildren()
                .setAll(new EvaluationView(
                        ScriptedRun.evaluation(), List.of(), Optional.of((actual, predicted, most, found) -> {
                            clicked.add(most + " of " + actual + " as " + predicted);
                            return CompletableFuture.completedFuture(null);
                        }))));
        ConfusionMatrix matrix = matrix(robot);
        for (int tabs = 0; tabs < 5 && !matrix.isFocused(); tabs++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(matrix.isFocused()).isTrue();
        assertThat(spoken(robot, matrix)).startsWith("true class 0, predicted class 0: ");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(KeyCode.END).push(KeyCode.RIGHT); // at the edge
        assertThat(spoken(robot, matrix)).isEqualTo("true class 4, predicted class 9: 14 examples");
        assertThat(shown(robot, "14 of 982 examples of 4 were taken for 9 (1.4 %)."))
                .isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(clicked).containsExactly("14 of 4 as 9");
        robot.push(KeyCode.TAB);
        assertThat(matrix.isFocused()).isFalse();
        assertThat(shown(robot, "Mixed up most: 14 of 982 examples of 4 were taken for 9 (1.4 %)."))
                .isTrue();
    }

    private static String spoken(FxRobot robot, ConfusionMatrix matrix) {
        AtomicReference<Object> name = new AtomicReference<>("");
        robot.interact(() -> {
            Node cell = (Node) matrix.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
            name.set(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });
        return String.valueOf(name.get());
    }

    @Test
    void aClickOnAHeadSortsTheClasses(FxRobot robot) {
        robot.interact(() -> view.evaluationProperty().set(ScriptedRun.evaluation()));
        robot.clickOn("Recall");
        TableView<ClassScore> scores = robot.lookup(".table-view").queryTableView();
        assertThat(scores.getItems()).extracting(ClassScore::recall).isSorted();
    }

    @Test
    void numbersHaveErrorsInsteadOfClasses(FxRobot robot) {
        Evaluation numbers = new Evaluation(
                120,
                0.3,
                Double.NaN,
                List.of(),
                new int[0][],
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                4,
                1.25,
                0.83);
        robot.interact(() -> view.evaluationProperty().set(numbers));
        assertThat(shown(robot, "1.250")).isTrue();
        assertThat(shown(robot, "2.000")).isTrue();
    }

    @Test
    void aTickInTheListOfRunsComparesARun(FxRobot robot) {
        RunSeries first = MonitorDemo.earlier("digits 1", 1, 1);
        robot.interact(() -> {
            root.getChildren().setAll(table);
            table.show(List.of(first, MonitorDemo.earlier("digits 2", 2, 2)));
        });
        robot.clickOn(robot.lookup(".check-box").nth(0).queryAs(CheckBox.class));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.compared()).containsExactly(first);
        List<RunSeries> opened = new ArrayList<>();
        table.setOnOpen(opened::add);
        robot.doubleClickOn("digits 1");
        assertThat(opened).containsExactly(first);
        RunSeries later = MonitorDemo.earlier("digits 1", 1, 7);
        robot.interact(() -> table.show(List.of(later)));
        assertThat(table.compared()).singleElement().isSameAs(later);
        assertThat(table.selectedProperty().get()).isSameAs(later);
        robot.interact(() -> table.show(List.of()));
        assertThat(table.compared()).isEmpty();
    }

    /** The matrix, once the page was laid out. */
    private static ConfusionMatrix matrix(FxRobot robot) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> laidOut(robot).isPresent());
        return laidOut(robot).orElseThrow();
    }

    private static Optional<ConfusionMatrix> laidOut(FxRobot robot) {
        return robot.lookup((ConfusionMatrix m) -> m.getWidth() > 0).tryQuery();
    }

    private static boolean shown(FxRobot robot, String text) {
        return robot.lookup((Labeled l) -> text.equals(l.getText()) && l.isVisible())
                .tryQuery()
                .isPresent();
    }
}
