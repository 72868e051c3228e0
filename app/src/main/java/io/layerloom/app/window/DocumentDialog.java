package io.layerloom.app.window;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

/** Shows one of the documents that lie in {@code src/docs}, beside the window, so that both can be looked at. */
public final class DocumentDialog {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 700;

    private final Window owner;

    /** Shows documents beside a window. */
    public DocumentDialog(Window owner) {
        this.owner = owner;
    }

    /** Shows a document by the name of its file. */
    public void show(String name) {
        ScrollPane scroll = new ScrollPane(new DocumentView(read(name)));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        SideDialog.show(owner, "Layerloom", "document", scroll, Measure.panel(WIDTH), HEIGHT);
    }

    static String read(String name) {
        try (InputStream in = DocumentDialog.class.getResourceAsStream("/io/layerloom/app/docs/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no such document. Received: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(name, unreadable);
        }
    }
}
