package io.layerloom.app.window;

import io.layerloom.themes.Icons;

/** The pages of the window, in the order of the rail: the life of a model from top to bottom. */
public enum Page {
    WELCOME("Welcome", Icons.STAR),
    DATA("Data", Icons.DATA),
    DESIGN("Design", Icons.DESIGN),
    RUNS("Runs", Icons.RUNS),
    INSIGHT("Insight", Icons.INSIGHT),
    EXPORT("Export", Icons.EXPORT),
    PREFERENCES("Preferences", Icons.SETTINGS);

    private final String label;
    private final Icons icon;

    Page(String label, Icons icon) {
        this.label = label;
        this.icon = icon;
    }

    /** The word under its icon. */
    public String label() {
        return label;
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
