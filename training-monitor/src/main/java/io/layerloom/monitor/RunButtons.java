package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** The buttons that steer a run; there only while it goes on. Side by side, or one above the other where room is scarce. */
final class RunButtons extends GridPane {
    private final Button pause = new Button();
    private final Button stop = new Button("", Icons.STOP.node());
    private State state = State.IDLE;
    private @Nullable Runnable onPause;
    private @Nullable Runnable onResume;
    private @Nullable Runnable onStop;

    RunButtons() {
        setHgap(Measure.SPACE_8);
        setVgap(Measure.SPACE_4);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        pause.setOnAction(e -> run(state == State.PAUSED ? onResume : onPause));
        stop.setOnAction(e -> stopOnce());
        for (Button button : List.of(pause, stop)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(pause, stop);
        stack(false);
        managedProperty().bind(visibleProperty());
        show(State.IDLE);
    }

    void stack(boolean stacked) {
        setConstraints(pause, 0, 0);
        setConstraints(stop, stacked ? 0 : 1, stacked ? 1 : 0);
    }

    void onPause(Runnable action) {
        onPause = action;
    }

    void onResume(Runnable action) {
        onResume = action;
    }

    void onStop(Runnable action) {
        onStop = action;
    }

    void show(State now) {
        state = now;
        setVisible(now == State.PREPARING || now == State.RUNNING || now == State.PAUSED);
        boolean paused = now == State.PAUSED;
        pause.setText(paused ? tr("Resume") : tr("Pause"));
        stop.setText(tr("Stop"));
        pause.setGraphic((paused ? Icons.RESUME : Icons.PAUSE).node());
        pause.setDisable(now == State.PREPARING);
        stop.setDisable(false);
    }

    /** After Stop the current batch is finished and the network is tested; until then a second click would do nothing. */
    private void stopOnce() {
        pause.setDisable(true);
        stop.setDisable(true);
        run(onStop);
    }

    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }
}
