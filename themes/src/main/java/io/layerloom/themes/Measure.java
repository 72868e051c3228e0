package io.layerloom.themes;

/** Sizes that everything on screen is made of, in pixels; those of text, and of what holds text, for text of 100 %. */
public final class Measure {
    public static final double SPACE_4 = 4;
    public static final double SPACE_8 = 8;
    public static final double SPACE_12 = 12;
    public static final double SPACE_16 = 16;
    public static final double SPACE_24 = 24;
    public static final double SPACE_32 = 32;

    public static final double RADIUS_CONTROL = 6;
    public static final double RADIUS_CARD = 8;

    public static final double ROW = 28;
    public static final double PALETTE = 232;
    public static final double INSPECTOR = 320;

    /** Captions, units, marks of an axis. */
    public static final double CAPTION = 11;
    /** Everything that has no reason to differ. */
    public static final double BODY = 12.5;
    /** Titles of nodes and cards. */
    public static final double TITLE = 13.5;
    /** Titles of panels. */
    public static final double HEADING = 15;
    /** Figures that are read from a distance. */
    public static final double FIGURE = 17;

    private Measure() {}

    /** A length that belongs to text, such as a size of letters, the height of a line or the width of a column, at the size of text in use. What asks once does not follow the switch. */
    public static double text(double length) {
        return Themes.textSize().get().of(length);
    }

    /** The width of a panel beside something else at the size of text in use: it grows half as much as text does, because the other needs room, too. */
    public static double panel(double width) {
        return (width + text(width)) / 2;
    }
}
