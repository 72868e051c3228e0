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

    private static final double BOTTOM = 300;

    /** Puts the parts in their places; the dividers lie where they were left. */
    public DesignPage(
            GraphCanvas canvas, Palette palette, Inspector inspector, BottomPanel bottom, SettingsFile settings) {
        SplitPane middle = new SplitPane(canvas, bottom);
        middle.setOrientation(Orientation.VERTICAL);
        SplitPane all = new SplitPane(palette, middle, inspector);
        new Dividers(settings)
                .keep(all, palette, "palette", Measure.PALETTE)
                .keep(all, inspector, "inspector", Measure.INSPECTOR)
                .keep(middle, bottom, "bottom", BOTTOM);
        setCenter(all);
    }
}
