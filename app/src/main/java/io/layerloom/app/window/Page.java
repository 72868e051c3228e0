package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Icons;

/** The pages of the window, in the order of the rail: the life of a model from top to bottom. */
public enum Page {
    WELCOME(later("Welcome"), Icons.STAR),
    DATA(later("Data"), Icons.DATA),
    DESIGN(later("Design"), Icons.DESIGN),
    RUNS(later("Runs"), Icons.RUNS),
    INSIGHT(later("Insight"), Icons.INSIGHT),
    EXPORT(later("Export"), Icons.EXPORT),
    PREFERENCES(later("Preferences"), Icons.SETTINGS);

    private final String label;
    private final Icons icon;

    Page(String label, Icons icon) {
        this.label = label;
        this.icon = icon;
    }

    /** The word under its icon. */
    public String label() {
        return tr(label);
    }

    /** Its icon in the rail. */
    public Icons icon() {
        return icon;
    }

    /** Whether it shows something of a project. */
    public boolean isAboutProject() {
        return this != WELCOME && this != PREFERENCES;
    }

    /** Whether the rail leads to it. */
    public boolean onRail() {
        return isAboutProject();
    }
}
