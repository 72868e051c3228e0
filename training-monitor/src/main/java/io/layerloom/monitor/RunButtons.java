package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** The buttons that steer a run; there only while it goes on. Side by side, or one above the other where room is scarce. */
final class RunButtons extends GridPane {
    private final Button pause = new Button();
    private final Button stop = new Button("", Icons.STOP.node());
    private final Button end = new Button("", Icons.CLOSE.node());
    private State state = State.IDLE;
    private boolean stopping;
    private @Nullable Runnable onPause;
    private @Nullable Runnable onResume;
    private @Nullable Runnable onStop;
    private @Nullable Runnable onEnd;

    RunButtons() {
        setHgap(Measure.SPACE_8);
        setVgap(Measure.SPACE_4);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        pause.setOnAction(e -> run(state == State.PAUSED ? onResume : onPause));
        stop.setOnAction(e -> stopOnce());
        end.setId("run-end");
        end.setTooltip(new Tooltip());
        end.setOnAction(e -> endOnce());
        for (Button button : List.of(pause, stop, end)) {
            button.setMinWidth(USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren().addAll(pause, end, stop);
        stack(false);
        managedProperty().bind(visibleProperty());
        show(State.IDLE);
    }

    void stack(boolean stacked) {
        setConstraints(pause, 0, 0);
        setConstraints(end, 0, 0);
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

    void onEnd(Runnable action) {
        onEnd = action;
    }

    /** A run begins of which nobody has wanted the end yet. */
    void begin() {
        stopping = false;
        end.setDisable(false);
    }

    void show(State now) {
        state = now;
        setVisible(now == State.PREPARING || now == State.RUNNING || now == State.PAUSED);
        boolean paused = now == State.PAUSED;
        pause.setText(paused ? tr("Resume") : tr("Pause"));
        stop.setText(tr("Stop"));
        pause.setGraphic((paused ? Icons.RESUME : Icons.PAUSE).node());
        end.setText(tr("End now"));
        end.getTooltip()
                .setText(
                        tr(
                                "Ends the training process at once, without measuring. It can go on later from its last checkpoint, if there is one by now; else nothing of it is kept."));
        enable();
    }

    private void enable() {
        pause.setDisable(state == State.PREPARING);
        pause.setVisible(!stopping);
        end.setVisible(stopping);
        stop.setDisable(stopping);
    }

    /** After Stop the current batch is finished and the network is tested; a second click would do nothing, but a large network may take minutes for that. */
    private void stopOnce() {
        stopping = true;
        enable();
        run(onStop);
    }

    private void endOnce() {
        end.setDisable(true);
        run(onEnd);
    }

    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }
}
