package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Frame;
import io.layerloom.graph.History;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What people who use node editors have in their fingers, beyond selecting, moving and wiring. */
@ExtendWith(ApplicationExtension.class)
class HandsTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void drag(FxRobot robot, MouseButton button, Point2D from, Point2D to) {
        robot.moveTo(from).press(button).moveTo(from.midpoint(to)).moveTo(to).release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void select(FxRobot robot, String... ids) {
        robot.interact(() -> {
            canvas.selection().clear();
            for (String id : ids) {
                canvas.selection().add(new NodeId(id));
            }
        });
    }

    private Point place(String id) {
        return history.present().layout().of(new NodeId(id));
    }

    private void undoLeavesNothing(FxRobot robot) {
        robot.interact(() -> show(history.undo()));
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
    }

    @Test
    void aStrokeCutsEveryWireThatItCrosses(FxRobot robot) {
        robot.press(KeyCode.CONTROL);
        drag(robot, MouseButton.SECONDARY, at(562, 120), at(562, 260));
        robot.release(KeyCode.CONTROL);
        assertThat(sent).containsExactly("Disconnect");
        assertThat(history.present().graph().wires()).doesNotContain(wire("n1", "n2"));
        undoLeavesNothing(robot);
    }

    @Test
    void aReroutePointIsAddedMovedAndTakenAway(FxRobot robot) {
        robot.doubleClickOn(at(562, 188));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add reroute point");
        drag(robot, MouseButton.PRIMARY, at(562, 188), at(562, 300));
        assertThat(sent).last().isEqualTo("Move reroute point");
        Point bend = history.present().layout().bendsOf(wire("n1", "n2")).get(0);
        assertThat(bend.y()).isBetween(298.0, 302.0);
        robot.doubleClickOn(at(bend.x(), bend.y()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).last().isEqualTo("Remove reroute point");
        assertThat(history.present().layout().bends()).isEmpty();
    }

    private void choose(FxRobot robot, Point2D at, String item) {
        robot.clickOn(at, MouseButton.SECONDARY);
        robot.clickOn(item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theMenuOfALayerActsOnAllThatIsSelected(FxRobot robot) {
        select(robot, "n1", "n2");
        Point one = place("n2");
        choose(robot, at(one.x() + 40, one.y() + 12), "Duplicate");
        assertThat(sent).containsExactly("Duplicate 2 layers");
        undoLeavesNothing(robot);
        choose(robot, at(place("n9").x() + 40, place("n9").y() + 12), "Duplicate");
        assertThat(sent).last().isEqualTo("Duplicate layer");
    }

    private NodeFace face(String id) {
        return fx(() ->
                canvas.editor().diagram().node(new NodeId(id)).orElseThrow().face());
    }

    @Test
    void theKeyAndTheMenuFreezeWhatHasWeights(FxRobot robot) {
        // The input has none and stays as it is.
        select(robot, "n1", "n2");
        robot.push(KeyCode.M);
        assertThat(sent).containsExactly("Freeze layer");
        assertThat(face("n2").frozen()).isTrue();
        assertThat(face("n2").foot().get(0)).endsWith(" frozen");
        assertThat(face("n1").frozen()).isFalse();
        choose(robot, at(place("n2").x() + 40, place("n2").y() + 12), "Unfreeze");
        assertThat(sent).last().isEqualTo("Unfreeze layer");
        assertThat(face("n2").frozen()).isFalse();
        robot.interact(() -> show(history.undo()));
        assertThat(face("n2").frozen()).isTrue();
        undoLeavesNothing(robot);
    }

    @Test
    void theKeyAndTheMenuLeaveLayersOutAndUseThemAgain(FxRobot robot) {
        // Nothing could pass through the input, which says so and stays as it is.
        select(robot, "n1", "n2");
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(sent).containsExactly("Bypass layer");
        assertThat(face("n2").bypassed()).isTrue();
        assertThat(face("n2").foot().get(0)).isEqualTo("bypassed");
        assertThat(face("n1").bypassed()).isFalse();
        select(robot, "n1");
        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        assertThat(sent).hasSize(1);
        choose(robot, at(place("n2").x() + 40, place("n2").y() + 12), "Use again");
        assertThat(sent).last().isEqualTo("Use layer again");
        assertThat(face("n2").bypassed()).isFalse();
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
        robot.interact(() -> show(history.undo()));
        assertThat(face("n2").bypassed()).isTrue();
        undoLeavesNothing(robot);
    }

    @Test
    void theMenuOfAWireInsertsALayerAndTakesTheWireAway(FxRobot robot) {
        choose(robot, at(562, 188), "Add reroute point");
        assertThat(sent).containsExactly("Add reroute point");
        choose(robot, at(562, 188), "Disconnect");
        assertThat(history.present().graph().wires()).doesNotContain(wire("n1", "n2"));
        robot.interact(() -> show(History.of(TestCatalog.digits())));
        choose(robot, at(562, 188), "Insert a layer…");
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).last().asString().startsWith("Insert ");
        assertThat(history.present().graph().wires()).doesNotContain(wire("n1", "n2"));
        assertThat(history.present().graph().nodes())
                .hasSize(TestCatalog.digits().graph().nodes().size() + 1);
    }

    @Test
    void aFrameIsRemovedByItsMenuAndItsLayersStay(FxRobot robot) {
        select(robot, "n1", "n2");
        robot.push(KeyCode.CONTROL, KeyCode.G).push(KeyCode.ENTER);
        Frame frame = history.present().layout().frames().get(0);
        select(robot);
        choose(robot, at(frame.x() + 20, frame.y() + 10), "Select what lies in it");
        assertThat(canvas.selection()).containsExactlyInAnyOrder(new NodeId("n1"), new NodeId("n2"));
        choose(robot, at(frame.x() + 20, frame.y() + 10), "Delete frame");
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
    }

    @Test
    void theMenuOpensByKey(FxRobot robot) {
        select(robot, "n2");
        robot.push(KeyCode.CONTEXT_MENU);
        robot.clickOn("Select all that follows");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.selection().size()).isGreaterThan(1);
    }

    @Test
    void tidyOfSeveralLayersLeavesTheOthersWhereTheyLie(FxRobot robot) throws Exception {
        select(robot, "n1", "n2");
        robot.interact(() -> apply(Edits.move(Map.of(new NodeId("n2"), new Point(200, 700)))));
        Document before = history.present();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> sent.contains("Tidy layout"));
        WaitForAsyncUtils.waitForFxEvents();
        Document after = history.present();
        before.graph().nodes().keySet().stream()
                .filter(id -> !id.equals(new NodeId("n1")) && !id.equals(new NodeId("n2")))
                .forEach(id -> assertThat(after.layout().of(id))
                        .isEqualTo(before.layout().of(id)));
        assertThat(after.layout().of(new NodeId("n2"))).isNotEqualTo(new Point(200, 700));
        assertThatNothingLiesOnAnything();
    }

