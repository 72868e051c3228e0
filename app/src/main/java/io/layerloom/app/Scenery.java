package io.layerloom.app;

import io.layerloom.app.window.Keys;
import io.layerloom.app.window.TabStrip;
import io.layerloom.app.window.WholeText;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/** The scene of the window: the strip of tabs, and below it the face of the project in view. */
final class Scenery {

    private final Sessions sessions;
    private final BorderPane root = new BorderPane();
    private final Scene scene = new Scene(root);

    private Optional<Keys.Target> keys = Optional.empty();

    /** A scene that follows what is in view. */
    Scenery(Sessions sessions, Theme theme) {
        this.sessions = sessions;
        Themes.apply(scene, theme);
        WholeText.install();
        Keys.install(scene, () -> keys.orElseThrow());
        sessions.currentProperty().addListener((observable, before, session) -> {
            before.face()
                    .leave(Optional.ofNullable(scene.getFocusOwner())
                            .filter(before.face().window()::holds));
            show(session);
        });
        renew(() -> {});
    }

    Scene scene() {
        return scene;
    }

    /**
     * Makes all views anew, in the language and the size of text of now; the keyboard stays where it was.
     *
     * @param switching what changes while nothing is in view: to give a new style to views that go would take as long as to make the new ones
     */
    void renew(Runnable switching) {
        Optional<String> focused = Optional.ofNullable(scene.getFocusOwner()).map(Node::getId);
        root.setTop(null);
        root.setCenter(null);
        switching.run();
        scene.getStylesheets().setAll(Themes.sheet(Scenery.class.getResource("app.css")));
        root.setTop(
                new TabStrip(sessions, sentence -> sessions.current().notices.failure(sentence)));
        show(sessions.current());
        focused.map(id -> scene.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    private void show(Session session) {
        Keys.Target target = session.face().keys();
        keys = Optional.of(target);
        Keys.lead(scene, target);
        root.setCenter(session.face().window());
        session.face().window().stepOver(root.getTop());
        if (scene.getWindow() != null) {
            // At once, so that a click that is on its way meets what is seen next.
            root.applyCss();
            root.layout();
        }
        session.face().comeBack();
    }
}
