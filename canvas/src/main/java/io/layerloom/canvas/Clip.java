package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Layers on the system's clipboard: as the text of a project, so that they go from window to window and into a chat. */
final class Clip {

    private static final int LONGEST = 4 << 20;

    private Clip() {}

    static void put(Document fragment) {
        ClipboardContent content = new ClipboardContent();
        content.putString(ProjectFile.toJson(fragment));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** What lies on the clipboard, if it is layers. */
    static Optional<Document> take() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? Optional.empty() : read(text);
    }

    /** Layers from a text that may be anything; what is not a project is no mistake of the person, so nothing is said. */
    static Optional<Document> read(String text) {
        if (text.length() > LONGEST || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            Document document = ProjectFile.read(text);
            return document.graph().nodes().isEmpty() ? Optional.empty() : Optional.of(document);
        } catch (ProjectFileException e) {
            return Optional.empty();
        }
    }
}
