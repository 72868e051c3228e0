package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Where in the window the person is: which page, and which tab of the lower panel. */
public final class Navigation {

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.WELCOME);
    private final ObjectProperty<Drawer> drawer = new SimpleObjectProperty<>(Drawer.TRAINING);

    private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper();

    private Page before = Page.WELCOME;
    private final ObjectProperty<Optional<Path>> run = new SimpleObjectProperty<>(Optional.empty());

    /** The tabs of the lower panel. */
    public enum Drawer {
        TRAINING(later("Training")),
        PROBLEMS(later("Problems")),
        RUNS(later("Runs")),
        HISTORY(later("History")),
        LAYER(later("Layer")),
        LOG(later("Log")),
        /** There only while the project is compared with another one. */
        DIFFERENCES(later("Differences"));

        private final String label;

        Drawer(String label) {
            this.label = label;
        }

        /** The words on the tab. */
        public String label() {
            return tr(label);
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
