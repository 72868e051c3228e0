package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Exporting;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Says before an export what it would do to what lies in its folder, or why it would refuse that; it looks there only while it is shown, and once nothing more is typed. */
final class FolderNote extends Label {

    private static final Duration TYPING = Duration.millis(300);

    private final Exporting exporting;
    private final Tasks tasks;
    private final Runnable judged;
    private final PauseTransition pause = new PauseTransition(TYPING);

    /** Whether the sentence is of this folder and not of the one before, whose sentence only keeps the room for the next. */
    private final BooleanProperty current = new SimpleBooleanProperty();

    private String folder = "";
    private Optional<Path> path = Optional.empty();
    private boolean refused;
    private Optional<Tasks.Job> looking = Optional.empty();

    /** @param judged hears that something else is known of the folder */
    FolderNote(Exporting exporting, Tasks tasks, Runnable judged) {
        this.exporting = exporting;
        this.tasks = tasks;
        this.judged = judged;
        setId("export-folder-note");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        visibleProperty().bind(textProperty().isNotEmpty().and(current));
        managedProperty().bind(textProperty().isNotEmpty());
        getStyleClass().add(Styles.MUTED);
        pause.setOnFinished(event -> lookAgain());
        sceneProperty().addListener((observable, before, scene) -> lookAgain());
    }

    /** Looks into another folder, after a pause of the person who types it; into none where the name is blank. */
    void look(String other) {
        if (other.equals(folder)) {
            return;
        }
        stop();
        folder = other;
        path = Optional.empty();
        if (other.isBlank()) {
            say("", false);
            return;
        }
        try {
            path = Optional.of(Path.of(other));
        } catch (InvalidPathException impossible) {
            say(tr("On this system no folder can have the name %s. Choose another one.", other), true);
            return;
        }
        current.set(false);
        refused = false;
        judged.run();
        pause.playFromStart();
    }

    /** Looks into the folder anew, as after an export, or where much may have happened meanwhile. */
    void lookAgain() {
        stop();
        if (getScene() != null) {
            path.ifPresent(this::lookInto);
        }
    }

    private void stop() {
        pause.stop();
        looking.ifPresent(Tasks.Job::cancel);
        looking = Optional.empty();
    }

    private void lookInto(Path asked) {
        looking = Optional.of(tasks.of("Looking into " + asked, () -> exporting.foretell(asked))
                .onSuccess(what -> say(what, false))
                .onFailure(IOException.class, failure -> say(Tasks.sentence(failure), true))
                .start());
    }

    /** Whether an export into the folder is known to be refused. */
    boolean refuses() {
        return refused;
    }

    private void say(String what, boolean refusal) {
        current.set(true);
        refused = refusal;
        setText(what);
        getStyleClass().removeAll(Styles.MUTED, Styles.BAD);
        getStyleClass().add(refusal ? Styles.BAD : Styles.MUTED);
        judged.run();
    }
}
