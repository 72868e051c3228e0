package io.layerloom.app.page;

import io.layerloom.app.window.BottomPanel;
import io.layerloom.app.window.Inspector;
import io.layerloom.app.window.Palette;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.themes.Measure;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/** The drawing with its palette, inspector and lower panel. */
public final class DesignPage extends BorderPane {

    private static final double BOTTOM = 330;
    /** The line of the divider lies at the last item. */
    private static final String LAST = "ll-split-last";

    /** Puts the parts in their places; the dividers lie where they were left. */
    public DesignPage(
            GraphCanvas canvas, Palette palette, Inspector inspector, BottomPanel bottom, SettingsFile settings) {
        SplitPane middle = new SplitPane(canvas, bottom);
        middle.setOrientation(Orientation.VERTICAL);
        SplitPane right = new SplitPane(middle, inspector);
        SplitPane all = new SplitPane(palette, right);
        middle.getStyleClass().add(LAST);
        right.getStyleClass().add(LAST);
        new Dividers(settings)
                .keep(all, palette, "palette", Measure.PALETTE)
                .keep(right, inspector, "inspector", Measure.INSPECTOR)
                .keep(middle, bottom, "bottom", BOTTOM);
        setCenter(all);
    }
}
