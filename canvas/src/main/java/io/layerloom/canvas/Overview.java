package io.layerloom.canvas;

/** When the whole network is shown small in a corner. */
public enum Overview {
    /** Where it has so many layers that one loses sight of them, as long as some are out of sight. */
    LARGE,
    /** Always, because somebody asked for it. */
    ALWAYS,
    NEVER;

    /**
     * Whether a network of so many layers has it.
     *
     * @param inSight whether the whole network is seen anyway
     */
    boolean shows(int layers, boolean inSight) {
        return this == ALWAYS || (this == LARGE && layers >= Minimap.FROM && !inSight);
    }

    /** What somebody means who asks for it where it is not, or no longer wants it where it is. */
    Overview switched(int layers, boolean inSight) {
        return shows(layers, inSight) ? NEVER : ALWAYS;
    }
}
