package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A canvas on the screen with the network of digits, driven by a real pointer and real keys; remembers the labels of the edits that it sends. */
abstract class CanvasFixture {

    GraphCanvas canvas = null;
    History history = History.of(Document.EMPTY);
    final List<String> sent = new ArrayList<>();

    /** To be called when the toolkit starts a test. */
    void open(Stage stage) {
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

    void apply(Edit edit) {
        sent.add(edit.label());
        show(history.apply(edit));
    }

    void show(History now) {
        history = now;
        canvas.documentProperty().set(now.present());
        canvas.inferenceProperty().set(Inference.of(now.present().graph(), TestCatalog.CATALOG));
    }

    void present(FxRobot robot, Document document) {
        robot.interact(() -> {
            show(History.of(document));
            canvas.selection().clear();
            canvas.editor().show(Viewport.INITIAL);
        });
    }

    /** Puts another part of the window beside the canvas, on its right, and answers a place in it. */
    Point2D beside(FxRobot robot) {
        Region panel = new Region();
        panel.setPrefWidth(300);
        robot.interact(() -> {
            if (canvas.getParent() instanceof BorderPane window) {
                window.setRight(panel);
                window.layout();
            }
        });
        return fx(() -> panel.localToScreen(150, 400));
    }

    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    Point2D at(double x, double y) {
        return fx(() -> canvas.localToScreen(
                canvas.editor().view().screenX(x), canvas.editor().view().screenY(y)));
    }

    Point2D node(String id) {
        Point place = history.present().layout().of(new NodeId(id));
        return at(place.x() + 80, place.y() + 50);
    }

    void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.add(9, 9))
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void assertThatNothingLiesOnAnything() {
        Diagram drawn = fx(() -> canvas.editor().diagram());
        drawn.nodes()
                .forEach(node -> assertThat(drawn.nodesIn(node.box()))
                        .as("layers on %s", node.id())
                        .containsExactly(node));
    }

    Set<NodeId> selection() {
        return fx(() -> Set.copyOf(canvas.selection()));
    }

    static Set<NodeId> ids(String... ids) {
        return Arrays.stream(ids).map(NodeId::new).collect(Collectors.toSet());
    }

    static Wire wire(String from, String to) {
        return new Wire(new NodeId(from), new NodeId(to), 0);
    }
}
