package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.History;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Remedy;
import io.layerloom.themes.TextSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The view of the canvas, and what lies over its drawing. */
@ExtendWith(ApplicationExtension.class)
class GraphCanvasTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
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
    void whatShrankAnImageToTooSmallIsLitAndCanBeMendedThere(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.editor().diagram().causes()))
                .containsExactlyInAnyOrder(wire("n2", "n3"), wire("n3", "n4"), wire("n4", "n5"), wire("n5", "n9"));
        String label = "Delete %s and join its neighbours"
                .formatted(history.present().graph().node(new NodeId("n5")).name());
        robot.clickOn((javafx.scene.Node node) -> node instanceof Button b && label.equals(b.getText()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sent).containsExactly(label);
        assertThat(fx(() -> canvas.editor().diagram().causes())).isEmpty();
    }

    @Test
    void theProblemCardLeavesItsNodeInSightAndHoldsAWayOutOfManyWords(FxRobot robot) {
        String label = "Put a layer before it that makes of what comes in what it can take and use 10 units";
        Document crowd = TestCatalog.digits();
        Point wrong = crowd.layout().of(new NodeId("n9"));
        for (int i = 0; i < 6; i++) {
            crowd = TestCatalog.with(
                    crowd, "left" + i, TestCatalog.POOL, wrong.x() - 180 * (1 + i % 2), wrong.y() - 90 * (i / 2));
        }
        crowd = TestCatalog.with(crowd, "above", TestCatalog.POOL, wrong.x(), wrong.y() - 100);
        Document document = crowd;
        robot.interact(() -> {
            canvas.remediesProperty()
                    .set((problem, then) -> then.accept(List.of(new Remedy(label, Edit.of(label, d -> d)))));
            show(History.of(document));
            // In the corner, so that of the four places beside it those on the right and below would lie over it.
            canvas.editor()
                    .show(new Viewport(1, canvas.getWidth() - wrong.x() - 180, canvas.getHeight() - wrong.y() - 100));
        });
        WaitForAsyncUtils.waitForFxEvents();

        Box node = fx(() -> canvas.editor()
                .view()
                .toScreen(canvas.editor()
                        .diagram()
                        .node(new NodeId("n9"))
                        .orElseThrow()
                        .box()));
        ProblemCard card = robot.lookup(ProblemCard.class::isInstance).queryAs(ProblemCard.class);
        Button button = robot.lookup((javafx.scene.Node it) -> it instanceof Button b && label.equals(b.getText()))
                .queryButton();
        assertThat(card.isVisible()).isTrue();
        assertThat(fx(card::getBoundsInParent).intersects(node.x(), node.y(), node.width(), node.height()))
                .isFalse();
        assertThat(fx(() -> card.localToScene(card.getLayoutBounds())))
                .matches(whole -> whole.contains(button.localToScene(button.getLayoutBounds())));
        assertThat(button.getHeight())
                .as("two lines, and room around them")
                .isGreaterThan(3 * button.getFont().getSize());
    }

    @Test
    void anEmptyCanvasTeachesAndShowsItsPlaceholder(FxRobot robot) {
        Label samples = new Label("Samples");
        robot.interact(() -> {
            canvas.placeholderProperty().set(Optional.of(samples));
            show(History.of(Document.EMPTY));
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("Double-click or press Tab to add a layer").tryQuery())
                .isPresent();
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
        robot.push(KeyCode.HOME);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> fx(() -> !overview().isVisible())); // all of it is in sight anyway
    }

    private javafx.scene.Node overview() {
        return canvas.lookupAll("*").stream()
                .filter(Minimap.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWheelZoomsWhileTheDrawingIsPanned(FxRobot robot) {
        robot.moveTo(at(420, 620)).press(MouseButton.MIDDLE).moveBy(50, 30);
        robot.scroll(9, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        Viewport zoomed = fx(() -> canvas.editor().view());
        assertThat(zoomed.scale()).isNotEqualTo(1);
        robot.moveBy(10, 0).release(MouseButton.MIDDLE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> canvas.editor().view())).isEqualTo(zoomed.panned(10, 0));
    }

    @Test
    void whatIsSaidOfALayerGoesAsSoonAsTheViewMoves(FxRobot robot) {
        Hint hint = robot.lookup(Hint.class::isInstance).queryAs(Hint.class);
        robot.moveTo(node("n2"));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> fx(hint::isVisible));
        robot.interact(() -> {
            canvas.editor().show(canvas.editor().view().panned(0, -30));
            canvas.layout();
        });
        assertThat(fx(hint::isVisible)).isFalse();
        // What lies under the pointer then is told of once the view rests.
        Point2D hand = node("n2").add(0, 30);
        robot.interact(() -> canvas.editor().show(canvas.editor().view().panned(-224, 30)));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> fx(hint::isVisible));
        assertThat(hand.distance(node("n3"))).isLessThan(1);
        assertThat(fx(hint::getText))
                .startsWith(history.present().graph().node(new NodeId("n3")).name() + " ");
    }

    @Test
    void theOverviewCoversNoLayerWhileEverythingIsShown(FxRobot robot) {
        present(robot, TestCatalog.with(TestCatalog.digits(), "corner", TestCatalog.POOL, 1468, 700));
        robot.push(KeyCode.HOME);
        Viewport without = fx(() -> canvas.editor().view());
        robot.push(KeyCode.ALT, KeyCode.M);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> overview().isVisible())).isTrue();
        Viewport with = fx(() -> canvas.editor().view());
        assertThat(fx(() -> canvas.editor().diagram().nodes())).noneMatch(node -> {
            Box box = with.toScreen(node.box());
            return overview().getBoundsInParent().intersects(box.x(), box.y(), box.width(), box.height());
        });
        assertThat(with).isNotEqualTo(without);
        robot.push(KeyCode.ALT, KeyCode.M);
        assertThat(fx(() -> canvas.editor().view())).isEqualTo(without);
    }

    @Test
    void aCanvasWithoutALayerInSightSaysHowToSeeThemAgain(FxRobot robot) {
        robot.interact(() -> canvas.editor().show(new Viewport(1, -9000, 0)));
        Button hint = robot.lookup("#lost-hint").queryButton();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> fx(hint::isVisible));
        assertThat(hint.getText()).isEqualTo("All layers are out of sight. Home shows them.");
        robot.interact(() -> canvas.useKeys(Map.of("fitAll", KeyCombination.valueOf("F9"))));
        robot.interact(canvas::requestLayout);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> fx(hint::getText).contains("F9 shows them."));
        robot.clickOn(hint);
        assertThat(fx(() -> canvas.editor().seesAll())).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !fx(hint::isVisible));
    }

    @Test
    void whatAStepBackChangedComesIntoSight(FxRobot robot) {
        Document before = history.present();
        robot.interact(() -> {
            apply(Edits.move(Map.of(new NodeId("n9"), new Point(4000, 3000))));
            canvas.editor().show(new Viewport(1, -3500, -2800));
            show(History.of(before));
            canvas.retrace(history.present());
        });
        Viewport far = fx(() -> canvas.editor().view());
        assertThat(far).as("nothing changed").isEqualTo(new Viewport(1, -3500, -2800));
        robot.interact(() -> {
            apply(Edits.move(Map.of(new NodeId("n9"), new Point(4000, 3000))));
            Document moved = history.present();
            show(History.of(before));
            canvas.retrace(moved);
        });
        Viewport view = fx(() -> canvas.editor().view());
        assertThat(view.scale()).isEqualTo(1);
        assertThat(view.visible(1300, 800).holds(new Box(596, 548, 156, 76))).isTrue();
    }

    @Test
    void theDrawingGrowsWithTheTextAroundIt(FxRobot robot) {
        robot.interact(() -> canvas.textSizeProperty().set(TextSize.LARGEST));
        assertThat(fx(() -> canvas.editor().view().scale())).isEqualTo(2);
        robot.interact(() -> canvas.textSizeProperty().set(TextSize.NORMAL));
        assertThat(fx(() -> canvas.editor().view())).isEqualTo(Viewport.INITIAL);
    }

    @Test
    void aNetworkThatIsOpenedIsReadable(FxRobot robot) {
        robot.interact(canvas::showOpened);
        assertThat(fx(() -> canvas.editor().seesAll())).isTrue();
        present(robot, TestCatalog.large(1000, 1300));
        robot.interact(canvas::showOpened);
        Viewport view = fx(() -> canvas.editor().view());
        assertThat(view.zoom()).isGreaterThanOrEqualTo(Painter.MIDDLE);
        assertThat(fx(() -> canvas.editor().diagram().nodesIn(view.visible(1300, 800))))
                .anyMatch(node -> node.facts().into().isEmpty());
        robot.interact(canvas::fitAll);
        assertThat(fx(() -> canvas.editor().seesAll())).isTrue();
    }
}
