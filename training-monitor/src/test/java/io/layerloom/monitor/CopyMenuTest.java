package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CopyMenuTest {

    private static String copied(FxRobot robot, Runnable copying) {
        String[] text = {""};
        robot.interact(() -> {
            copying.run();
            text[0] = Clipboard.getSystemClipboard().getString();
        });
        return text[0];
    }

    @Test
    void aTableIsCopiedForASpreadsheet(FxRobot robot) {
        TableView<String> table = new TableView<>();
        table.getColumns().add(Columns.<String>text("Class", 100, word -> word, Comparator.naturalOrder()));
        table.getColumns().add(Columns.<String>number("Letters", 100, String::length, word -> "" + word.length()));
        table.getItems().setAll("cat", "horse");
        CopyMenu.on(table);
        table.getSelectionModel().select(1);
        assertThat(copied(robot, () -> table.getContextMenu().getItems().get(0).fire()))
                .isEqualTo("horse\t5");
        assertThat(copied(robot, () -> table.getContextMenu().getItems().get(1).fire()))
                .isEqualTo("Class\tLetters\ncat\t3\nhorse\t5");
    }

    @Test
    void whatHoldsAControlIsLeftOut(FxRobot robot) {
        TableView<String> table = new TableView<>();
        table.getColumns().add(new TableColumn<>());
        table.getColumns().add(Columns.<String>text("Class", 100, word -> word, Comparator.naturalOrder()));
        table.getItems().setAll("cat");
        CopyMenu.on(table);
        assertThat(copied(robot, () -> table.getContextMenu().getItems().get(1).fire()))
                .isEqualTo("Class\ncat");
    }

    @Test
    void whereNothingIsChosenTheKeyLeavesTheClipboardAsItIs(FxRobot robot) {
        ListView<Integer> list = new ListView<>();
        list.getItems().setAll(7, 8);
        CopyMenu.on(list, number -> "line " + number);
        CopyMenu.on(list, number -> "step " + number);
        KeyEvent key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false);
        assertThat(copied(robot, () -> {
                    list.getSelectionModel().select(1);
                    Event.fireEvent(list, key);
                    list.getSelectionModel().clearSelection();
                    Event.fireEvent(list, key);
                }))
                .isEqualTo("step 8");
    }

    @Test
    void aListIsCopiedLineByLine(FxRobot robot) {
        ListView<Integer> list = new ListView<>();
        list.getItems().setAll(7, 8);
        CopyMenu.on(list, number -> "step " + number);
        assertThat(copied(robot, () -> list.getContextMenu().getItems().get(1).fire()))
                .isEqualTo("step 7\nstep 8");
    }
}
