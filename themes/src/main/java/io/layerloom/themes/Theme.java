package io.layerloom.themes;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** One of the two looks of the program. */
public enum Theme {
    LIGHT("Light", new PrimerLight().getUserAgentStylesheet()),
    DARK("Dark", new PrimerDark().getUserAgentStylesheet());

    private final String label;
    private final String base;

    Theme(String label, String base) {
        this.label = label;
        this.base = base;
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Class-path address of the AtlantaFX sheet that ours stands on. */
    String base() {
        return base;
    }
}
