package io.layerloom.app.page;

import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import org.controlsfx.control.GridView;

/** A grid just as high as some of its rows, as many as there is room for: none is cut before somebody scrolls. */
final class WholeRows extends Region {

    private final GridView<?> grid;

    WholeRows(GridView<?> grid) {
        this.grid = grid;
        getChildren().add(grid);
        setMinHeight(row());
    }

    /** A row with the gaps above and below it. */
    private double row() {
        return grid.getCellHeight() + 2 * grid.getVerticalCellSpacing();
    }

    @Override
    protected void layoutChildren() {
        Insets edges = grid.getInsets();
        double around = edges.getTop() + edges.getBottom();
        double rows = Math.max(1, Math.floor((getHeight() - around) / row()));
        grid.resizeRelocate(0, 0, getWidth(), Math.min(getHeight(), rows * row() + around));
    }
}
