package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCombination;

/** Where in the window the person is: which page, and which tab of the lower panel. */
public final class Navigation {

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.WELCOME);
    private final ObjectProperty<Drawer> drawer = new SimpleObjectProperty<>(Drawer.TRAINING);

    private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper();

    private final Map<Side, ReadOnlyIntegerWrapper> turned = new EnumMap<>(Side.class);

    private Page before = Page.WELCOME;
    private final ObjectProperty<Optional<Path>> run = new SimpleObjectProperty<>(Optional.empty());

    /** The tabs of the lower panel. */
    public enum Drawer {
        TRAINING(later("Training"), Icons.CHART),
        PROBLEMS(later("Problems"), Icons.PROBLEM),
        RUNS(later("Runs"), Icons.RUNS),
        HISTORY(later("History"), Icons.CLOCK),
        LAYER(later("Layer"), Icons.LAYERS),
        LOG(later("Log"), Icons.FILE),
        /** There only while the project is compared with another one. */
        DIFFERENCES(later("Differences"), Icons.COLUMNS);

        private final String label;
        private final Icons icon;

        Drawer(String label, Icons icon) {
            this.label = label;
            this.icon = icon;
        }

        /** What stands for the words where there is no room for them. */
        public Icons icon() {
            return icon;
        }

        /** The words on the tab. */
        public String label() {
            return tr(label);
        }
    }

    /** The panels beside the drawing. */
    public enum Side {
        LAYERS("palette", later("Layers"), later("Show or hide the layers to add"), Icons.LAYERS, Keys.LAYERS),
        SETTINGS("inspector", later("Settings"), later("Show or hide the settings"), Icons.SETTINGS, Keys.SETTINGS);

        private final String id;
        private final String label;
        private final String action;
        private final Icons icon;
        private final KeyCombination keys;

        Side(String id, String label, String action, Icons icon, KeyCombination keys) {
            this.id = id;
            this.label = label;
            this.action = action;
            this.icon = icon;
            this.keys = keys;
        }

        /** The name under which its size and place are kept. */
        public String id() {
            return id;
        }

        /** The word on its strip. */
        public String label() {
            return tr(label);
        }

        /** What its keys do. */
        public String action() {
            return tr(action);
        }

        /** The sign on its strip. */
        public Icons icon() {
            return icon;
        }

        /** The keys that show or hide it. */
        public KeyCombination keys() {
            return keys;
        }
    }

    /** The page in view. */
    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** The tab in view. */
    public ObjectProperty<Drawer> drawerProperty() {
        return drawer;
    }

    /** The run that the pages Insight and Export are about; empty for the newest. */
    public ObjectProperty<Optional<Path>> runProperty() {
        return run;
    }

    /** Grows each time the person asks for the lower panel, so that one that was dragged shut opens. */
    public ReadOnlyIntegerProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** The person wants to see what is in the lower panel. */
    public void ask() {
        asked.set(asked.get() + 1);
    }

    /** Grows each time the person wants a panel beside the drawing shown or hidden. */
    public ReadOnlyIntegerProperty turnedProperty(Side side) {
        return counter(side).getReadOnlyProperty();
    }

    /** The person wants a panel beside the drawing shown or hidden. */
    public void turn(Side side) {
        page.set(Page.DESIGN);
        counter(side).set(counter(side).get() + 1);
    }

    private ReadOnlyIntegerWrapper counter(Side side) {
        return Objects.requireNonNull(turned.computeIfAbsent(side, first -> new ReadOnlyIntegerWrapper()));
    }

    /** Whether the charts of the training are in view. */
    public boolean watchesTraining() {
        return page.get() == Page.DESIGN && drawer.get() == Drawer.TRAINING;
    }

    /** Leads to a page. */
    public void to(Page next) {
        page.set(next);
    }

    /** Leads to the preferences, from which {@link #back} leads back. */
    public void toPreferences() {
        if (page.get() != Page.PREFERENCES) {
            before = page.get();
            page.set(Page.PREFERENCES);
        }
    }

    /** Leads to the page from which the preferences were opened. */
    public void back() {
        page.set(before);
    }

    /** Leads to a tab below the canvas. */
    public void to(Drawer next) {
        page.set(Page.DESIGN);
        drawer.set(next);
        ask();
    }
}
