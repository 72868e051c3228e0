package io.layerloom.canvas;

/** When the whole network is shown small in a corner. */
public enum Overview {
    /** Where it has so many layers that one loses sight of them. */
    LARGE,
    /** Always, because somebody asked for it. */
    ALWAYS,
    NEVER;

    /** Whether a network of so many layers has it. */
    boolean shows(int layers) {
        return this == ALWAYS || (this == LARGE && layers >= Minimap.FROM);
    }

    /** What somebody means who asks for it where it is not, or no longer wants it where it is. */
    Overview switched(int layers) {
        return shows(layers) ? NEVER : ALWAYS;
    }
}
