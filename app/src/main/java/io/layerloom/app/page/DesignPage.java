package io.layerloom.app.page;

import io.layerloom.app.window.BottomPanel;
import io.layerloom.app.window.CompareView;
import io.layerloom.app.window.Comparisons;
import io.layerloom.app.window.Navigation;
import io.layerloom.app.window.SidePanel;
import io.layerloom.app.window.Watch;
import io.layerloom.app.window.Zones;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Measure;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/** The drawing with its palette, inspector and lower panel. */
public final class DesignPage extends BorderPane {

    private static final double BOTTOM = 330;

    /** A lower panel that shows less than its tabs and a few lines is as good as shut. */
    private static final double SHUT = 120;

    /** The line of the divider lies at the last item. */
    private static final String LAST = "ll-split-last";

    /** The network, and while it is compared the other one beside it. */
    private final SplitPane drawings = new SplitPane();

    /** The network with a title above it while another one lies beside it. */
    private final BorderPane own;

    private final SplitPane middle;
    private final BottomPanel bottom;
    private boolean asked;

    /** Puts the parts in their places; the dividers lie where they were left. */
    public DesignPage(
            GraphCanvas canvas,
            Comparisons comparisons,
            SidePanel palette,
            SidePanel inspector,
            BottomPanel bottom,
            Navigation navigation,
            SettingsFile settings) {
        this.bottom = bottom;
        List.of(canvas, bottom).forEach(Zones::mark);
        own = new BorderPane(canvas);
        drawings.getItems().add(own);
        Watch.on(comparisons.currentProperty(), this, page -> page.show(comparisons));
        show(comparisons);
        middle = new SplitPane(drawings, bottom);
        middle.setOrientation(Orientation.VERTICAL);
        SplitPane right = new SplitPane(middle, inspector);
        SplitPane all = new SplitPane(palette, right);
        middle.getStyleClass().add(LAST);
        right.getStyleClass().add(LAST);
        new Dividers(settings)
                .keep(all, palette, Navigation.Side.LAYERS.id(), Measure.PALETTE)
                .keep(right, inspector, Navigation.Side.SETTINGS.id(), Measure.INSPECTOR)
                .keep(middle, bottom, "bottom", BOTTOM);
        new Sides(this, canvas, palette, inspector).follow(all, right);
        Watch.on(navigation.askedProperty(), this, DesignPage::ask);
        bottom.heightProperty().addListener(observable -> {
            if (asked && bottom.getHeight() > 0) {
                FxThread.later(this::open);
            }
        });
    }

    /** Before the first layout it is not known how high the panel was left. */
    private void ask() {
        asked = true;
        if (bottom.getHeight() > 0) {
            open();
        }
    }

    private void open() {
        asked = false;
        double whole = middle.getHeight();
        if (whole > 0 && bottom.getHeight() < Measure.panel(SHUT)) {
            middle.setDividerPosition(0, 1 - Math.min(0.45, Measure.panel(BOTTOM) / whole));
        }
    }

    private void show(Comparisons comparisons) {
        drawings.getItems().remove(1, drawings.getItems().size());
        own.setTop(null);
        comparisons
                .currentProperty()
                .get()
                .map(comparison -> new CompareView(comparison, comparisons::end))
                .ifPresent(view -> {
                    Zones.mark(view);
                    own.setTop(view.own());
                    drawings.getItems().add(view);
                });
    }
}
