package io.layerloom.canvas;

import io.layerloom.themes.Fonts;
import javafx.scene.text.Font;

/** A way of writing: family, weight and size in world units. */
record Lettering(boolean mono, Fonts.Weight weight, double size) {

    /** The font that writes so at a scale. */
    Font at(double scale) {
        return mono ? Fonts.mono(size * scale, weight) : Fonts.ui(size * scale, weight);
    }
}
