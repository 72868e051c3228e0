package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The drawing by the keyboard alone, as a screen reader tells it. */
@ExtendWith(ApplicationExtension.class)
class SpokenItemsTest extends CanvasFixture {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static Object ask(Node node, AccessibleAttribute attribute, Object... parameters) {
        return fx(() -> node.queryAccessibleAttribute(attribute, parameters));
    }

    private List<Node> items() {
        int count = (Integer) ask(canvas, AccessibleAttribute.ITEM_COUNT);
        return IntStream.range(0, count)
                .mapToObj(at -> (Node) ask(canvas, AccessibleAttribute.ITEM_AT_INDEX, at))
                .toList();
    }

    private static String text(Node node) {
        return (String) ask(node, AccessibleAttribute.TEXT);
    }

    private void type(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void everyLayerAndWireIsAnItem() {
        List<Node> items = items();
        int layers = history.present().graph().nodes().size();
        assertThat(items).hasSize(layers + history.present().graph().wires().size());
        assertThat(items)
                .allSatisfy(item -> assertThat(item.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_ITEM));
        Node second = items.get(1);
        assertThat(text(second)).contains("Convolution 2D", "gives an image of", "fed by input_1", "leads to ");
        assertThat((String) ask(second, AccessibleAttribute.HELP)).contains("Kernel: ");
        assertThat(text(items.get(layers))).startsWith("Wire from input_1 to ").contains("carries an image of");
        Bounds place = (Bounds) ask(second, AccessibleAttribute.BOUNDS);
        assertThat(place.contains(node("n2"))).isTrue();
        String problem = canvas.inferenceProperty()
                .get()
                .problemsOf(new NodeId("n9"))
                .get(0)
                .message();
        assertThat(items).anySatisfy(item -> assertThat(text(item)).contains(problem));
    }

    @Test
    void whatIsSelectedHasTheFocusAndAReaderCanSelect(FxRobot robot) {
        assertThat(ask(canvas, AccessibleAttribute.FOCUS_ITEM)).isNull();
        type(robot, KeyCode.ALT, KeyCode.RIGHT);
        assertThat(ask(canvas, AccessibleAttribute.FOCUS_ITEM)).isEqualTo(items().get(0));
        robot.interact(() -> items().get(3).executeAccessibleAction(AccessibleAction.REQUEST_FOCUS));
        assertThat(ask(canvas, AccessibleAttribute.FOCUS_ITEM)).isEqualTo(items().get(3));
        assertThat(selection()).hasSize(1);
    }

    @Test
    void aWireIsReachedAndCutByKeys(FxRobot robot) {
        type(robot, KeyCode.ALT, KeyCode.RIGHT);
        type(robot, KeyCode.ALT, KeyCode.RIGHT);
        type(robot, KeyCode.E);
        assertThat(text(canvas)).startsWith("Wire from input_1 to ");
        type(robot, KeyCode.E);
        Wire out = fx(() -> canvas.editor().selectedWire().orElseThrow());
        assertThat(out).isEqualTo(wire("n2", "n3"));
        type(robot, KeyCode.DELETE);
        assertThat(sent).containsExactly("Disconnect");
        assertThat(history.present().graph().wires()).doesNotContain(out);
    }

    @Test
    void twoLayersAreConnectedByKeys(FxRobot robot) {
        robot.interact(() -> {
            show(history.apply(io.layerloom.graph.Edits.disconnect(wire("n2", "n3"))));
            canvas.selection().add(new NodeId("n2"));
        });
        type(robot, KeyCode.W);
        robot.write(history.present().graph().node(new NodeId("n3")).name());
        type(robot, KeyCode.ENTER);
        assertThat(history.present().graph().wires()).contains(wire("n2", "n3"));
        assertThat(fx(canvas::isFocused)).isTrue();
    }
}
