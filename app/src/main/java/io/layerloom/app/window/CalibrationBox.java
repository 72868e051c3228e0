package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Calibration;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Offers to measure how fast this machine trains, and shows how far that is. */
public final class CalibrationBox extends VBox {

    private final Calibration calibration;
    private final boolean lasting;
    private final Label words = Texts.wrapped("", Styles.MUTED);
    private final Button start = new Button(tr("Measure this machine"), Icons.CLOCK.node());
    private final Button cancel = new Button(tr("Cancel"));
    private final Label step = Texts.line("", Styles.MUTED);
    private final HBox progress;

    private CalibrationBox(Calibration calibration, boolean lasting) {
        super(8);
        this.calibration = calibration;
        this.lasting = lasting;
        setId("calibration");
        start.setId("calibrate");
        start.setOnAction(event -> calibration.start());
        cancel.setId("calibrate-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> calibration.cancel());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        progress = new HBox(8, step, gap, cancel);
        progress.setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        getChildren().addAll(words, start, progress);
        Watch.on(calibration.stateProperty(), this, CalibrationBox::show);
        Watch.on(calibration.paceProperty(), this, CalibrationBox::show);
        show();
    }

    /** One that is in view as long as nothing is known of this machine. */
    public static CalibrationBox untilKnown(Calibration calibration) {
        CalibrationBox box = new CalibrationBox(calibration, false);
        box.getStyleClass().add(Styles.WELL);
        return box;
    }

    /** One with which a machine can be measured anew. */
    public static CalibrationBox lasting(Calibration calibration) {
        CalibrationBox box = new CalibrationBox(calibration, true);
        box.getStyleClass().add(Styles.CARD);
        box.getChildren().add(0, Texts.line(tr("Speed of this machine"), Styles.TITLE));
        return box;
    }

    private void show() {
        boolean known = calibration.paceProperty().get().isPresent();
        Calibration.State state = calibration.stateProperty().get();
        boolean running = state instanceof Calibration.State.Running;
        setVisible(lasting || running || !known);
        in(start, !running);
        in(progress, running);
        words.setText(
                running
                        ? tr(
                                "Small networks of each kind take some steps. A training at the same time would slow them down.")
                        : state instanceof Calibration.State.Failed failed ? failed.sentence() : offer(known));
        if (state instanceof Calibration.State.Running now) {
            step.setText(now.step().isEmpty() ? tr("Starting") : now.step());
        }
    }

    private static String offer(boolean known) {
        return known
                ? tr(
                        "How long training takes is foretold by what the last trainings took. Measuring small networks of each kind for about 20 seconds refreshes that.")
                : tr(
                        "How long training takes here is not known yet. Small networks of each kind tell it in about 20 seconds; so does the first training.");
    }

    private static void in(javafx.scene.Node node, boolean view) {
        node.setVisible(view);
        node.setManaged(view);
    }
}
