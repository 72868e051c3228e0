package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.nodes.NodeLibrary;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HistoryListTest {

    private final Workbench workbench = new Workbench(NodeLibrary.CATALOG);
    private TabPane tabs = null;
    private HistoryList list = null;

    @Start
    void start(Stage stage) {
        list = new HistoryList(workbench);
        tabs = new TabPane(new Tab("Problems", new Label("None")), new Tab("History", list));
        stage.setScene(new Scene(tabs, 400, 300));
        stage.show();
    }

    private void choose(int tab) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> tabs.getSelectionModel().select(tab));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void addLayer(String id) {
        WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> workbench.apply(
                        Edits.add(NodeLibrary.CATALOG.layer("dense").orElseThrow(), new NodeId(id), new Point(0, 0))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void isBroughtUpToDateOnlyInSight() {
        addLayer("n1");
        assertThat(list.getItems()).hasSize(1);
        choose(1);
        assertThat(list.getItems()).hasSize(2);
        addLayer("n2");
        assertThat(list.getItems()).hasSize(3);
        choose(0);
        addLayer("n3");
        assertThat(list.getItems()).hasSize(3);
        choose(1);
        assertThat(list.getItems()).hasSize(4);
        assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo(3);
    }

    @Test
    void whoAsksForTheMenuOfAStepStaysAndMayGoThereByIt(FxRobot robot) {
        addLayer("n1");
        choose(1);
        ListCell<?> beginning = robot.lookup("Beginning").query();
        robot.rightClickOn(beginning);
        assertThat(workbench.doneSteps()).isEqualTo(1);
        robot.interact(() -> beginning.getContextMenu().getItems().get(0).fire());
        assertThat(workbench.doneSteps()).isZero();
    }
}
