package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.animation.PauseTransition;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What stands where something is on its way; seen only if it is not there at once, so that nothing flickers. */
final class Waiting extends VBox {

    private static final Duration AT_ONCE = Duration.millis(200);
    private static final double WHEEL = 32;

    Waiting(String what) {
        super(Measure.SPACE_8);
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(WHEEL, WHEEL);
        getChildren().addAll(wheel, Texts.line(what, Styles.MUTED));
        getStyleClass().add(Styles.EMPTY);
        setVisible(false);
        PauseTransition wait = new PauseTransition(AT_ONCE);
        wait.setOnFinished(event -> setVisible(true));
        wait.play();
    }
}
