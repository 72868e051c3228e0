package io.layerloom.app.window;

import io.layerloom.themes.InFront;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Modality;
import javafx.stage.Window;

/** A dialog beside the window, so that both can be looked at and used; it can be resized. A window has one under each id: what comes next takes the place of what was there. */
final class SideDialog {

    private SideDialog() {}

    /** Shows a node in a dialog of this size, to be found by an id. */
    static void show(Window owner, String title, String id, Node content, double width, double height) {
        show(owner, Modality.NONE, title, id, content, width, height);
    }

    /** The same in a dialog in front of the window, which waits until the dialog is closed. */
    static void showAlone(Window owner, String title, String id, Node content, double width, double height) {
        show(owner, Modality.WINDOW_MODAL, title, id, content, width, height);
    }

    private static void show(
            Window owner, Modality modality, String title, String id, Node content, double width, double height) {
        BorderPane room = new BorderPane(content);
        room.setPadding(new Insets(Measure.SPACE_16, Measure.SPACE_24, Measure.SPACE_8, Measure.SPACE_24));
        if (owner.getProperties().get(key(id)) instanceof Dialog<?> open) {
            open.setTitle(title);
            open.getDialogPane().setContent(room);
            open.getDialogPane().getButtonTypes().setAll(Answers.close());
            open.getDialogPane().getScene().getWindow().requestFocus();
            return;
        }
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(modality);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setId(id);
        dialog.getDialogPane().getStyleClass().add(Styles.SIDE_DIALOG);
        dialog.getDialogPane().setContent(room);
        dialog.getDialogPane().getButtonTypes().setAll(Answers.close());
        // Under X11 a dialog that can be resized forgets the size of its content when it is shown.
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, event -> {
            dialog.setWidth(width);
            dialog.setHeight(height);
        });
        dialog.addEventHandler(
                DialogEvent.DIALOG_HIDDEN, event -> owner.getProperties().remove(key(id), dialog));
        InFront.inTheMiddle(dialog);
        owner.getProperties().put(key(id), dialog);
        dialog.show();
    }

    private static String key(String id) {
        return SideDialog.class.getName() + " " + id;
    }
}
