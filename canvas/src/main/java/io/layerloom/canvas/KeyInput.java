package io.layerloom.canvas;

import io.layerloom.graph.LayerType;
import io.layerloom.graph.Point;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the canvas. Undo and redo belong to the window. */
final class KeyInput {

    private static final double STEP = 10;
    private static final double ZOOM = 1.2;

    private final Editor editor;
    private final Commands commands;
    private final Prompts prompts;
    private final PointerInput pointer;
    private final Runnable tidy;
    private final Node target;

    KeyInput(Editor editor, Commands commands, Prompts prompts, PointerInput pointer, Runnable tidy, Node target) {
        this.editor = editor;
        this.commands = commands;
        this.prompts = prompts;
        this.pointer = pointer;
        this.tidy = tidy;
        this.target = target;
        target.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        target.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
        target.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                pointer.space(false);
            }
        });
    }

    private void press(KeyEvent event) {
        // Keys typed into a field above the drawing come by here too; they are not meant for it.
        if (event.getTarget() != target) {
            return;
        }
        boolean known = event.isShortcutDown() ? shortcut(event) : !event.isAltDown() && plain(event);
        if (known) {
            event.consume();
        }
    }

    private void release(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            pointer.space(false);
        }
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> commands.copy();
            case X -> commands.cut();
            case V -> commands.paste(pointer.resting().map(Pointer::world));
            case D -> commands.duplicate();
            case A -> commands.selectAll();
            case I -> commands.invert();
            case L -> tidy.run();
            case PLUS, EQUALS, ADD -> commands.zoomTo(editor.view().scale() * ZOOM);
            case MINUS, SUBTRACT -> commands.zoomTo(editor.view().scale() / ZOOM);
            case DIGIT0, NUMPAD0 -> commands.zoomTo(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        double step = event.isShiftDown() ? 1 : STEP;
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> commands.delete();
            case ESCAPE -> escape();
            case LEFT -> commands.nudge(-step, 0);
            case RIGHT -> commands.nudge(step, 0);
            case UP -> commands.nudge(0, -step);
            case DOWN -> commands.nudge(0, step);
            case F, PERIOD, DECIMAL -> commands.fitSelection();
            case HOME -> commands.fitAll();
            case L -> commands.extend(!event.isShiftDown());
            case F2 -> commands.singleSelection().ifPresent(node -> prompts.rename(node.id()));
            case TAB -> search();
            case SPACE -> pointer.space(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void escape() {
        if (!pointer.cancel()) {
            commands.clear();
        }
    }

    /** Asks for a layer: one that fits behind the selected one, else any. */
    private void search() {
        Optional<NodeView> before = commands.singleSelection().filter(NodeView::hasOutput);
        if (before.isEmpty()) {
            pointer.openSearch(pointer.resting().orElseGet(this::middle));
            return;
        }
        NodeView node = before.get();
        Wiring wiring = editor.wiring();
        Point at = editor.view().toScreen(node.output());
        prompts.search(new Prompts.Search(
                at.plus(24, 0),
                type -> wiring.canFollow(type, node.id()),
                (LayerType type) -> commands.append(type, node)));
    }

    private Pointer middle() {
        return new Pointer(new Point(editor.width() / 2, editor.height() / 2), editor.centre(), false, false, false);
    }
}
