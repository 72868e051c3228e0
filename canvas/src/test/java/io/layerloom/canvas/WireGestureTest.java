package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drawing, moving and cutting wires with a real pointer: what it sends, and that it is one step. */
@ExtendWith(ApplicationExtension.class)
class WireGestureTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aWireIsDrawnFromPortToPort(FxRobot robot) {
        Document loose = TestCatalog.with(TestCatalog.digits(), "n10", TestCatalog.POOL, 372, 600);
        present(robot, loose);
        drag(robot, at(528, 188), at(380, 630));
        assertThat(sent).containsExactly("Connect");
        assertThat(history.present().graph().wires()).contains(wire("n1", "n10"));
    }

    @Test
    void aWireIsDrawnBackwardsFromAFreeInput(FxRobot robot) {
        Document loose = TestCatalog.with(TestCatalog.digits(), "n10", TestCatalog.POOL, 372, 600);
        present(robot, loose);
        drag(robot, at(372, 638), at(520, 180));
        assertThat(history.present().graph().wires()).contains(wire("n1", "n10"));
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy(FxRobot robot) {
        robot.moveTo(at(976, 438)).press(MouseButton.PRIMARY).moveBy(10, 10).moveTo(node("n9"));
        WaitForAsyncUtils.waitForFxEvents();
        Hint hint = robot.lookup(node -> node instanceof Hint).query();
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText()).isEqualTo("Convolution 2D needs an image, but gets a vector of 64.");
        assertThat(fx(() -> canvas.editor().marks().dimmed()))
                .contains(new NodeId("n9"))
                .doesNotContain(new NodeId("n8"));
        robot.release(MouseButton.PRIMARY);
        assertThat(sent).isEmpty();
        assertThat(hint.isVisible()).isFalse();
    }

    @Test
    void betweenKindsThatDifferAGoBetweenIsPut(FxRobot robot) {
        drag(robot, at(752, 188), node("n7"));
        assertThat(sent).containsExactly("Connect through Flatten");
        assertThat(history.present().graph().wires())
                .contains(wire("n2", "n10"), wire("n10", "n7"))
                .doesNotContain(wire("n6", "n7"));
    }

    @Test
    void aWiresEndDrawnAwayDisconnectsOrReconnects(FxRobot robot) {
        drag(robot, at(596, 586), at(600, 700));
        assertThat(sent).containsExactly("Disconnect");
        assertThat(history.present().graph().wires()).doesNotContain(wire("n5", "n9"));
        drag(robot, at(820, 188), at(596, 586));
        assertThat(sent).last().isEqualTo("Reconnect");
        assertThat(history.present().graph().wires()).contains(wire("n2", "n9")).doesNotContain(wire("n2", "n3"));
    }

    @Test
    void aWiresEndLetGoOutsideTheCanvasStaysWhereItWas(FxRobot robot) {
        drag(robot, at(596, 586), beside(robot));
        assertThat(sent).isEmpty();
        assertThat(fx(() -> canvas.editor().marks())).isEqualTo(Marks.NONE);
        assertThat(history.present().graph().wires()).contains(wire("n5", "n9"));
    }

    @Test
    void aWireDroppedOnEmptyGroundAddsALayerThatFits(FxRobot robot) {
        drag(robot, at(1200, 188), at(1240, 300));
        robot.write("fl").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Flatten");
        assertThat(history.present().graph().wires()).contains(wire("n4", "n10"));
        assertThat(selection()).isEqualTo(ids("n10"));
    }

    @Test
    void aWireDrawnBackFromAnInputAddsALayerThatFitsThroughAnother(FxRobot robot) {
        present(robot, TestCatalog.with(TestCatalog.digits(), "n10", TestCatalog.DENSE, 1100, 500));
        drag(robot, at(1100, 538), at(1000, 700));
        robot.write("conv").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Convolution 2D");
        assertThat(history.present().graph().node(new NodeId("n11")).type()).isEqualTo("flatten");
        assertThat(history.present().graph().wires()).contains(wire("n12", "n11"), wire("n11", "n10"));
        assertThat(selection()).isEqualTo(ids("n12"));
    }

    @Test
    void aWireIsSelectedAndDeletedOrCutWithAlt(FxRobot robot) {
        robot.clickOn(at(800, 313)).type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(history.present().graph().wires()).doesNotContain(wire("n4", "n5"));
        robot.press(KeyCode.ALT).clickOn(at(562, 188)).release(KeyCode.ALT);
        assertThat(sent).containsExactly("Disconnect", "Disconnect");
        assertThat(history.present().graph().wires()).doesNotContain(wire("n1", "n2"));
    }
}
