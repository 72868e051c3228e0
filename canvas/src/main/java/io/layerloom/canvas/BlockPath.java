package io.layerloom.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The way into the block that is open: which blocks lie on it, how the view lay in each drawing that was left, and the way back. */
final class BlockPath {

    private final Editor editor;
    private final Commands commands;
    private final ObjectProperty<List<String>> trail = new SimpleObjectProperty<>(this, "trail", List.of());
    private final ObjectProperty<IntConsumer> onLeave = new SimpleObjectProperty<>(this, "onLeave", depth -> {});
    private final Deque<Viewport> views = new ArrayDeque<>();

    BlockPath(Editor editor, Commands commands) {
        this.editor = editor;
        this.commands = commands;
    }

    /** What the open blocks are called, from the outermost on. */
    ObjectProperty<List<String>> trailProperty() {
        return trail;
    }

    /** Who leaves blocks until only so many are open. */
    ObjectProperty<IntConsumer> onLeaveProperty() {
        return onLeave;
    }

    /** Leaves the block that is open, if one is. */
    void leave() {
        if (!trail.get().isEmpty()) {
            leaveTo(trail.get().size() - 1);
        }
    }

    /** Leaves blocks until only so many are open. */
    void leaveTo(int depth) {
        onLeave.get().accept(depth);
    }

    /** Another drawing is shown: a block is looked at as a whole, and what was left is seen again as it was. */
    void follow(int before) {
        int now = trail.get().size();
        while (views.size() < now) {
            views.push(editor.view());
        }
        Optional<Viewport> former = Optional.empty();
        while (views.size() > now) {
            former = Optional.of(views.pop());
        }
        if (now > before) {
            commands.fitAll();
        } else if (now < before) {
            former.ifPresent(editor::show);
        }
    }
}
