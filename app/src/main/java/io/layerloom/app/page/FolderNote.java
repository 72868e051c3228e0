package io.layerloom.app.page;

import io.layerloom.app.workbench.Exporting;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;

/** Says before an export what it would do to what lies in its folder, or why it would refuse that. */
final class FolderNote extends Label {

    private final Exporting exporting;
    private final Tasks tasks;
    private final Runnable judged;
    private String folder = "";
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
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        getStyleClass().add(Styles.MUTED);
    }

    /** Looks into another folder; into none where the name is blank. */
    void look(String other) {
        if (!other.equals(folder)) {
            folder = other;
            lookAgain();
        }
    }

    /** Looks into the folder anew, as after an export, or where much may have happened meanwhile. */
    void lookAgain() {
        looking.ifPresent(Tasks.Job::cancel);
        looking = Optional.empty();
        if (folder.isBlank()) {
            say("", false);
            return;
        }
        Path asked = Path.of(folder);
        looking = Optional.of(tasks.of("Looking into " + folder, () -> exporting.foretell(asked))
                .onSuccess(what -> say(what, false))
                .onFailure(IOException.class, failure -> say(Tasks.sentence(failure), true))
                .start());
    }

    /** Whether an export into the folder is known to be refused. */
    boolean refuses() {
        return refused;
    }

    private void say(String what, boolean refusal) {
        refused = refusal;
        setText(what);
        getStyleClass().removeAll(Styles.MUTED, Styles.BAD);
        getStyleClass().add(refusal ? Styles.BAD : Styles.MUTED);
        judged.run();
    }
}
