package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.Drawing;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Block;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Blocks as a person works with them: made of layers, opened, changed within, repeated, kept, unpacked. */
@ExtendWith(ApplicationExtension.class)
class BlocksInWindowTest {

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    private Graph graph() {
        return program.document().graph();
    }

    private Drawing drawing() {
        return program.bench().drawing();
    }

    private Graph drawn() {
        return fx(() -> drawing().document().graph());
    }

    private NodeId block() {
        return graph().nodes().values().stream()
                .filter(node -> node.block().isPresent())
                .map(Node::id)
                .findFirst()
                .orElseThrow();
    }

    private Block held() {
        return graph().node(block()).block().orElseThrow();
    }

    private void openSample(FxRobot robot) {
        robot.interact(robot.lookup("#sample-mnist-cnn").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> !program.bench().document().graph().nodes().isEmpty());
        until(() -> program.canvas(robot).getWidth() > 0);
    }

    private Point2D place(FxRobot robot, NodeId id) {
        GraphCanvas canvas = program.canvas(robot);
        return fx(() -> canvas.localToScreen(canvas.placeOf(id).orElseThrow()));
    }

    private void make(FxRobot robot, String first, String second) {
        robot.clickOn(place(robot, program.id(first)), MouseButton.PRIMARY);
        robot.press(KeyCode.SHIFT);
        robot.clickOn(place(robot, program.id(second)), MouseButton.PRIMARY);
        robot.release(KeyCode.SHIFT);
        // Enter leaves the name as it is.
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G).push(KeyCode.ENTER);
    }

    @Test
    void aSelectionBecomesABlockThatIsOpenedChangedAndUnpacked(FxRobot robot) {
        openSample(robot);
        Graph flat = graph();
        long parameters = fx(() -> program.bench().inference().parameters());
        make(robot, "conv2", "pool2");
        assertThat(graph().nodes()).hasSize(7);
        assertThat(fx(() -> program.bench().inference().parameters())).isEqualTo(parameters);
        assertThat(fx(() -> program.bench().inference().problems())).isEmpty();
        NodeId made = block();
        assertThat(program.bench().selection()).containsExactly(made);
        // In by the mouse, back by the crumbs.
        robot.doubleClickOn(place(robot, made), MouseButton.PRIMARY);
        assertThat(drawing().path()).containsExactly(made);
        assertThat(robot.lookup("#block-trail-0").tryQuery()).isPresent();
        assertThat(drawn().nodes()).hasSize(4);
        NodeId conv = drawn().named("conv2").orElseThrow().id();
        robot.clickOn(place(robot, conv), MouseButton.PRIMARY);
        TextField filters = robot.lookup("#param-filters .text-field").query();
        robot.clickOn(filters).push(KeyCode.SHORTCUT, KeyCode.A).write("16").push(KeyCode.ENTER);
        assertThat(held().body().graph().node(conv).values().plain()).containsEntry("filters", 16);
        robot.clickOn("#block-trail-0");
        assertThat(drawing().path()).isEmpty();
        assertThat(fx(() -> program.bench().inference().parameters())).isLessThan(parameters);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(fx(() -> program.bench().inference().parameters())).isEqualTo(parameters);
        // In and out by the keys.
        robot.clickOn(place(robot, made), MouseButton.PRIMARY).push(KeyCode.ENTER);
        assertThat(drawing().path()).containsExactly(made);
        robot.push(KeyCode.ESCAPE);
        assertThat(drawing().path()).isEmpty();
        assertThat(program.bench().selection()).containsExactly(made);
        // Another click at the same place, so soon, would be a double click.
        robot.clickOn(place(robot, program.id("digit")), MouseButton.PRIMARY);
        robot.clickOn(place(robot, made), MouseButton.PRIMARY).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
        assertThat(graph().nodes().values().stream().map(Node::name))
                .containsExactlyInAnyOrderElementsOf(
                        flat.nodes().values().stream().map(Node::name).toList());
        assertThat(fx(() -> program.bench().inference().parameters())).isEqualTo(parameters);
    }

    @Test
    void aBlockIsRenamedInItsPlaceAndTheCrumbsSayItsName(FxRobot robot) {
        openSample(robot);
        make(robot, "conv2", "pool2");
        robot.push(KeyCode.F2).write("stage").push(KeyCode.ENTER);
        assertThat(held().name()).isEqualTo("stage");
        assertThat(graph().node(block()).name()).isEqualTo("stage_1");
        robot.push(KeyCode.ENTER);
        assertThat(fx(drawing()::trail)).containsExactly("stage");
        assertThat(robot.lookup("#block-trail").lookup("stage").tryQuery()).isPresent();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(fx(drawing()::trail)).containsExactly("block");
    }

    @Test
    void anOpenedBlockShowsWhatItsNodeHasAndChangesItThereAlone(FxRobot robot) {
        openSample(robot);
        robot.clickOn(place(robot, program.id("hidden")), MouseButton.PRIMARY)
                .push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        robot.clickOn("#block-open");
        NodeId dense = drawn().named("hidden").orElseThrow().id();
        robot.clickOn(place(robot, dense), MouseButton.PRIMARY);
        robot.clickOn("#block-settings").clickOn("Units");
        robot.clickOn("#block-trail-0");
        robot.clickOn(place(robot, block()), MouseButton.PRIMARY);
        TextField outside = robot.lookup("#param-units .text-field").query();
        robot.clickOn(outside).push(KeyCode.SHORTCUT, KeyCode.A).write("24").push(KeyCode.ENTER);
        Block before = held();
        robot.clickOn("#block-open");
        robot.clickOn(place(robot, dense), MouseButton.PRIMARY);
        TextField units = robot.lookup("#param-units .text-field").query();
        assertThat(units.getText()).isEqualTo("24");
        robot.clickOn(units).push(KeyCode.SHORTCUT, KeyCode.A).write("20").push(KeyCode.ENTER);
        assertThat(graph().node(block()).values().plain()).containsEntry("units", 20);
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void aSelectionThatCannotBeABlockIsRefusedAndStays(FxRobot robot) {
        openSample(robot);
        Graph flat = graph();
        make(robot, "image", "conv1");
        assertThat(graph()).isEqualTo(flat);
    }

    @Test
    void aBlockIsRepeatedShowsASettingAndIsKeptInThePalette(FxRobot robot) {
        openSample(robot);
        robot.clickOn(place(robot, program.id("hidden")), MouseButton.PRIMARY)
                .push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        TextField repeat = robot.lookup("#param-repeat .text-field").query();
        robot.clickOn(repeat).push(KeyCode.SHORTCUT, KeyCode.A).write("3").push(KeyCode.ENTER);
        assertThat(graph().node(block()).values().plain()).containsEntry("repeat", 3);
        TextField name = robot.lookup("#param-block .text-field").query();
        robot.clickOn(name).push(KeyCode.SHORTCUT, KeyCode.A).write("my block").push(KeyCode.ENTER);
        assertThat(robot.lookup(
                                "Block begins with a letter and holds only letters, digits and underscores, 64 at most. Still in force: block.")
                        .tryQuery())
                .isPresent();
        robot.clickOn(name).push(KeyCode.SHORTCUT, KeyCode.A).write("stage").push(KeyCode.ENTER);
        assertThat(held().name()).isEqualTo("stage");
        robot.clickOn("#block-open");
        NodeId dense = drawn().named("hidden").orElseThrow().id();
        robot.clickOn(place(robot, dense), MouseButton.PRIMARY);
        robot.clickOn("#block-settings").clickOn("Units");
        assertThat(held().settings()).hasSize(1);
        robot.clickOn("#block-trail-0");
        robot.clickOn(place(robot, block()), MouseButton.PRIMARY);
        TextField units = robot.lookup("#param-units .text-field").query();
        robot.clickOn(units).push(KeyCode.SHORTCUT, KeyCode.A).write("24").push(KeyCode.ENTER);
        assertThat(graph().node(block()).values().plain()).containsEntry("units", 24);
        robot.clickOn("#block-keep");
        until(() -> robot.lookup("#palette-block-stage").tryQuery().isPresent());
        assertThat(Files.exists(program.home.resolve("blocks/stage.loom"))).isTrue();
        int before = graph().nodes().size();
        robot.clickOn("#palette-search").write("stage").push(KeyCode.ENTER);
        assertThat(graph().nodes()).hasSize(before + 1);
    }
}
