package io.layerloom.app.page;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.themes.Measure;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Remembers how large the sides of a split pane were left. Sizes are kept in pixels for text of 100 %, so that a larger window gives its room to the middle, and larger text takes more for the sides. */
final class Dividers {

    /** What a side may take of the whole at most. */
    private static final double MOST = 0.45;

    /** A divider has a width of its own, and a side a least one. */
    private static final double SNAP = 8;

    private static final Duration QUIET = Duration.millis(400);

    private final SettingsFile settings;

    Dividers(SettingsFile settings) {
        this.settings = settings;
    }

    /** Keeps the size of a side of a split pane from one start to the next; the side is its first or last item, and keeps its size when the window changes. */
    Dividers keep(SplitPane split, Region side, String name, double initial) {
        return keep(split, side, name, initial, MOST);
    }

    /** Likewise of a side that begins with no more than a part of the whole; that this made it smaller is not remembered, and where a person left it counts as it is. */
    Dividers keep(SplitPane split, Region side, String name, double initial, double part) {
        double left = settings.get().measure(name, initial);
        double most = Math.abs(left - initial) < SNAP ? part : MOST;
        SplitPane.setResizableWithParent(side, false);
        boolean wide = split.getOrientation() == Orientation.HORIZONTAL;
        place(split, side, wide, Measure.panel(left), most);
        PauseTransition settled = new PauseTransition(QUIET);
        (wide ? side.widthProperty() : side.heightProperty()).addListener((observable, before, size) -> {
            settled.setOnFinished(
                    event -> settings.update(now -> now.with(name, size.doubleValue() / Measure.panel(1))));
            double whole = wide ? split.getWidth() : split.getHeight();
            boolean limited = Math.abs(size.doubleValue() - most * whole) < SNAP;
            if (before.doubleValue() > 0 && size.doubleValue() > 0 && !limited) {
                settled.playFromStart();
            }
        });
        return this;
    }

    /** Divider positions are fractions, so they can only be set once the whole has a size. */
    private static void place(SplitPane split, Region side, boolean wide, double size, double most) {
        int at = split.getItems().indexOf(side);
        (wide ? split.widthProperty() : split.heightProperty()).addListener((observable, before, whole) -> {
            if (before.doubleValue() == 0 && whole.doubleValue() > 0) {
                double part = Math.min(most, size / whole.doubleValue());
                split.setDividerPosition(at == 0 ? 0 : at - 1, at == 0 ? part : 1 - part);
            }
        });
    }
}
