package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Selecting and moving layers with a real pointer and real keys: what it sends, and that it is one step. */
@ExtendWith(ApplicationExtension.class)
class MoveGestureTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void movingIsOneStepAndExact(FxRobot robot) {
        drag(robot, node("n9"), node("n9").add(120, 37));
        assertThat(sent).containsExactly("Move layer");
        assertThat(history.present().layout().of(new NodeId("n9"))).isEqualTo(new Point(716, 585));
        robot.interact(() -> show(history.undo()));
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
    }

    @Test
    void severalLayersMoveTogetherOnTheGridWithShift(FxRobot robot) {
        robot.interact(() -> canvas.selection().addAll(ids("n2", "n3")));
        robot.press(KeyCode.SHIFT);
        drag(robot, node("n2"), node("n2").add(63, -48));
        robot.release(KeyCode.SHIFT);
        assertThat(sent).containsExactly("Move 2 layers");
        Point moved = history.present().layout().of(new NodeId("n2"));
        assertThat(moved).isEqualTo(new Point(660, 100));
        assertThat(history.present().layout().of(new NodeId("n3"))).isEqualTo(moved.plus(224, 0));
    }

    @Test
    void aTremblingClickMovesNothing(FxRobot robot) {
        robot.moveTo(node("n2")).press(MouseButton.PRIMARY).moveBy(3, 2).release(MouseButton.PRIMARY);
        assertThat(sent).isEmpty();
        assertThat(selection()).isEqualTo(ids("n2"));
    }

    @Test
    void clicksSelectExtendAndClear(FxRobot robot) {
        robot.clickOn(node("n2"));
        robot.press(KeyCode.SHIFT).clickOn(node("n3")).release(KeyCode.SHIFT);
        assertThat(selection()).isEqualTo(ids("n2", "n3"));
        robot.press(KeyCode.CONTROL).clickOn(node("n2")).release(KeyCode.CONTROL);
        assertThat(selection()).isEqualTo(ids("n3"));
        robot.clickOn(at(420, 60));
        assertThat(selection()).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void theMarqueeReplacesAddsAndTurnsOver(FxRobot robot) {
        drag(robot, at(340, 110), at(780, 250));
        assertThat(selection()).isEqualTo(ids("n1", "n2"));
        robot.press(KeyCode.SHIFT);
        drag(robot, at(1000, 390), at(1220, 490));
        robot.release(KeyCode.SHIFT);
        assertThat(selection()).isEqualTo(ids("n1", "n2", "n8"));
        robot.press(KeyCode.CONTROL);
        drag(robot, at(560, 110), at(900, 250));
        robot.release(KeyCode.CONTROL);
        assertThat(selection()).isEqualTo(ids("n1", "n3", "n8"));
    }

    @Test
    void aMarqueeMayBeginOnAWire(FxRobot robot) {
        Point2D wire = fx(() -> {
            NodeView from = canvas.editor().diagram().node(new NodeId("n2")).orElseThrow();
            Point beside = canvas.editor().view().toScreen(from.output().plus(20, 0));
            return canvas.localToScreen(beside.x(), beside.y());
        });
        drag(robot, wire, at(900, 250));
        assertThat(selection()).isEqualTo(ids("n3"));
        assertThat(sent).isEmpty();
    }

    @Test
    void keysDoNothingToWhatIsInTheHand(FxRobot robot) {
        robot.moveTo(node("n9")).press(MouseButton.PRIMARY).moveBy(30, 20).moveBy(30, 20);
        robot.push(KeyCode.DELETE).push(KeyCode.CONTROL, KeyCode.D);
        assertThat(sent).isEmpty();
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Move layer");
    }

    @Test
    void whoLooksElsewhereDuringADragLetsGo(FxRobot robot) {
        robot.moveTo(node("n9")).press(MouseButton.PRIMARY).moveBy(30, 20).moveBy(30, 20);
        assertThat(fx(() -> canvas.editor().shift().isNone())).isFalse();
        robot.interact(() -> {
            Scene scene = canvas.getScene();
            Parent root = scene.getRoot();
            scene.setRoot(new Pane());
            scene.setRoot(root);
        });
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.editor().shift().isNone())).isTrue();
        assertThat(sent).isEmpty();
    }

    @Test
    void aDragAtTheEdgeMovesTheView(FxRobot robot) {
        robot.moveTo(node("n9")).press(MouseButton.PRIMARY).moveBy(20, 20).moveTo(at(1294, 600));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> fx(() -> canvas.editor().view().offsetX() < -40));
        robot.release(MouseButton.PRIMARY);
        assertThat(sent).containsExactly("Move layer");
    }

    @Test
    void whatIsHeldOverAnotherPartOfTheWindowStaysInTheDrawing(FxRobot robot) {
        Point2D panel = beside(robot);
        Viewport before = fx(() -> canvas.editor().view());
        drag(robot, node("n9"), panel);
        assertThat(fx(() -> canvas.editor().view())).isEqualTo(before);
        assertThat(history.present().layout().of(new NodeId("n9")).x()).isBetween(900.0, 1000.0);
    }

    @Test
    void theEdgeNeverLeavesTheLayersThatLieStill(FxRobot robot) {
        Document far = TestCatalog.with(TestCatalog.digits(), "n10", TestCatalog.POOL, 1100, 600);
        present(robot, far);
        robot.moveTo(node("n10")).press(MouseButton.PRIMARY).moveBy(20, 20).moveTo(at(1299, 640));
        EdgePan pan = new EdgePan(canvas.editor());
        robot.interact(() -> {
            pan.at(new Point(1299, 640));
            for (long frame = 0; frame < 1000; frame++) {
                pan.handle(frame * 50_000_000);
            }
            pan.stop();
        });
        assertThat(fx(() ->
                        canvas.editor().diagram().nodesIn(canvas.editor().view().visible(1300, 800))))
                .extracting(NodeView::id)
                .contains(new NodeId("n4"));
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void theEdgeDrawsFasterTheNearerAndNotFromAfar() {
        assertThat(EdgePan.speed(new Point(650, 400), 1300, 800)).isEqualTo(new Point(0, 0));
        assertThat(EdgePan.speed(new Point(1290, 400), 1300, 800).x())
                .isLessThan(0)
                .isGreaterThan(EdgePan.speed(new Point(1300, 400), 1300, 800).x());
        assertThat(EdgePan.speed(new Point(1400, 400), 1300, 800)).isEqualTo(new Point(0, 0));
    }

    @Test
    void altDragLeavesTheOriginalAlone(FxRobot robot) {
        robot.press(KeyCode.ALT);
        drag(robot, node("n9"), node("n9").add(300, 0));
        robot.release(KeyCode.ALT);
        assertThat(sent).containsExactly("Duplicate layer");
        assertThat(history.present().layout().of(new NodeId("n9"))).isEqualTo(new Point(596, 548));
        assertThat(history.present().layout().of(new NodeId("n10")).x()).isCloseTo(896, within(2.0));
    }

    @Test
    void keysSelectNudgeAndFit(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selection()).hasSize(9);
        robot.clickOn(node("n1")).push(KeyCode.CONTROL, KeyCode.I);
        assertThat(selection()).hasSize(8).doesNotContain(new NodeId("n1"));
        robot.push(KeyCode.ESCAPE);
        assertThat(selection()).isEmpty();
        robot.clickOn(node("n1")).push(KeyCode.RIGHT);
        assertThat(history.present().layout().of(new NodeId("n1"))).isEqualTo(new Point(382, 150));
        robot.push(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        Box all = fx(() -> canvas.editor()
                .view()
                .toScreen(canvas.editor().diagram().bounds().orElseThrow()));
        assertThat(all.x()).isPositive();
        assertThat(all.right()).isLessThan(fx(() -> canvas.getWidth()));
    }

    @Test
    void escapeGivesAGestureUp(FxRobot robot) {
        robot.moveTo(node("n2"))
                .press(MouseButton.PRIMARY)
                .moveBy(60, 60)
                .push(KeyCode.ESCAPE)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).isEmpty();
        assertThat(fx(() -> canvas.editor()
                        .diagram()
                        .node(new NodeId("n2"))
                        .orElseThrow()
                        .box()
                        .x()))
                .isEqualTo(596);
    }

    @Test
    void tidyingIsOneStepWithoutOverlaps(FxRobot robot) {
        robot.interact(() -> canvas.tidy());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> fx(() -> !sent.isEmpty()));
        assertThat(sent).containsExactly("Tidy layout");
        List<NodeView> nodes = fx(() -> List.copyOf(canvas.editor().diagram().nodes()));
        for (NodeView a : nodes) {
            assertThat(nodes)
                    .filteredOn(b -> !b.id().equals(a.id()))
                    .noneMatch(b -> b.box().overlaps(a.box()));
        }
    }

    @Test
    void aLayerThatWouldHideAnotherOneLiesBesideItInOneStep(FxRobot robot) {
        drag(robot, node("n9"), node("n8").add(10, 8));
        assertThat(sent).containsExactly("Move layer");
        assertThatNothingLiesOnAnything();
        Point other = history.present().layout().of(new NodeId("n8"));
        Point moved = history.present().layout().of(new NodeId("n9"));
        assertThat(Math.hypot(moved.x() - other.x(), moved.y() - other.y())).isLessThan(110);
        robot.interact(() -> show(history.undo()));
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
    }

    @Test
    void shiftDrawsACopyOntoTheGrid(FxRobot robot) {
        robot.press(KeyCode.ALT).press(KeyCode.SHIFT);
        drag(robot, node("n9"), node("n9").add(303, 7));
        robot.release(KeyCode.SHIFT).release(KeyCode.ALT);
        Point copy = history.present().layout().of(new NodeId("n10"));
        assertThat(List.of(copy.x() % 10, copy.y() % 10)).containsOnly(0.0);
        assertThat(copy.x()).isCloseTo(899, within(6.0));
    }

    @Test
    void layersMayLieOverEachOtherInPart(FxRobot robot) {
        drag(robot, node("n9"), node("n8").add(-80, 30));
        assertThat(history.present().layout().of(new NodeId("n9"))).isEqualTo(new Point(964, 430));
    }

    /** Where a layer is drawn now, also in the hand. */
    private Point2D corner(String id) {
        return fx(() -> {
            Box box =
                    canvas.editor().diagram().node(new NodeId(id)).orElseThrow().box();
            Shift shift = canvas.editor().shift();
            Point at = canvas.editor().view().toScreen(new Point(box.x() + shift.dx(), box.y() + shift.dy()));
            return canvas.localToScreen(at.x(), at.y());
        });
    }

    @Test
    void theWheelLeavesWhatIsHeldUnderThePointer(FxRobot robot) {
        Point2D grip = node("n9").subtract(corner("n9"));
        Point2D hand = node("n9").add(100, -60);
        robot.moveTo(node("n9")).press(MouseButton.PRIMARY).moveTo(hand);
        robot.press(KeyCode.SHIFT).scroll(90, VerticalDirection.DOWN).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Math.abs(fx(() -> canvas.editor().view().offsetX())))
                .as("panned by")
                .isGreaterThan(50);
        // Lines of its neighbours may draw it a little aside.
        assertThat(corner("n9").distance(hand.subtract(grip))).isLessThan(9);
        robot.scroll(40, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        double scale = fx(() -> canvas.editor().view().scale());
        assertThat(scale).isNotEqualTo(1);
        assertThat(corner("n9").distance(hand.subtract(grip.multiply(scale)))).isLessThan(9);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Move layer");
        assertThat(corner("n9").distance(hand.subtract(grip.multiply(scale)))).isLessThan(9);
    }
}
