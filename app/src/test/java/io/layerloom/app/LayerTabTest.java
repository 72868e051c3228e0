package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.LayerView;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.workbench.LayerLook;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.engine.RunFolder;
import io.layerloom.monitor.RunSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What a layer makes of an example, as a person asks for it. */
@ExtendWith(ApplicationExtension.class)
class LayerTabTest {

    /** A process is started, data are read and a network is built, on a machine that may have much else to do. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(3);

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    private LayerLook.View view() {
        return fx(() -> program.app.session().layerLook.viewProperty().get());
    }

    @Test
    void aRunToALayerShowsWhatItMakesOfAnExample(FxRobot robot) throws IOException {
        robot.interact(robot.lookup("#sample-mnist-cnn").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> !program.bench().document().graph().nodes().isEmpty());
        until(() -> program.canvas(robot).getWidth() > 0);
        robot.push(KeyCode.R);
        assertThat(program.app.session().navigation.drawerProperty().get())
                .as("with nothing selected")
                .isEqualTo(Navigation.Drawer.TRAINING);

        GraphCanvas canvas = program.canvas(robot);
        Point2D conv = fx(
                () -> canvas.localToScreen(canvas.placeOf(program.id("conv2")).orElseThrow()));
        robot.clickOn(conv, MouseButton.PRIMARY).push(KeyCode.R);
        assertThat(program.app.session().navigation.drawerProperty().get()).isEqualTo(Navigation.Drawer.LAYER);
        Awaitility.await().atMost(FIRST_LOOK).until(() -> view() instanceof LayerLook.View.Ready);
        assertThat(((LayerLook.View.Ready) view()).layer()).isEqualTo("conv2");
        until(() -> robot.lookup("#layer-plane-0").tryQuery().isPresent());
        theChosenWeightsOutliveAnotherListing();
    }

    /** Runs are listed anew every few seconds while one goes on. */
    private void theChosenWeightsOutliveAnotherListing() throws IOException {
        Path project = KeptRun.project(program.home.resolve("own/iris.loom"));
        List<RunSeries> kept = new ArrayList<>();
        for (String name : List.of("run-002", "run-001")) {
            Path run = KeptRun.write(project, name, 1, "COMPLETED", KeptRun.half());
            KeptRun.learn(run);
            kept.add(RunSeries.of(RunFolder.open(run)));
        }
        ObservableList<RunSeries> runs = FXCollections.observableArrayList(kept.get(1));
        List<String> said = fx(() -> {
            LayerView shown = new LayerView(program.app.session().layerLook, runs, program);
            ComboBox<Object> first = weights(shown);
            List<String> all = new ArrayList<>(List.of(said(first)));
            first.setValue(first.getItems().get(0));
            runs.setAll(kept.get(1));
            all.add(said(weights(shown)));
            runs.setAll(kept);
            all.add(said(weights(shown)));
            return all;
        });
        assertThat(said).containsExactly("run-001", "First weights", "First weights");
    }

    @SuppressWarnings("unchecked") // whatever the choices are
    private static ComboBox<Object> weights(LayerView shown) {
        return (ComboBox<Object>) shown.lookup("#layer-weights");
    }

    private static String said(ComboBox<Object> box) {
        return box.getConverter().toString(box.getValue());
    }
}
