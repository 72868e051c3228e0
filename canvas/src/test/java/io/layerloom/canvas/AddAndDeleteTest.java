package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Shape;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Adding, copying and deleting layers with a real pointer and real keys: what it sends, and that it is one step. */
@ExtendWith(ApplicationExtension.class)
class AddAndDeleteTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void doubleClickOnEmptyGroundSearches(FxRobot robot) {
        robot.doubleClickOn(at(420, 620));
        robot.write("dn").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Dense");
        assertThat(history.present().layout().of(new NodeId("n10")).x()).isCloseTo(342, within(2.0));
        assertThat(fx(() -> canvas.isFocused())).isTrue();
    }

    @Test
    void aNewInputTakesTheShapeOfTheDataInOneStep(FxRobot robot) {
        Labels labels = new Labels.Classes(List.of("cat", "dog"));
        robot.interact(() -> {
            canvas.dataProperty().set(Optional.of(new DataSchema("Pets", new Shape.Image(28, 28, 3), labels, 100)));
            canvas.addAtCentre(TestCatalog.INPUT);
            new PaletteDrop(canvas.editor(), new Pane()).drop(TestCatalog.INPUT, new Point(420, 620));
        });
        assertThat(sent).containsExactly("Add Input", "Add Input");
        assertThat(List.of("n10", "n11"))
                .extracting(id ->
                        history.present().graph().node(new NodeId(id)).values().get(TestCatalog.CHANNELS))
                .containsOnly(3);
    }

    /** As the end of a drag from a palette. */
    private void drop(FxRobot robot, Point at) {
        robot.interact(() -> new PaletteDrop(canvas.editor(), new Pane()).drop(TestCatalog.POOL, at));
    }

    @Test
    void aLayerIsDroppedFromThePaletteOntoAWire(FxRobot robot) {
        drop(robot, new Point(790, 313));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Insert Max pooling 2D");
        assertThat(history.present().graph().wires())
                .contains(wire("n4", "n10"), wire("n10", "n5"))
                .doesNotContain(wire("n4", "n5"));
    }

    @Test
    void aLayerIsDroppedFromThePaletteOntoEmptyGround(FxRobot robot) {
        drop(robot, new Point(420, 620));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Max pooling 2D");
        assertThat(history.present().layout().of(new NodeId("n10"))).isEqualTo(new Point(342, 582));
    }

    @Test
    void aLayerIsAddedBehindTheSelectedOneOrInTheMiddle(FxRobot robot) {
        robot.interact(() -> {
            canvas.selection().add(new NodeId("n3"));
            canvas.addAtCentre(TestCatalog.FLATTEN);
        });
        assertThat(history.present().graph().wires()).contains(wire("n3", "n10"));
        robot.interact(() -> {
            canvas.clearSelection();
            canvas.addAtCentre(TestCatalog.DENSE);
        });
        assertThat(history.present().graph().into(new NodeId("n11"))).isEmpty();
        assertThat(selection()).isEqualTo(ids("n11"));
    }

    @Test
    void aLayerOfAnotherKindIsAddedThroughWhatMakesItFitInOneStep(FxRobot robot) {
        robot.interact(() -> {
            canvas.selection().add(new NodeId("n5"));
            canvas.addAtCentre(TestCatalog.DENSE);
        });
        assertThat(sent).containsExactly("Add Dense");
        assertThat(history.present().graph().node(new NodeId("n10")).type()).isEqualTo("flatten");
        assertThat(history.present().graph().wires()).contains(wire("n5", "n10"), wire("n10", "n11"));
        assertThat(selection()).isEqualTo(ids("n11"));
    }

    @Test
    void deletingHealsAndIsOneStep(FxRobot robot) {
        robot.clickOn(node("n3")).type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Delete layer");
        assertThat(history.present().graph().wires()).contains(wire("n2", "n4"));
        assertThat(selection()).isEmpty();
    }

    @Test
    void copiesArePastedWithTheirWires(FxRobot robot) {
        robot.interact(() -> canvas.selection().addAll(ids("n2", "n3")));
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Paste 2 layers");
        assertThat(history.present().graph().nodes()).hasSize(11);
        assertThat(history.present().graph().wires()).hasSize(9);
        assertThat(selection()).hasSize(2).doesNotContainAnyElementsOf(ids("n2", "n3"));
    }

    @Test
    void cuttingAndDuplicatingAreOneStepEach(FxRobot robot) {
        robot.clickOn(node("n9")).push(KeyCode.CONTROL, KeyCode.D);
        assertThat(sent).containsExactly("Duplicate layer");
        robot.push(KeyCode.CONTROL, KeyCode.X);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).last().isEqualTo("Cut layer");
        assertThat(history.present().graph().nodes()).hasSize(9);
    }

    @Test
    void aLayerThatIsDroppedOnAnotherOneLiesBesideIt(FxRobot robot) {
        Point other = history.present().layout().of(new NodeId("n9"));
        drop(robot, other.plus(70, 40));
        assertThat(sent).containsExactly("Add Max pooling 2D");
        assertThatNothingLiesOnAnything();
        assertThat(history.present().layout().of(new NodeId("n10")).y())
                .isEqualTo(other.y() + 100); // its height, and room between
    }

    @Test
    void aLayerThatIsSoughtNearAnotherOneLiesBesideIt(FxRobot robot) {
        Point other = history.present().layout().of(new NodeId("n8"));
        robot.doubleClickOn(at(other.x() + 78, other.y() + 96));
        robot.write("dn").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Dense");
        assertThatNothingLiesOnAnything();
    }
}
