package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.stage.WindowHelper;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.TabStrip;
import io.layerloom.app.workbench.Drawing;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Difference;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Several projects in one window: opened, told apart, switched, moved and closed, each with what is its own. */
@ExtendWith(ApplicationExtension.class)
class TabsTest {

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @BeforeEach
    void openTwo(FxRobot robot) {
        robot.clickOn("#sample-mnist-mlp");
        until(() -> !program.bench().document().graph().nodes().isEmpty());
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> tabs().size() == 2);
    }

    /** The names of the tabs, that in view in brackets. */
    private List<String> tabs() {
        return fx(() -> program.app.sessions.all().stream()
                .map(session -> session == program.app.session()
                        ? "[" + session.projects.place().title() + "]"
                        : session.projects.place().title())
                .toList());
    }

    private static final String DIGITS = "Digits with dense layers";

    private static Point2D middleOf(FxRobot robot, String tab) {
        Node strip = robot.lookup(TabStrip.class::isInstance).query();
        Node label = robot.from(strip)
                .lookup((Labeled labeled) -> tab.equals(labeled.getText()))
                .query();
        return fx(() -> label.localToScreen(20, label.getBoundsInLocal().getHeight() / 2));
    }

    @Test
    void eachKeepsItsDocumentHistoryAndSelection(FxRobot robot) {
        assertThat(tabs()).containsExactly(DIGITS, "[Untitled]");
        assertThat(fx(() -> program.bench().undoLabelProperty().get())).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(tabs()).containsExactly("[" + DIGITS + "]", "Untitled");
        int whole = program.document().graph().nodes().size();
        NodeId first = program.document().graph().nodes().keySet().iterator().next();
        robot.interact(() -> program.bench().select(first));
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.C).push(KeyCode.DELETE);
        assertThat(program.document().graph().nodes()).hasSize(whole - 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertThat(program.document().graph().nodes()).isEmpty();
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertThat(program.document().graph().nodes()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_UP).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(program.document().graph().nodes()).hasSize(whole);
        robot.clickOn(middleOf(robot, "Untitled"));
        assertThat(program.document().graph().nodes()).hasSize(1);
    }

    @Test
    void whatIsOpenIsShownInItsTabAndAnEmptyOneIsUsed(FxRobot robot) throws IOException {
        Path file = KeptRun.project(program.home.resolve("work/own.loom"));
        String written = Files.readString(file);
        program.opening = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> tabs().equals(List.of(DIGITS, "[own.loom]")));
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        until(() -> robot.lookup("#sample-mnist-mlp").tryQuery().isPresent());
        assertThat(tabs()).hasSize(3);
        robot.clickOn("#sample-mnist-mlp");
        until(() -> tabs().get(0).equals("[" + DIGITS + "]"));
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> tabs().get(1).equals("[own.loom]"));
        assertThat(tabs()).hasSize(3);
        program.saving = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        until(() -> robot.lookup("#notices .label").tryQuery().isPresent());
        assertThat(robot.lookup("#notices .label").queryLabeled().getText())
                .contains("own.loom is open in another tab");
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void aTabIsDraggedToAnotherPlaceAndClosedByTheMiddleButton(FxRobot robot) {
        AppFixture.drag(
                robot, middleOf(robot, DIGITS), middleOf(robot, "Untitled").add(30, 0));
        assertThat(tabs()).containsExactly("Untitled", "[" + DIGITS + "]");
        robot.moveTo(middleOf(robot, "Untitled")).clickOn(MouseButton.MIDDLE);
        assertThat(tabs()).containsExactly("[" + DIGITS + "]");
        assertThat(robot.lookup("#tabs").<Node>query().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        assertThat(robot.lookup("#welcome").tryQuery()).isPresent();
    }

    @Test
    void tabInAFieldOfSeveralLinesLeadsToTheNextFieldAndNotToTheNextProject(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        NodeId dense = program.document().graph().named("hidden").orElseThrow().id();
        robot.interact(() -> {
            program.bench().apply(Edits.set(dense, FirstWeights.KIND, FirstWeights.TYPED));
            program.bench().select(dense);
        });
        until(() -> robot.lookup(TextArea.class::isInstance).tryQuery().isPresent());
        TextArea typed = robot.lookup(TextArea.class::isInstance).query();
        robot.interact(typed::requestFocus);
        robot.push(KeyCode.TAB);
        assertThat(tabs()).containsExactly("[" + DIGITS + "]", "Untitled");
        assertThat(typed.getText()).doesNotContain("\t");
        Node next = fx(() -> typed.getScene().getFocusOwner());
        assertThat(next).isNotEqualTo(typed);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(tabs()).containsExactly("[" + DIGITS + "]", "Untitled");
    }

    @Test
    void samplesAreFoundByTheNamesOfTheirKindAndCommandsByOtherWords(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P).write("resnet");
        ListView<?> found = robot.lookup("#command-list").queryListView();
        assertThat(found.getItems().toString())
                .contains("label=Open ResNet-18", "label=Open ResNet-50", "label=Open Digits with shortcuts");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("vae");
        assertThat(found.getItems().toString()).contains("label=Open Digits as distributions");
        double row = found.getFixedCellSize();
        until(() -> found.getHeight() == row * found.getItems().size());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("no such thing");
        until(() -> found.getItems().isEmpty() && found.getHeight() < 3 * row);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("layout");
        assertThat(found.getItems().toString()).contains("label=Tidy the network", "label=Tidy top down");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("vgg16").push(KeyCode.ENTER);
        until(() -> tabs().contains("[VGG-16]"));
    }

    @Test
    void quittingAsksOnceForAllThatIsNotSaved(FxRobot robot) throws IOException {
        for (int tab = 0; tab < 2; tab++) {
            robot.write("/dense").push(KeyCode.ENTER).push(KeyCode.ESCAPE);
            until(() -> program.bench().dirtyProperty().get());
            robot.push(KeyCode.CONTROL, KeyCode.TAB);
        }
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        until(() -> robot.lookup("Save the changes to 2 projects?").tryQuery().isPresent());
        robot.clickOn("Cancel");
        assertThat(tabs()).hasSize(2);
        program.saving = Optional.of(program.home.resolve("one.loom"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        robot.clickOn("Save all");
        until(() -> Files.exists(program.home.resolve("one.loom")));
        // The second may not be written over the first, so the window stays.
        until(() -> robot.lookup("#notices .label").tryQuery().isPresent());
        assertThat(fx(() -> program.app.stage.isShowing())).isTrue();
        program.saving = Optional.of(program.home.resolve("two.loom"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Q);
        robot.clickOn("Save");
        until(() -> !program.app.stage.isShowing());
        assertThat(program.home.resolve("two.loom")).exists();
    }

    @Test
    void aProjectIsComparedWithAnotherTabAndEachDifferenceLeadsToItsLayer(FxRobot robot) throws IOException {
        Path file = KeptRun.project(program.home.resolve("work/own.loom"));
        program.opening = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> tabs().contains("[own.loom]"));
        NodeId hidden = program.document().graph().nodes().values().stream()
                .filter(node -> node.type().equals("dense"))
                .findFirst()
                .orElseThrow()
                .id();
        robot.interact(() -> program.app.session().comparisons().with(program.app.session()));
        assertThat(robot.lookup("#differences")
                        .<ListView<Difference.Change>>query()
                        .getItems())
                .isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.write("compare with digits").push(KeyCode.ENTER);
        ListView<Difference.Change> list = robot.lookup("#differences").query();
        until(() -> !list.getItems().isEmpty());
        Difference.Change change = list.getItems().stream()
                .filter(each -> each.second().equals(Optional.of(hidden)))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> list.scrollTo(change));
        robot.clickOn(robot.from(list).lookup(change.name()).<Node>query());
        assertThat(program.bench().selection()).containsExactly(hidden);
        assertThat(fx(() -> program.app.session().canvas.changesProperty().get()))
                .containsKey(hidden);
        assertThat(robot.lookup("#differences-sides").<Label>query().getText())
                .endsWith("(right) → this project (left)");
        GraphCanvas right = robot.from(robot.lookup("#compare"))
                .lookup(GraphCanvas.class::isInstance)
                .query();
        GraphCanvas left = fx(() -> program.app.session().canvas);
        assertThat(fx(() -> right.localToScene(0, 0).getY()))
                .isEqualTo(fx(() -> left.localToScene(0, 0).getY()));
        robot.clickOn("#compare-end");
        assertThat(robot.lookup("#compare").tryQuery()).isEmpty();
        assertThat(fx(() -> program.app.session().navigation.drawerProperty().get()))
                .as("what was in view before")
                .isEqualTo(Navigation.Drawer.TRAINING);
        assertThat(fx(() -> program.app.session().canvas.changesProperty().get()))
                .isEmpty();
    }

    @Test
    void aFileThatAnotherProgramChangedIsToldWhenItsTabIsShownAndWhenTheWindowIsUsedAgain(FxRobot robot)
            throws IOException {
        Path file = KeptRun.project(program.home.resolve("work/own.loom"));
        program.opening = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> tabs().equals(List.of(DIGITS, "[own.loom]")));
        Document mine = program.document();
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        ProjectFile.write(mine.with(mine.plan().withEpochs(77)), file);
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        until(() -> robot.lookup("Keep mine").tryQuery().isPresent());
        assertThat(program.document()).isEqualTo(mine);
        robot.clickOn("Compare");
        until(() -> robot.lookup("#compare").tryQuery().isPresent());
        String epochs = "Epochs: 77 → " + mine.plan().epochs();
        robot.interact(() ->
                program.bench().select(mine.graph().nodes().keySet().iterator().next()));
        robot.clickOn("Training plan"); // leads to the plan
        assertThat(program.bench().selection()).isEmpty();
        assertThat(robot.from(robot.lookup("#differences").<Node>query())
                        .lookup(epochs)
                        .tryQuery())
                .isPresent();
        robot.clickOn("Read it again");
        until(() -> program.document().plan().epochs() == 77);
        until(() -> robot.lookup(epochs).tryQuery().isEmpty());
        ProjectFile.write(mine.with(mine.plan().withEpochs(78)), file);
        robot.interact(() -> {
            // As the system does; the invisible screen gives no other window the focus.
            WindowHelper.setFocused(program.app.stage, false);
            WindowHelper.setFocused(program.app.stage, true);
        });
        until(() -> robot.lookup("Keep mine").tryQuery().isPresent());
        robot.clickOn("Keep mine");
        assertThat(program.document().plan().epochs()).isEqualTo(77);
        assertThat(fx(() -> program.bench().dirtyProperty().get())).isTrue();
    }

    @Test
    void theInsideOfABlockIsComparedOnceItIsOpen(FxRobot robot) {
        robot.interact(() ->
                program.app.session().actions.open(Samples.byId("bert-base").orElseThrow()));
        until(() -> program.document().graph().nodes().values().stream()
                .anyMatch(node -> node.block().isPresent()));
        NodeId block = program.document().graph().nodes().values().stream()
                .filter(node -> node.block().isPresent())
                .findFirst()
                .orElseThrow()
                .id();
        SimpleObjectProperty<Document> other = new SimpleObjectProperty<>(program.document());
        NodeId layer = fx(() -> {
            Drawing drawing = program.bench().drawing();
            drawing.open(block);
            NodeId encoder =
                    drawing.document().graph().named("layer1").orElseThrow().id();
            drawing.apply(Edits.rename(encoder, "other"));
            program.app.session().comparisons().with("before", other);
            return encoder;
        });
        ListView<Difference.Change> list = robot.lookup("#differences").query();
        until(() -> list.getItems().size() == 1);
        assertThat(list.getItems().get(0).second()).contains(layer);
        for (GraphCanvas canvas : robot.lookup(GraphCanvas.class::isInstance).queryAllAs(GraphCanvas.class)) {
            assertThat(fx(() -> canvas.changesProperty().get())).containsOnlyKeys(layer);
            assertThat(fx(() -> canvas.trailProperty().get())).hasSize(1);
        }
        robot.interact(
                () -> other.set(other.get().with(other.get().plan().withEpochs(77)))); // an edit in the other tab
        assertThat(fx(() -> program.bench().drawing().path())).hasSize(1);
        robot.interact(() -> program.bench().drawing().leaveTo(0));
        assertThat(list.getItems()).extracting(Difference.Change::second).contains(Optional.of(block));
    }
}
