package io.layerloom.themes;

import javafx.collections.ListChangeListener;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Where windows cannot be transparent, lets menus and all else that floats have round corners: what is left of their window has the colour of what most often lies behind. */
final class PopupGround {

    private PopupGround() {}

    /** From now on, for every popup that is shown. */
    static void begin() {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(PopupGround::fill);
            }
        });
    }

    private static void fill(Window window) {
        if (window instanceof PopupWindow popup) {
            popup.getScene().setFill(Themes.tokens().background());
        }
    }
}
