package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;

/** The answers that dialogs have in common, in the language of the window; those of the toolkit speak the language of the system. */
final class Answers {

    private Answers() {}

    /** The answer that does what is asked, called by what it does. */
    static ButtonType done(String verb) {
        return new ButtonType(verb, ButtonData.OK_DONE);
    }

    static ButtonType cancel() {
        return new ButtonType(tr("Cancel"), ButtonData.CANCEL_CLOSE);
    }

    static ButtonType close() {
        return new ButtonType(tr("Close"), ButtonData.CANCEL_CLOSE);
    }
}
