package io.layerloom.themes;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets the Tab key lead on from a text of several lines as from every other field, where a tab among the words is of no use. */
public final class TabLeadsOn {

    private TabLeadsOn() {}

    /** Tab goes to the next field from here, Shift+Tab to the one before. */
    public static void from(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
            if (event.getCode() == KeyCode.TAB && plain) {
                // What leads on from every control of JavaFX; Ctrl+Tab alone would turn to the next project.
                area.fireEvent(new KeyEvent(
                        event.getEventType(), "", "", KeyCode.TAB, event.isShiftDown(), true, true, false));
                event.consume();
            }
        });
    }
}
