package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.TrainingDesk.State;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Problem;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Train: starts a run; leads to what stands in its way; while a run goes on, shows how far it is, and of which project where another trains. */
final class TrainButton extends StackPane {

    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

    private static final double INSET = 8;
    private static final double LINE = 2;

    /** The name of another project is cut beyond that. */
    private static final double MOST = 240;

    private final Workbench workbench;
    private final TrainingDesk desk;
    private final Button button = new Button(tr("Train"), Icons.TRAIN.node());
    private final Region track = new Region();
    private final Region progress = new Region();
    private final Tooltip tooltip = FieldRow.help("");

    /** The sign on the button now: the arrow promises to start something; while a run goes on, its progress stands there. */
    private Optional<Icons> shown = Optional.empty();

    TrainButton(Workbench workbench, TrainingDesk desk, Actions actions) {
        this.workbench = workbench;
        this.desk = desk;
        getStyleClass().add("ll-train");
        button.getStyleClass().add(Styles.PRIMARY);
        button.setId("train");
        // On the box around the button: one that is switched off has no tooltip of its own.
        Tooltip.install(this, tooltip);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> actions.train());
        progress.getStyleClass().add("ll-train-progress");
        track.getStyleClass().add("ll-train-track");
        track.setManaged(false);
        track.setMouseTransparent(true);
        progress.setManaged(false);
        progress.setMouseTransparent(true);
        setMinWidth(Measure.text(112));
        setMaxWidth(Measure.panel(MOST));
        setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(button, track, progress);
        Watch.on(workbench.inferenceProperty(), this, TrainButton::refresh);
        Watch.on(workbench.documentProperty(), this, TrainButton::refresh);
        Watch.on(desk.stateProperty(), this, TrainButton::refresh);
        Watch.on(desk.track().takenProperty(), this, TrainButton::refresh);
        Watch.on(desk.track().progressProperty(), this, TrainButton::refresh);
        refresh();
    }

    private void refresh() {
        State state = desk.stateProperty().get();
        Optional<String> other = desk.elsewhere().map(TrainingDesk::project);
        boolean idle = state == State.IDLE && other.isEmpty();
        boolean empty = workbench.document().graph().nodes().isEmpty();
        boolean blocked = idle && workbench.obstacle().isPresent() && !empty;
        Optional<Icons> sign = idle ? Optional.of(blocked ? Icons.PROBLEM : Icons.TRAIN) : Optional.empty();
        button.setDisable(idle && empty);
        track.setVisible(!idle);
        progress.setVisible(!idle);
        button.pseudoClassStateChanged(BLOCKED, blocked);
        button.setText(other.map(name -> tr("%s %.0f %%", name, percent())).orElseGet(() -> word(state)));
        if (!sign.equals(shown)) {
            shown = sign;
            button.setGraphic(sign.map(Icons::node).orElse(null));
        }
        if (blocked == button.getStyleClass().contains(Styles.PRIMARY)) {
            // Then it leads to what is wrong: a button like any other, not the one to press next.
            button.getStyleClass().remove(Styles.PRIMARY);
            button.getStyleClass().addAll(blocked ? List.of() : List.of(Styles.PRIMARY));
        }
        progress.setVisible(!idle);
        requestLayout();
        tooltip.setText(
                other.map(name -> tr("%s is being trained. Press to see it. One project trains at a time.", name))
                        .orElseGet(() -> idle ? beforeTraining(empty) : whileTraining(state)));
    }

    private String beforeTraining(boolean empty) {
        return empty
                ? tr("There is no network yet. Add layers first.")
                : workbench
                        .obstacle()
                        .map(TrainButton::reason)
                        .orElse(tr("Train the network") + "  " + Keys.TRAIN.getDisplayText());
    }

    private static String whileTraining(State state) {
        return state == State.PAUSED
                ? tr("Training waits. Press to go on.")
                : tr("A training goes on. Press to see it.");
    }

    private double percent() {
        return 100 * desk.track().progressProperty().get();
    }

    /** How far the run is, as a line along the lower edge of the button. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double room = getWidth() - 2 * INSET;
        double done = Math.rint(room * desk.track().progressProperty().get());
        track.resizeRelocate(INSET, getHeight() - LINE - 1, room, LINE);
        progress.resizeRelocate(INSET, getHeight() - LINE - 1, done, LINE);
    }

    private static String reason(Problem problem) {
        return tr("Training is not possible yet. %s Press to see it.", problem.message());
    }

    private String word(State state) {
        return switch (state) {
            case IDLE -> tr("Train");
            case STARTING -> tr("Starting");
            case PAUSED -> tr("Paused");
            case STOPPING -> tr("Stopping");
            case RUNNING -> tr("Training %.0f %%", percent());
        };
    }
}
