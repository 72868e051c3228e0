package io.layerloom.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.SidePanel;
import io.layerloom.app.window.SidePanel.Stand;
import io.layerloom.app.workbench.SettingsFile;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Panels beside a drawing that needs room. */
@ExtendWith(ApplicationExtension.class)
class SidesTest {

    private final Navigation navigation = new Navigation();
    private SettingsFile settings;
    private Button drawing;
    private SidePanel left;
    private SidePanel right;
    private SplitPane all;
    private Stage stage;

    @BeforeEach
    void show(FxRobot robot, @TempDir Path folder) {
        settings = new SettingsFile(folder.resolve("settings.json"));
        show(robot);
    }

    private void show(FxRobot robot) {
        robot.interact(() -> {
            drawing = new Button("drawing");
            drawing.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            left = side(Navigation.Side.LAYERS, 200);
            right = side(Navigation.Side.SETTINGS, 300);
            SplitPane rest = new SplitPane(drawing, right);
            all = new SplitPane(left, rest);
            BorderPane page = new BorderPane();
            new Dividers(settings)
                    .keep(all, left, Navigation.Side.LAYERS.id(), 200)
                    .keep(rest, right, Navigation.Side.SETTINGS.id(), 300);
            new Sides(page, drawing, left, right).follow(all, rest);
            stage = new Stage();
            stage.setScene(new Scene(page, 1000, 400));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private SidePanel side(Navigation.Side side, double width) {
        StackPane panel = new StackPane(new Button(side.id()));
        panel.setPrefWidth(width);
        panel.setMinWidth(width / 2);
        return new SidePanel(panel, side, navigation, settings);
    }

    @AfterEach
    void hide(FxRobot robot) {
        robot.interact(stage::hide);
    }

    private void widen(FxRobot robot, double width) {
        robot.interact(() -> stage.setWidth(width));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Stand[] stands() {
        return new Stand[] {left.standProperty().get(), right.standProperty().get()};
    }

    @Test
    void giveWayOneAfterTheOtherAndComeBack(FxRobot robot) {
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.DOCKED);
        widen(robot, 850);
        assertThat(stands()).containsExactly(Stand.FOLDED, Stand.DOCKED);
        widen(robot, 500);
        assertThat(stands()).containsExactly(Stand.FOLDED, Stand.FOLDED);
        assertThat(drawing.getWidth()).isGreaterThan(0.75 * 500);
        widen(robot, 1000);
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.DOCKED);
    }

    @Test
    void giveWayToEachOther(FxRobot robot) {
        widen(robot, 850);
        robot.interact(() -> navigation.turn(Navigation.Side.SETTINGS));
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.FOLDED);
        robot.clickOn("#inspector-strip").clickOn("#inspector-turn");
        assertThat(stands()).containsExactly(Stand.FOLDED, Stand.DOCKED);
    }

    /** Draws the divider beside the left panel to a place. */
    private void draw(FxRobot robot, double to) {
        Point2D from = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> left.localToScreen(left.getWidth() + 1, left.getHeight() / 3));
        Point2D edge = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> all.localToScreen(to, 0));
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(new Point2D(edge.getX(), from.getY()));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void countAsWideAsThePersonMadeThem(FxRobot robot) {
        draw(robot, 110);
        widen(robot, 850);
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.DOCKED);
        draw(robot, 340);
        assertThat(settings.get().measure("palette", 0)).isGreaterThan(300);
        widen(robot, 1000);
        assertThat(stands()).containsExactly(Stand.FOLDED, Stand.DOCKED);
        widen(robot, 1010);
        assertThat(stands()).containsExactly(Stand.FOLDED, Stand.DOCKED);
        widen(robot, 1250);
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.DOCKED);
        assertThat(left.getWidth()).isGreaterThan(300);
    }

    @Test
    void openOverTheDrawingUntilItIsUsed(FxRobot robot) {
        widen(robot, 850);
        double before = drawing.getWidth();
        robot.clickOn("#palette-strip");
        assertThat(stands()).containsExactly(Stand.OPEN, Stand.DOCKED);
        assertThat(drawing.getWidth()).isEqualTo(before);
        assertThat(left.isFocusWithin()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(left.isVisible()).isFalse();
        assertThat(drawing.isFocused()).isTrue();

        robot.interact(() -> navigation.turn(Navigation.Side.LAYERS));
        robot.clickOn("palette");
        assertThat(left.isVisible()).isTrue();
        robot.clickOn("drawing");
        assertThat(left.isVisible()).isFalse();
    }

    @Test
    void whatThePersonChoseStays(FxRobot robot) {
        widen(robot, 850);
        robot.clickOn("#palette-strip").clickOn("#palette-turn");
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.FOLDED);
        robot.clickOn("#inspector-strip").clickOn("#inspector-turn");
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.DOCKED);
        robot.interact(() -> navigation.turn(Navigation.Side.SETTINGS));
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.FOLDED);
        robot.interact(stage::hide);
        show(robot);
        assertThat(stands()).containsExactly(Stand.DOCKED, Stand.FOLDED);
    }
}
