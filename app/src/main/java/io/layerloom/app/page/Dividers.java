package io.layerloom.app.page;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Measure;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Remembers how large a hand made the sides of a split pane. Sizes are kept in pixels for text of 100 %, so that a larger window gives its room to the middle, and larger text takes more for the sides. What a
 * narrow window takes from a side is not meant to last: the side has it again as soon as there is room.
 */
final class Dividers {

    /** What a side may take of the whole at most. */
    private static final double MOST = 0.45;

    /** A divider has a width of its own. */
    private static final double SNAP = 8;

    private static final String DIVIDER = "split-pane-divider";

    private final SettingsFile settings;

    Dividers(SettingsFile settings) {
        this.settings = settings;
    }

    /** Keeps the size of a side of a split pane from one start to the next; the side is its first or last item, keeps its size when the window changes, and has it again when it was taken out and comes back. */
    Dividers keep(SplitPane split, Region side, String name, double initial) {
        SplitPane.setResizableWithParent(side, false);
        boolean wide = split.getOrientation() == Orientation.HORIZONTAL;
        Kept kept = new Kept(split, side, wide, name, initial);
        (wide ? split.widthProperty() : split.heightProperty()).addListener((observable, before, whole) -> {
            if (before.doubleValue() == 0) {
                kept.place();
            } else {
                FxThread.later(kept::regain);
            }
        });
        split.getItems().addListener((InvalidationListener) items -> {
            kept.place();
            // A split pane that grew while it had one item takes the first layout with two for its own resizing, and
            // leaves the side its least size.
            FxThread.later(() -> {
                split.layout();
                kept.place();
            });
        });
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (!event.isStillSincePress() && isDivider(event.getTarget(), split)) {
                kept.note();
            }
        });
        return this;
    }

    /** Whether something is a divider of this split pane, and not of one that lies in it. */
    private static boolean isDivider(EventTarget target, SplitPane split) {
        return target instanceof Node pressed
                && Stream.iterate(pressed, Objects::nonNull, (Node node) -> node.getParent())
                        .filter(node -> split.equals(node.getParent()))
                        .anyMatch(node -> node.getStyleClass().contains(DIVIDER));
    }

    /** One side and what is known of its size. */
    private final class Kept {
        private final SplitPane split;
        private final Region side;
        private final boolean wide;
        private final String name;
        private final double initial;

        Kept(SplitPane split, Region side, boolean wide, String name, double initial) {
            this.split = split;
            this.side = side;
            this.wide = wide;
            this.name = name;
            this.initial = initial;
        }

        private double whole() {
            return wide ? split.getWidth() : split.getHeight();
        }

        private double size() {
            return wide ? side.getWidth() : side.getHeight();
        }

        private double wished() {
            return Math.min(MOST * whole(), Measure.panel(settings.get().measure(name, initial)));
        }

        /** Divider positions are fractions, so they can only be set once the whole has a size. */
        void place() {
            int at = split.getItems().indexOf(side);
            if (at >= 0 && whole() > 0) {
                double part = wished() / whole();
                split.setDividerPosition(at == 0 ? 0 : at - 1, at == 0 ? part : 1 - part);
            }
        }

        /** Takes back what it had to give. */
        void regain() {
            split.layout();
            if (split.getItems().contains(side) && size() < wished() - SNAP) {
                place();
            }
        }

        /** A hand made it as large as it is. */
        void note() {
            split.layout();
            if (split.getItems().contains(side)) {
                settings.update(now -> now.with(name, size() / Measure.panel(1)));
            }
        }
    }
}
