package io.layerloom.app.form;

import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets the list of a box end where the box does, where it is the wider of both, instead of at the edge of the screen. */
final class ListsWithin {

    private final ComboBox<?> box;
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::follow);
        }
    };

    private ListsWithin(ComboBox<?> box) {
        this.box = box;
    }

    /** Holds for as long as the box lives. */
    static void hold(ComboBox<?> box) {
        ListsWithin lists = new ListsWithin(box);
        box.showingProperty().addListener((observable, before, showing) -> {
            if (showing) {
                Window.getWindows().forEach(lists::follow);
                Window.getWindows().addListener(lists.opened);
            } else {
                Window.getWindows().removeListener(lists.opened);
            }
        });
    }

    private void follow(Window window) {
        if (window instanceof PopupWindow list && isOurs(list.getOwnerNode())) {
            if (list.getProperties().putIfAbsent(ListsWithin.class, true) == null) {
                InvalidationListener moved = observable -> align(list);
                list.xProperty().addListener(moved);
                list.widthProperty().addListener(moved);
            }
            align(list);
        }
    }

    /** A box that can be searched opens the list of another one within it. */
    private boolean isOurs(@Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(box)) {
                return true;
            }
        }
        return false;
    }

    private void align(PopupWindow list) {
        Bounds place = box.localToScreen(box.getLayoutBounds());
        double beyond = place == null ? 0 : list.getX() + list.getWidth() - place.getMaxX();
        if (beyond > 1) {
            list.setAnchorX(list.getAnchorX() - beyond);
        }
    }
}
