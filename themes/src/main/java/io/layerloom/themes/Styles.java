package io.layerloom.themes;

import java.util.Locale;

/** Every style class that our sheets know, so that none is ever a bare string. */
public final class Styles {
    // The window and its parts.
    /** The root of a window. */
    public static final String APP = "ll-app";
    /** The bar along the top edge. */
    public static final String TOP_BAR = "ll-top-bar";
    /** The name of the program in the top bar. */
    public static final String BRAND = "ll-brand";
    /** The rail of pages along the left edge. */
    public static final String RAIL = "ll-rail";
    /** A page's toggle button in the rail: icon above word. */
    public static final String RAIL_BUTTON = "ll-rail-button";
    /** Anything that lies beside the drawing: palette, inspector, drawer. */
    public static final String PANEL = "ll-panel";
    /** With {@link #PANEL}: a line along its left edge. */
    public static final String EDGE_LEFT = "ll-edge-left";
    /** With {@link #PANEL}: a line along its right edge. */
    public static final String EDGE_RIGHT = "ll-edge-right";
    /** With {@link #PANEL}: a line along its top edge. */
    public static final String EDGE_TOP = "ll-edge-top";
    /** With {@link #PANEL}: a line along its bottom edge. */
    public static final String EDGE_BOTTOM = "ll-edge-bottom";
    /** The header row of a panel. */
    public static final String PANEL_HEADER = "ll-panel-header";
    /** The line at the foot of a window. */
    public static final String STATUS_BAR = "ll-status-bar";
    /** A page with room around its content. */
    public static final String PAGE = "ll-page";

    // Boxes.
    /** A raised box. */
    public static final String CARD = "ll-card";
    /** A quiet box in the colour of a field, for a formula or a figure. */
    public static final String WELL = "ll-well";
    /** A small rounded label. */
    public static final String PILL = "ll-pill";
    /** A layer in the palette: its category's edge comes from {@link #category}. */
    public static final String PALETTE_CELL = "ll-palette-cell";
    /** A box that reports a problem. */
    public static final String PROBLEM = "ll-problem";
    /** A box that reports a caution. */
    public static final String CAUTION = "ll-caution";
    /** A box that reports something good. */
    public static final String SUCCESS = "ll-success";
    /** A page or panel that has nothing to show yet and says what to do. */
    public static final String EMPTY = "ll-empty";
    /** What holds the content of a popover. */
    public static final String POPOVER_CONTENT = "ll-popover-content";
    /** A small box of values beside the pointer. */
    public static final String HOVER_CARD = "ll-hover-card";

    // Text.
    /** Title of a page, 17. */
    public static final String PAGE_TITLE = "ll-page-title";
    /** Title of a panel, 15. */
    public static final String HEADING = "ll-heading";
    /** Title of a card, 13.5. */
    public static final String TITLE = "ll-title";
    /** Small capitals above a group. */
    public static final String SECTION = "ll-section";
    /** Small text, 11. */
    public static final String CAPTION = "ll-caption";
    /** Name of a field in a form. */
    public static final String FIELD_LABEL = "ll-field-label";
    /** A large figure. */
    public static final String FIGURE = "ll-figure";
    /** The one figure of a page, 32. */
    public static final String HEADLINE = "ll-headline";
    /** What a large figure counts. */
    public static final String FIGURE_LABEL = "ll-figure-label";
    /** Monospaced text. */
    public static final String MONO = "ll-mono";
    /** Medium weight. */
    public static final String MEDIUM = "ll-medium";
    /** Semi-bold weight. */
    public static final String STRONG = "ll-strong";
    /** Secondary text. */
    public static final String MUTED = "ll-muted";
    /** Ornamental text. */
    public static final String FAINT = "ll-faint";
    /** Text or icon in the accent colour. */
    public static final String ACCENT = "ll-accent";
    /** Text or icon for something good. */
    public static final String OK = "ll-ok";
    /** Text or icon for a caution. */
    public static final String WARN = "ll-warn";
    /** Text or icon for a problem. */
    public static final String BAD = "ll-bad";

    // Controls.
    /** The one button that people most likely want next. */
    public static final String PRIMARY = "ll-primary";
    /** A button without a box until the pointer is on it. */
    public static final String QUIET = "ll-quiet";
    /** A button that destroys something. */
    public static final String DANGER = "ll-danger";
    /** A square button with only an icon. */
    public static final String ICON_BUTTON = "ll-icon-button";
    /** A row of toggle buttons of which one is chosen. */
    public static final String SEGMENTED = "ll-segmented";
    /** A text field with a value that cannot be used. */
    public static final String INVALID = "ll-invalid";
    /** A menu button without its arrow. */
    public static final String NO_ARROW = "ll-no-arrow";
    /** A table without vertical lines. */
    public static final String PLAIN_TABLE = "ll-plain-table";
    /** A table column of figures: right-aligned, monospaced. */
    public static final String NUMBER_COLUMN = "ll-number-column";
    /** The last column of a table that ends where the window does: room to its right. */
    public static final String LAST_COLUMN = "ll-last-column";
    /** A progress bar 4 pixels high. */
    public static final String SLIM_PROGRESS = "ll-slim-progress";
    /** A row of a probability: name, bar, percentage; the pseudo-class {@code top} emphasises the likeliest. */
    public static final String PROBABILITY = "ll-probability";
    /** The class of a box on a picture; it must be read on any colour. */
    public static final String SCENE_NAME = "ll-scene-name";
    /** The groove of a bar. */
    public static final String BAR_TRACK = "ll-bar-track";
    /** A bar in its groove. */
    public static final String BAR = "ll-bar";
    /** An area to draw in. */
    public static final String PAD = "ll-pad";
    /** A list without a border. */
    public static final String PLAIN_LIST = "ll-plain-list";
    /** A scroll pane without a border or background. */
    public static final String PLAIN_SCROLL = "ll-plain-scroll";
    /** A key, as it is drawn on a keyboard. */
    public static final String KEY_CAP = "ll-key-cap";
    /** A dialog that stays beside the window: raised, with an edge of its own, as not every desktop frames it. */
    public static final String SIDE_DIALOG = "ll-side-dialog";
    /** A small round dot, for example beside the name of an unsaved project. */
    public static final String DOT = "ll-dot";

    private Styles() {}

    /** The style class that sets {@code -ll-category} to the colour of a layer category such as {@code "CONVOLUTION"}. */
    public static String category(String id) {
        return "ll-category-" + id.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
