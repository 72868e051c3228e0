package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import java.util.List;
import javafx.scene.input.KeyCode;

/** What the mouse does on the canvas, which no menu tells. */
final class MouseMoves {

    /**
     * A move of the mouse.
     *
     * @param label what it does
     * @param how what is pressed and moved for it
     */
    record Move(String label, String how) {}

    private MouseMoves() {}

    /** Every move, the usual ones first, in the language of now. */
    static List<Move> all() {
        String shortcut = shortcut();
        return List.of(
                new Move(tr("Add a layer"), tr("double-click on free ground")),
                new Move(tr("Select what lies within"), tr("drag on free ground; Shift adds, %s turns over", shortcut)),
                new Move(tr("Move the view"), tr("middle button, or Space, and drag")),
                new Move(tr("Zoom"), tr("wheel, or pinch")),
                new Move(tr("Connect"), tr("drag from port to port, or to free ground for a new layer")),
                new Move(tr("Disconnect"), tr("drag the end of the wire away, or Alt and click it")),
                new Move(tr("Put a layer into a wire"), tr("drop it on the wire")),
                new Move(tr("Cut wires"), tr("%s, right button, and drag across them", shortcut)),
                new Move(tr("Lead a wire around"), tr("double-click it, then drag the point")),
                new Move(tr("Copy"), tr("Alt and drag")),
                new Move(tr("Keep to the grid"), tr("Shift while dragging")),
                new Move(tr("Rename"), tr("double-click the title")),
                new Move(tr("Open the block"), tr("double-click it")),
                new Move(tr("Open the menu of the selection"), tr("right button")));
    }

    private static String shortcut() {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return mac ? "⌘" : KeyCode.CONTROL.getName();
    }
}
