package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.History;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every gesture with a real pointer and real keys: what it sends, and that it is one step. */
@ExtendWith(ApplicationExtension.class)
class GraphCanvasTest {

    private GraphCanvas canvas = null;
    private History history = History.of(Document.EMPTY);
    private final List<String> sent = new ArrayList<>();

    @Start
    void start(Stage stage) {
        canvas = new GraphCanvas(TestCatalog.CATALOG);
        canvas.reducedMotionProperty().set(true);
        canvas.onEditProperty().set(this::apply);
        canvas.remediesProperty()
                .set((problem, then) ->
                        then.accept(Remedies.of(history.present(), problem, TestCatalog.CATALOG, Optional.empty())));
        show(History.of(TestCatalog.digits()));
        Scene scene = new Scene(new BorderPane(canvas), 1300, 800);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        canvas.requestFocus();
    }

    private void apply(Edit edit) {
        sent.add(edit.label());
        show(history.apply(edit));
    }

    private void show(History now) {
        history = now;
        canvas.documentProperty().set(now.present());
        canvas.inferenceProperty().set(Inference.of(now.present().graph(), TestCatalog.CATALOG));
    }

    private void present(FxRobot robot, Document document) {
        robot.interact(() -> {
            show(History.of(document));
            canvas.selection().clear();
            canvas.editor().show(Viewport.INITIAL);
        });
    }

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private Point2D at(double x, double y) {
        return fx(() -> canvas.localToScreen(
                canvas.editor().view().screenX(x), canvas.editor().view().screenY(y)));
    }

    private Point2D node(String id) {
        Point place = history.present().layout().of(new NodeId(id));
        return at(place.x() + 80, place.y() + 50);
    }

    private void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.add(9, 9))
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** As the end of a drag from a palette; the invisible screen cannot carry a drag from one node to another. */
    private void drop(FxRobot robot, Point at) {
        robot.interact(() -> new PaletteDrop(canvas.editor(), new Pane()).drop(TestCatalog.POOL, at));
    }

    private Set<NodeId> selection() {
        return fx(() -> Set.copyOf(canvas.selection()));
    }

    private static Set<NodeId> ids(String... ids) {
        return java.util.Arrays.stream(ids).map(NodeId::new).collect(java.util.stream.Collectors.toSet());
    }

    private static Wire wire(String from, String to) {
        return new Wire(new NodeId(from), new NodeId(to), 0);
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
    void aDragAtTheEdgeMovesTheView(FxRobot robot) {
        robot.moveTo(node("n9")).press(MouseButton.PRIMARY).moveBy(20, 20).moveTo(at(1294, 600));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> fx(() -> canvas.editor().view().offsetX() < -40));
        robot.release(MouseButton.PRIMARY);
        assertThat(sent).containsExactly("Move layer");
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
    void aWireDroppedOnEmptyGroundAddsALayerThatFits(FxRobot robot) {
        drag(robot, at(1200, 188), at(1240, 300));
        robot.write("fl").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Add Flatten");
        assertThat(history.present().graph().wires()).contains(wire("n4", "n10"));
        assertThat(selection()).isEqualTo(ids("n10"));
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
    void deletingHealsAndIsOneStep(FxRobot robot) {
        robot.clickOn(node("n3")).type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Delete layer");
        assertThat(history.present().graph().wires()).contains(wire("n2", "n4"));
        assertThat(selection()).isEmpty();
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
    void altDragLeavesTheOriginalAlone(FxRobot robot) {
        robot.press(KeyCode.ALT);
        drag(robot, node("n9"), node("n9").add(300, 0));
        robot.release(KeyCode.ALT);
        assertThat(sent).containsExactly("Duplicate layer");
        assertThat(history.present().layout().of(new NodeId("n9"))).isEqualTo(new Point(596, 548));
        assertThat(history.present().layout().of(new NodeId("n10")).x()).isCloseTo(896, within(2.0));
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) {
        robot.moveTo(at(700, 300));
        Point2D before = at(700, 300);
        robot.scroll(5, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.zoomProperty().get())).isNotEqualTo(1.0);
        assertThat(at(700, 300).distance(before)).isLessThan(1.5);
    }

    @Test
    void theMiddleButtonAndSpacePan(FxRobot robot) {
        robot.moveTo(at(420, 620)).press(MouseButton.MIDDLE).moveBy(50, 30).release(MouseButton.MIDDLE);
        assertThat(fx(() -> canvas.editor().view())).isEqualTo(new Viewport(1, 50, 30));
        robot.press(KeyCode.SPACE)
                .press(MouseButton.PRIMARY)
                .moveBy(-20, 0)
                .release(MouseButton.PRIMARY)
                .release(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.editor().view())).isEqualTo(new Viewport(1, 30, 30));
        assertThat(sent).isEmpty();
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
    void renamingRefusesWhatIsTakenAndTakesWhatIsGood(FxRobot robot) {
        robot.clickOn(node("n2")).push(KeyCode.F2);
        TextField field = robot.lookup(node -> node instanceof RenameField).query();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("input_1").type(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        assertThat(field.isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("edges").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Rename to edges");
        assertThat(field.isVisible()).isFalse();
    }

    @Test
    void theProblemCardMendsWithOneClick(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Button button = robot.lookup((javafx.scene.Node node) ->
                        node instanceof Button b && b.getText().equals("Use a 3×3 kernel"))
                .query();
        robot.clickOn(button);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly("Use a 3×3 kernel");
        assertThat(history.present()
                        .graph()
                        .node(new NodeId("n9"))
                        .values()
                        .get(TestCatalog.KERNEL)
                        .height())
                .isEqualTo(3);
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
    void anEmptyCanvasTeachesAndShowsItsPlaceholder(FxRobot robot) {
        Label samples = new Label("Samples");
        robot.interact(() -> {
            canvas.placeholderProperty().set(Optional.of(samples));
            show(History.of(Document.EMPTY));
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("Double-click to add a layer").tryQuery()).isPresent();
        assertThat(samples.localToScene(0, 0).getY()).isPositive();
        assertThat(samples.getParent().isVisible()).isTrue();
        robot.interact(() -> show(History.of(TestCatalog.digits())));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(samples.getParent().isVisible()).isFalse();
    }

    @Test
    void aLargeNetworkHasAnOverview(FxRobot robot) {
        Document document = Document.EMPTY;
        for (int i = 0; i < 30; i++) {
            assertThat(fx(() -> overview().isVisible())).isFalse();
            document = TestCatalog.with(document, "n" + i, TestCatalog.POOL, 200 * i, 100);
            present(robot, document);
            WaitForAsyncUtils.waitForFxEvents();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> fx(() -> overview().isVisible()));
        robot.clickOn(fx(this::overview));
        assertThat(fx(() -> canvas.editor().view())).isNotEqualTo(Viewport.INITIAL);
    }

    private javafx.scene.Node overview() {
        return canvas.lookupAll("*").stream()
                .filter(Minimap.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
