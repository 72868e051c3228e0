package io.layerloom.themes;

import java.util.List;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every icon in the program, by what it means. */
public enum Icons {
    ADD(Feather.PLUS),
    DELETE(Feather.TRASH_2),
    CLOSE(Feather.X),
    CHECK(Feather.CHECK),
    SEARCH(Feather.SEARCH),
    HELP(Feather.HELP_CIRCLE),
    INFO(Feather.INFO),
    PROBLEM(Feather.ALERT_CIRCLE),
    CAUTION(Feather.ALERT_TRIANGLE),
    SUCCESS(Feather.CHECK_CIRCLE),
    DATA(Feather.DATABASE),
    DESIGN(Feather.SHARE_2),
    RUNS(Feather.ACTIVITY),
    INSIGHT(Feather.EYE),
    EXPORT(Feather.PACKAGE),
    SERVE(Feather.SERVER),
    TRAIN(Feather.PLAY),
    PAUSE(Feather.PAUSE),
    STOP(Feather.SQUARE),
    RESUME(Feather.PLAY),
    UNDO(Feather.CORNER_UP_LEFT),
    REDO(Feather.CORNER_UP_RIGHT),
    TIDY(Feather.ALIGN_LEFT),
    NEW_FILE(Feather.FILE_PLUS),
    OPEN(Feather.FOLDER),
    FILE(Feather.FILE),
    FOLDER(Feather.FOLDER),
    COPY(Feather.COPY),
    DOWNLOAD(Feather.DOWNLOAD),
    IMAGE(Feather.IMAGE),
    TEXT(Feather.TYPE),
    TABLE(Feather.GRID),
    CHART(Feather.TRENDING_UP),
    LAYERS(Feather.LAYERS),
    CPU(Feather.CPU),
    CLOCK(Feather.CLOCK),
    TARGET(Feather.TARGET),
    SETTINGS(Feather.SETTINGS),
    LIGHT_THEME(Feather.SUN),
    DARK_THEME(Feather.MOON),
    ZOOM_OUT(Feather.ZOOM_OUT),
    MORE(Feather.MORE_HORIZONTAL),
    MENU(Feather.MENU),
    COLUMNS(Feather.COLUMNS),
    DOCK(Feather.SIDEBAR),
    CHEVRON_RIGHT(Feather.CHEVRON_RIGHT),
    CHEVRON_DOWN(Feather.CHEVRON_DOWN),
    CHEVRON_LEFT(Feather.CHEVRON_LEFT),
    LINK(Feather.LINK),
    REFRESH(Feather.REFRESH_CW),
    ERASE(Feather.ROTATE_CCW),
    EDIT(Feather.EDIT_2),
    STAR(Feather.STAR),
    BOOK(Feather.BOOK_OPEN);

    /** The size that suits a sign within a control. */
    public static final int TINY = 12;
    /** The size that suits a line of text. */
    public static final int SMALL = 16;
    /** The size that suits a button of its own. */
    public static final int MEDIUM = 18;
    /** The size that suits the rail or an empty place. */
    public static final int LARGE = 20;
    /** The size that suits a window. */
    public static final int HUGE = 28;

    private static final List<Integer> SIZES = List.of(TINY, SMALL, MEDIUM, LARGE, HUGE);
    private static final String SIZED = "ll-icon-";

    private final Feather glyph;

    Icons(Feather glyph) {
        this.glyph = glyph;
    }

    /** A new icon of {@link #SMALL} size; its colour follows the text around it. */
    public FontIcon node() {
        return node(SMALL);
    }

    /** A new icon of one of the sizes, told for text of 100 %. A style sheet says how large that is, because the size would not hold against that of the base theme. */
    public FontIcon node(int size) {
        if (!SIZES.contains(size)) {
            throw new IllegalArgumentException("An icon has one of the sizes " + SIZES + ". Received: " + size);
        }
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().add(SIZED + size);
        return icon;
    }

    /** The rules for the sizes, which follow the size of text. */
    static String rules() {
        return SIZES.stream()
                .map(size -> ".ikonli-font-icon." + SIZED + size + " { -fx-icon-size: " + size + "px; }\n")
                .collect(Collectors.joining());
    }
}
