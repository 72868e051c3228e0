package io.layerloom.themes;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Colours that lie over pictures, one for each class; the same in every theme, as pictures are. People who see some colours alike tell these apart, too: Okabe, Ito, Color universal design (2008),
 * without black.
 */
public final class ClassColours {

    private static final List<Color> ALL = List.of(
            Color.web("#e69f00"),
            Color.web("#56b4e9"),
            Color.web("#009e73"),
            Color.web("#f0e442"),
            Color.web("#0072b2"),
            Color.web("#d55e00"),
            Color.web("#cc79a7"));

    private ClassColours() {}

    /** The colour of the {@code index}-th class; they repeat after seven. */
    public static Color of(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }
}