    @Test
    void oneLayerAloneIsNotTidiedAndTheHintSaysWhatIs(FxRobot robot) {
        select(robot, "n2");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        Hint hint = robot.lookup(Hint.class::isInstance).queryAs(Hint.class);
        assertThat(hint.isVisible()).isTrue();
        assertThat(hint.getText()).startsWith("One layer alone cannot be tidied.");
        assertThat(sent).isEmpty();
    }

    private void awaitTidied(int times) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> fx(() -> sent.stream().filter("Tidy layout"::equals).count()) == times);
    }

    private boolean showsAll() {
        return fx(() -> {
            Box sight = canvas.editor().view().visible(canvas.getWidth(), canvas.getHeight());
            Box all = canvas.editor().diagram().bounds().orElseThrow();
            return sight.union(all).equals(sight);
        });
    }

    @Test
    void tidyingTakesFramesAlongAndShowsEverythingAndSoDoesTakingItBack(FxRobot robot) throws Exception {
        select(robot, "n2", "n3");
        robot.push(KeyCode.CONTROL, KeyCode.G).push(KeyCode.ENTER);
        Document before = history.present();
        robot.interact(() -> canvas.zoomTo(3));
        robot.interact(canvas::tidy);
        awaitTidied(1);
        assertThat(showsAll()).isTrue();
        Frame frame = history.present().layout().frames().get(0);
        assertThat(frame).isNotEqualTo(before.layout().frames().get(0));
        assertThat(fx(() -> FrameGesture.inside(canvas.editor().diagram(), frame)))
                .containsExactlyInAnyOrder(new NodeId("n2"), new NodeId("n3"));
        robot.interact(() -> canvas.zoomTo(3));
        robot.interact(() -> show(history.undo()));
        assertThat(history.present()).isEqualTo(before);
        assertThat(showsAll()).isTrue();
    }

    @Test
    void theWayOfTheNetworkIsChosenByNameAndStays(FxRobot robot) throws Exception {
        select(robot);
        robot.interact(() -> canvas.actions().stream()
                .filter(action -> action.id().equals("tidyDown"))
                .forEach(action -> action.run().run()));
        awaitTidied(1);
        assertThat(place("n2").y()).isGreaterThan(place("n1").y() + 76);
        assertThat(fx(() -> canvas.flowProperty().get())).isEqualTo(Flow.DOWN);
        Point down = place("n5");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        awaitTidied(2);
        assertThat(place("n5")).isEqualTo(down);
        robot.interact(() -> canvas.zoomTo(0.4));
        robot.interact(() -> apply(Edits.rename(new NodeId("n5"), "other")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.zoomProperty().get()))
                .as("after an edit of something else")
                .isEqualTo(0.4);
    }

    @Test
    void whoSeesEverythingGoesOnSeeingItInALargerWindow(FxRobot robot) {
        Stage stage = (Stage) canvas.getScene().getWindow();
        robot.interact(canvas::fitAll);
        robot.interact(() -> stage.setWidth(700));
        WaitForAsyncUtils.waitForFxEvents();
        double small = fx(() -> canvas.zoomProperty().get());
        robot.interact(() -> stage.setWidth(1500));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.zoomProperty().get())).isGreaterThan(small);
        robot.interact(() -> canvas.zoomTo(0.4));
        robot.interact(() -> stage.setWidth(700));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.zoomProperty().get())).isEqualTo(0.4);
        robot.interact(stage::sizeToScene); // the stage serves other tests, too
    }

    @Test
    void layersAreAlignedAndDistributed(FxRobot robot) {
        select(robot, "n1", "n9", "n8");
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(sent).containsExactly("Align 3 layers");
        assertThat(place("n9").y())
                .isEqualTo(place("n1").y())
                .isEqualTo(place("n8").y());
        undoLeavesNothing(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(sent).last().isEqualTo("Distribute 3 layers");
        List<Double> xs = List.of(place("n1").x(), place("n9").x(), place("n8").x()).stream()
                .sorted()
                .toList();
        assertThat(xs.get(1) - xs.get(0)).isEqualTo(xs.get(2) - xs.get(1));
    }

    @Test
    void aFrameMovesWithWhatLiesInItAndHasATitle(FxRobot robot) {
        select(robot, "n9");
        robot.push(KeyCode.CONTROL, KeyCode.G).write("Head").push(KeyCode.ENTER);
        assertThat(sent).containsExactly("Add frame", "Rename frame");
        Frame frame = history.present().layout().frames().get(0);
        Point before = place("n9");
        drag(robot, MouseButton.PRIMARY, at(frame.x() + 60, frame.y() + 10), at(frame.x() + 160, frame.y() + 40));
        assertThat(sent).last().isEqualTo("Move frame");
        assertThat(place("n9").x()).isCloseTo(before.x() + 100, within(2.0));
        assertThat(place("n9").y()).isCloseTo(before.y() + 30, within(2.0));
        Frame moved = history.present().layout().frames().get(0);
        robot.doubleClickOn(at(moved.x() + 60, moved.y() + 10));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Stem").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).last().isEqualTo("Rename frame");
        assertThat(history.present().layout().frames().get(0).title()).isEqualTo("Stem");
    }

    @Test
    void aFrameAroundAFrameLeavesItToBeSeen(FxRobot robot) {
        select(robot, "n9");
        robot.push(KeyCode.CONTROL, KeyCode.G).write("Inner").push(KeyCode.ENTER);
        select(robot, "n9");
        robot.push(KeyCode.CONTROL, KeyCode.G).write("Outer").push(KeyCode.ENTER);
        List<Frame> frames = history.present().layout().frames();
        Box inner = FrameGesture.box(frames.get(0));
        assertThat(FrameGesture.box(frames.get(1)).holds(inner.grown(8))).isTrue();
    }

    @Test
    void collapsedLayersShowTheirTitleAndKeepTheirWires(FxRobot robot) {
        select(robot, "n2", "n3");
        robot.push(KeyCode.H);
        assertThat(sent).containsExactly("Collapse 2 layers");
        assertThat(fx(() -> canvas.editor()
                        .diagram()
                        .node(new NodeId("n2"))
                        .orElseThrow()
                        .box()
                        .height()))
                .isLessThan(40);
        robot.push(KeyCode.H);
        assertThat(sent).last().isEqualTo("Expand 2 layers");
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
    }

    @Test
    void copiesArePastedWithTheWiresThatLedIn(FxRobot robot) {
        select(robot, "n2");
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Paste layer with incoming wires");
        assertThat(history.present().graph().wires()).contains(wire("n1", "n10"));
        undoLeavesNothing(robot);
    }

    @Test
    void whatWasCutIsPastedWithTheWiresThatLedIn(FxRobot robot) {
        select(robot, "n2");
        robot.push(KeyCode.CONTROL, KeyCode.X).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).last().isEqualTo("Paste layer with incoming wires");
        assertThat(history.present().graph().wires())
                .anyMatch(wire -> wire.from().equals(new NodeId("n1"))
                        && TestCatalog.digits().graph().find(wire.to()).isEmpty());
    }

    @Test
    void layersOfAnotherDocumentAreNotWiredToWhatHasTheSameIdsHere(FxRobot robot) throws ProjectFileException {
        select(robot, "n2");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        Document other = ProjectFile.read(
                ProjectFile.toJson(Edits.rename(new NodeId("n1"), "stranger").apply(TestCatalog.digits())));
        robot.interact(() -> show(History.of(other)));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Paste layer");
    }

    @Test
    void aWireThatIsCutByASecondClickIsNotBent(FxRobot robot) {
        robot.press(KeyCode.ALT).doubleClickOn(at(562, 188)).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Disconnect");
        undoLeavesNothing(robot);
    }

    @Test
    void undoWhileAReroutePointIsHeldEndsTheMove(FxRobot robot) {
        robot.doubleClickOn(at(562, 188));
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(at(562, 188)).press(MouseButton.PRIMARY).moveTo(at(562, 260));
        robot.interact(() -> show(history.undo()));
        robot.moveTo(at(562, 300)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add reroute point");
        assertThat(history.present()).isEqualTo(TestCatalog.digits());
    }

    @Test
    void aLayerIsFoundByItsName(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F).write("dense").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        Set<NodeId> selected = fx(() -> Set.copyOf(canvas.selection()));
        assertThat(selected).hasSize(1);
        NodeId found = selected.iterator().next();
        assertThat(history.present().graph().node(found).type()).isEqualTo("dense");
        assertThat(fx(() -> canvas.isFocused())).isTrue();
        assertThat(sent).isEmpty();
    }

    @Test
    void keysWalkAlongTheWiresAndAScreenReaderHearsWhere(FxRobot robot) {
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(fx(() -> Set.copyOf(canvas.selection()))).containsExactly(new NodeId("n1"));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(fx(() -> Set.copyOf(canvas.selection()))).containsExactly(new NodeId("n2"));
        String spoken = (String) fx(() -> canvas.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertThat(spoken)
                .startsWith(history.present().graph().node(new NodeId("n2")).name()
                        + ", Convolution 2D, gives an image of");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(fx(() -> Set.copyOf(canvas.selection()))).containsExactly(new NodeId("n1"));
    }

    @Test
    void aKeyOfOnesOwnTakesThePlaceOfTheOther(FxRobot robot) {
        robot.interact(() -> canvas.useKeys(Map.of("duplicate", KeyCombination.valueOf("Shortcut+J"))));
        select(robot, "n9");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(sent).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.J);
        assertThat(sent).containsExactly("Duplicate layer");
    }

    @Test
    void costsAreShownAndAreWarmestWhereMostIsComputed(FxRobot robot) {
        robot.push(KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        NodeView conv =
                fx(() -> canvas.editor().diagram().node(new NodeId("n2")).orElseThrow());
        NodeView input =
                fx(() -> canvas.editor().diagram().node(new NodeId("n1")).orElseThrow());
        assertThat(conv.face().summary()).contains(" par · ").endsWith(" MAC");
        assertThat(conv.face().foot().get(0)).endsWith("B");
        assertThat(conv.face().heat()).isGreaterThan(input.face().heat());
        assertThat(PlainNodePicture.of(conv.face(), false).warmth())
                .as("seen from afar")
                .isGreaterThan(PlainNodePicture.of(input.face(), false).warmth());
        assertThat(sent).isEmpty();
    }

    @Test
    void costsAreWarmestWhereMostTimeIsSpentOnceThatIsForetold(FxRobot robot) {
        NodeId slow = new NodeId("n3");
        robot.interact(() -> canvas.forecastProperty()
                .set(Optional.of(new Forecast(0.02, Map.of(slow, 0.7, new NodeId("n2"), 0.052)))));
        robot.push(KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        NodeFace dearest =
                fx(() -> canvas.editor().diagram().node(slow).orElseThrow()).face();
        NodeFace other = fx(() ->
                        canvas.editor().diagram().node(new NodeId("n2")).orElseThrow())
                .face();
        assertThat(dearest.foot().get(0)).endsWith(" · 14 ms · 70 %");
        assertThat(other.foot().get(0)).endsWith(" · 1.0 ms · 5.2 %");
        assertThat(dearest.heat()).isEqualTo(1).isGreaterThan(other.heat());
    }

    @Test
    void twoSelectedLayersAreConnectedByTheKey(FxRobot robot) {
        robot.interact(() -> apply(Edits.disconnect(wire("n2", "n3"))));
        select(robot, "n2", "n3");
        robot.push(KeyCode.W);
        assertThat(history.present().graph().wires()).contains(wire("n2", "n3"));
        select(robot, "n1", "n8");
        robot.push(KeyCode.W);
        assertThat(sent).last().isEqualTo("Connect through Flatten");
    }

    @Test
    void aFoundLayerIsReadableSelectedAndUnderNothing(FxRobot robot) {
        present(robot, TestCatalog.large(200, 200));
        robot.interact(canvas::fitAll);
        assertThat(fx(() -> canvas.editor().view().scale())).isLessThan(Painter.MIDDLE);
        robot.push(KeyCode.CONTROL, KeyCode.F).write("_199");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection()).containsExactly(new NodeId("n199"));
        Viewport view = fx(() -> canvas.editor().view());
        assertThat(view.scale()).isGreaterThanOrEqualTo(Painter.MIDDLE);
        Box found = view.toScreen(fx(() ->
                canvas.editor().diagram().node(new NodeId("n199")).orElseThrow().box()));
        assertThat(fx(() -> canvas.editor().covers())).isNotEmpty().noneMatch(found::overlaps);
        assertThat(robot.lookup(Beacon.class::isInstance).query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aNameThatAPersonGaveStandsOnTheNode(FxRobot robot) {
        assertThat(face("n2").name()).isEmpty();
        robot.interact(() -> apply(Edits.rename(new NodeId("n2"), "edges")));
        assertThat(face("n2").name()).isEqualTo("edges");
    }

    @Test
    void theSearchBehindALayerOffersWhatFitsThroughAnotherAndKeepsItsWire(FxRobot robot) {
        select(robot, "n1");
        robot.push(KeyCode.TAB).write("dense");
        assertThat(fx(() -> canvas.editor().marks().loose())).isPresent();
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Dense");
        assertThat(fx(() -> canvas.editor().marks())).isEqualTo(Marks.NONE);
        NodeId dense = selection().iterator().next();
        NodeId between = history.present().graph().into(dense).get(0).from();
        assertThat(history.present().graph().node(between).type()).isEqualTo("flatten");
        assertThat(history.present().graph().into(between).get(0).from()).isEqualTo(new NodeId("n1"));
        undoLeavesNothing(robot);
    }

    @Test
    void escPutsTheProblemCardAway(FxRobot robot) {
        ProblemCard card = robot.lookup(ProblemCard.class::isInstance).queryAs(ProblemCard.class);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(card.isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(card.isVisible()).isFalse();
        select(robot, "n9");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(card.isVisible()).isTrue();
    }

    @Test
    void theOverviewOfASmallNetworkIsShownToWhoAsksForIt(FxRobot robot) {
        Minimap overview = robot.lookup(Minimap.class::isInstance).queryAs(Minimap.class);
        assertThat(overview.isVisible()).isFalse();
        robot.push(KeyCode.ALT, KeyCode.M);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(overview.isVisible()).isTrue();
        robot.push(KeyCode.ALT, KeyCode.M);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(overview.isVisible()).isFalse();
    }
}
