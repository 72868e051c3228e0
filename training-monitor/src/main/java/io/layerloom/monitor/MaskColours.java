package io.layerloom.monitor;

import io.layerloom.themes.ClassColours;
import java.util.List;
import javafx.scene.paint.Color;

/** In which colour a class stands on pictures with masks; the background has none. */
final class MaskColours {

    private static final String BACKGROUND = "background";

    private MaskColours() {}

    /** Whether a class is the one of all that is nothing else: the first, if it is called so. */
    static boolean isBackground(int kind, List<String> classes) {
        return kind == 0 && !classes.isEmpty() && classes.get(0).equalsIgnoreCase(BACKGROUND);
    }

    /** The colour of a class. */
    static Color of(int kind, List<String> classes) {
        return ClassColours.of(isBackground(0, classes) ? kind - 1 : kind);
    }
}
