package io.layerloom.app.window;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.engine.Backend;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;

/** What computes the training: of the run that goes on, else of a run of the network as it is now. */
final class BackendPill extends Label {

    private final Workbench workbench;
    private final TrainingDesk desk;

    BackendPill(Workbench workbench, TrainingDesk desk) {
        this.workbench = workbench;
        this.desk = desk;
        getStyleClass().add(Styles.PILL);
        setId("backend");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(FieldRow.help(
                "What computes the training. Small networks train fastest on one thread, larger ones on all cores."));
        workbench.inferenceProperty().addListener((observable, before, after) -> refresh());
        desk.backendProperty().addListener((observable, before, after) -> refresh());
        desk.stateProperty().addListener((observable, before, after) -> refresh());
        refresh();
    }

    private void refresh() {
        String running = desk.isBusy() ? desk.backendProperty().get() : "";
        setText(running.isEmpty() ? Backend.expected(workbench.document(), workbench.inference()) : running);
    }
}
