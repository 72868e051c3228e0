package io.layerloom.app.window;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Where room cuts a text short, the pointer on it brings all of it, unless the place has a tooltip of its own. */
public final class WholeText {

    private static boolean installed;

    private WholeText() {}

    /** Lets it be so in all windows, also in those that open later: dialogs and popups have scenes of their own. */
    public static void install() {
        if (!installed) {
            installed = true;
            Window.getWindows().forEach(WholeText::install);
            Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(WholeText::install);
                }
            });
        }
    }

    private static void install(Window window) {
        Scene scene = window.getScene();
        if (scene == null || scene.getProperties().putIfAbsent(WholeText.class, true) != null) {
            return; // it has it already, as it was shown before
        }
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Labeled labeled) {
                offer(labeled);
            }
        });
    }

    private static void offer(Labeled labeled) {
        boolean own = labeled.getTooltip() instanceof Whole;
        if (labeled.tooltipProperty().isBound() || (labeled.getTooltip() != null && !own)) {
            return;
        }
        if (!isCut(labeled)) {
            labeled.setTooltip(null);
        } else if (!own || !labeled.getTooltip().getText().equals(labeled.getText())) {
            labeled.setTooltip(new Whole(labeled.getText()));
        }
    }

    /** Whether dots stand for some of the text. */
    public static boolean isCut(Labeled labeled) {
        String text = labeled.getText();
        return text != null
                && !text.isEmpty()
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(Text.class::isInstance)
                        .map(part -> ((Text) part).getText())
                        .anyMatch(shown -> shown.endsWith(labeled.getEllipsisString()) && !shown.equals(text));
    }

    /** Tells it from the tooltips that views give themselves. */
    private static final class Whole extends Tooltip {
        Whole(String text) {
            super(text);
            setWrapText(true);
        }
    }
}
