package io.layerloom.app.page;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Measure;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
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

    /** Keeps the size of a side of a split pane from one start to the next; the side is its first or last item, keeps its size when the window changes, and has it again when it was taken out and comes back. */
    Dividers keep(SplitPane split, Region side, String name, double initial) {
        SplitPane.setResizableWithParent(side, false);
        boolean wide = split.getOrientation() == Orientation.HORIZONTAL;
        Runnable place =
                () -> place(split, side, wide, Measure.panel(settings.get().measure(name, initial)));
        (wide ? split.widthProperty() : split.heightProperty()).addListener((observable, before, whole) -> {
            if (before.doubleValue() == 0) {
                place.run();
            }
        });
        split.getItems().addListener((InvalidationListener) items -> {
            place.run();
            // A split pane that grew while it had one item takes the first layout with two for its own resizing, and
            // leaves the side its least size.
            FxThread.later(() -> {
                split.layout();
                place.run();
            });
        });
        PauseTransition settled = new PauseTransition(QUIET);
        (wide ? side.widthProperty() : side.heightProperty()).addListener((observable, before, size) -> {
            settled.setOnFinished(
                    event -> settings.update(now -> now.with(name, size.doubleValue() / Measure.panel(1))));
            double whole = wide ? split.getWidth() : split.getHeight();
            boolean limited = Math.abs(size.doubleValue() - MOST * whole) < SNAP;
            boolean there = before.doubleValue() > 0
                    && size.doubleValue() > 0
                    && split.getItems().contains(side);
            if (there && !limited) {
                settled.playFromStart();
            }
        });
        return this;
    }

    /** Divider positions are fractions, so they can only be set once the whole has a size. */
    private static void place(SplitPane split, Region side, boolean wide, double size) {
        int at = split.getItems().indexOf(side);
        double whole = wide ? split.getWidth() : split.getHeight();
        if (at >= 0 && whole > 0) {
            double part = Math.min(MOST, size / whole);
            split.setDividerPosition(at == 0 ? 0 : at - 1, at == 0 ? part : 1 - part);
        }
    }
}
