package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Frame;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CopyingTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void select(FxRobot robot, String... ids) {
        robot.interact(() -> {
            canvas.selection().clear();
            canvas.selection().addAll(ids(ids));
        });
    }

    private List<Point> places(Set<NodeId> nodes) {
        return nodes.stream()
                .map(id -> history.present().layout().of(id))
                .sorted((a, b) -> Double.compare(a.x(), b.x()))
                .toList();
    }

    private void copyAndPaste(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void duplicatesLieBesideEverythingAsTheirOriginalsLie(FxRobot robot) {
        select(robot, "n2", "n3");
        robot.push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.CONTROL, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        List<Point> latest = places(selection());
        assertThat(latest).hasSize(2);
        assertThat(latest.get(1).x() - latest.get(0).x()).isEqualTo(224);
        assertThat(latest.get(1).y()).isEqualTo(latest.get(0).y());
        assertThatNothingLiesOnAnything();
    }

    @Test
    void whatIsPastedOverItsOriginalLiesInLineWithIt(FxRobot robot) {
        robot.clickOn(node("n2"));
        copyAndPaste(robot);
        Point original = history.present().layout().of(new NodeId("n2"));
        Point copy = places(selection()).get(0);
        assertThat(Math.hypot(copy.x() - original.x(), copy.y() - original.y()))
                .isEqualTo(100); // its height, and room between
        assertThatNothingLiesOnAnything();
    }

    @Test
    void whereThePointerRestsOnEmptyGroundCopiesAreCentred(FxRobot robot) {
        select(robot, "n2");
        robot.moveTo(at(420, 620));
        copyAndPaste(robot);
        assertThat(places(selection())).containsExactly(new Point(342, 582));
    }

    @Test
    void everythingIsCopiedBesideEverything(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.moveTo(at(600, 300));
        Set<NodeId> before = history.present().graph().nodes().keySet();
        copyAndPaste(robot);
        assertThatNothingLiesOnAnything();
        Set<NodeId> copies = history.present().graph().nodes().keySet().stream()
                .filter(id -> !before.contains(id))
                .collect(Collectors.toSet());
        Box sight = fx(() -> canvas.editor().view().visible(canvas.getWidth(), canvas.getHeight()));
        assertThat(fx(() -> canvas.editor().diagram().bounds(copies)).filter(sight::overlaps))
                .isPresent();
    }

    @Test
    void aFrameGoesWithTheLayersInIt(FxRobot robot) {
        select(robot, "n2", "n3");
        robot.push(KeyCode.CONTROL, KeyCode.G).write("Stem").push(KeyCode.ENTER);
        select(robot, "n2", "n3");
        copyAndPaste(robot);
        List<Frame> frames = history.present().layout().frames();
        assertThat(frames).extracting(Frame::title).containsExactly("Stem", "Stem");
        Diagram drawn = fx(() -> canvas.editor().diagram());
        assertThat(FrameGesture.inside(drawn, frames.get(0))).isEqualTo(ids("n2", "n3"));
        assertThat(FrameGesture.inside(drawn, frames.get(1))).isEqualTo(selection());
        assertThat(FrameGesture.box(frames.get(0)).overlaps(FrameGesture.box(frames.get(1))))
                .isFalse();
        assertThatNothingLiesOnAnything();

        robot.push(KeyCode.CONTROL, KeyCode.X);
        assertThat(history.present().layout().frames()).containsExactly(frames.get(0));
        // A part of what lies in a frame goes without it.
        select(robot, "n2");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(history.present().layout().frames()).containsExactly(frames.get(0));
    }
}
