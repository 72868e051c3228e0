package io.layerloom.app.page;

import io.layerloom.app.window.SidePanel;
import io.layerloom.app.window.SidePanel.Stand;
import io.layerloom.app.window.Zones;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Puts the panels beside a drawing where they stand: docked in split panes, or over these. Where both would leave the drawing too little room, the left one gives way, and if need be the right one, too. */
final class Sides {

    /** The part of the width that the drawing is to keep. */
    private static final double LEAST = 0.45;

    private final BorderPane page;
    private final Region drawing;
    private final SidePanel left;
    private final SidePanel right;
    private final StackPane stack = new StackPane();

    /** The panels of a page; {@code drawing} gets the keyboard from one that goes. */
    Sides(BorderPane page, Region drawing, SidePanel left, SidePanel right) {
        this.page = page;
        this.drawing = drawing;
        this.left = left;
        this.right = right;
    }

    /** Fills the page and from now on follows how the panels stand: the left one in front of all, the right one behind the rest. */
    void follow(SplitPane all, SplitPane rest) {
        stack.getChildren().add(all);
        page.setLeft(left.strip());
        page.setCenter(stack);
        page.setRight(right.strip());
        for (SidePanel side : List.of(left, right)) {
            Zones.mark(side);
            Zones.mark(side.strip());
            StackPane.setAlignment(side, side.equals(left) ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            SplitPane split = side.equals(left) ? all : rest;
            side.standProperty().addListener((observable, before, stand) -> {
                place(side, split, stand);
                giveWay(page.getWidth());
            });
            place(side, split, side.standProperty().get());
        }
        page.widthProperty().addListener((observable, before, width) -> giveWay(width.doubleValue()));
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node used) {
                left.closeUnless(used);
                right.closeUnless(used);
            }
        });
    }

    private void giveWay(double width) {
        if (width == 0) {
            return; // before the first layout nobody knows how much room there is
        }
        double least = LEAST * width;
        left.crowd(width - left.taken(false) - right.taken(false) < least);
        right.crowd(width - left.taken(true) - right.taken(false) < least);
    }

    private void place(SidePanel side, SplitPane split, Stand stand) {
        boolean docked = stand == Stand.DOCKED;
        boolean leaves = stand == Stand.FOLDED && side.isFocusWithin();
        if (docked != split.getItems().contains(side)) {
            if (docked) {
                stack.getChildren().remove(side);
                side.setMaxWidth(Double.MAX_VALUE);
                split.getItems().add(side.equals(left) ? 0 : split.getItems().size(), side);
            } else {
                split.getItems().remove(side);
                side.setMaxWidth(Region.USE_PREF_SIZE);
                stack.getChildren().add(side);
            }
        }
        // Also a folded one stays in the scene, where what it shows can be asked for.
        side.setVisible(stand != Stand.FOLDED);
        if (leaves) {
            drawing.requestFocus();
        }
    }
}
