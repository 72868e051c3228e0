package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.themes.Measure;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Gives a frame another title in its place; Enter or a click elsewhere takes it, Esc leaves. */
final class FrameField extends TextField {

    private final Editor editor;
    private final Runnable closed;
    private Optional<Frame> frame = Optional.empty();

    FrameField(Editor editor, Runnable closed) {
        this.editor = editor;
        this.closed = closed;
        setManaged(false);
        setVisible(false);
        setOnAction(event -> commit());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                commit();
            }
        });
    }

    void open(Frame wanted) {
        setAccessibleText(tr("Title of the frame"));
        frame = Optional.of(wanted);
        setText(wanted.title());
        Box box = editor.view().toScreen(FrameGesture.box(wanted));
        double width = Math.max(Measure.text(140), Math.min(box.width(), Measure.text(320)));
        double x = Math.max(4, Math.min(box.x(), editor.width() - width - 4));
        double y = Math.max(4, Math.min(box.y(), editor.height() - Measure.text(28) - 4));
        resizeRelocate(Math.rint(x), Math.rint(y), width, Measure.text(28));
        setVisible(true);
        requestFocus();
        selectAll();
    }

    boolean isOpen() {
        return frame.isPresent();
    }

    void commit() {
        Optional<Frame> former = frame;
        String title = getText().replaceAll("\\p{Cntrl}", " ").strip();
        close();
        former.filter(old -> !old.title().equals(title))
                .ifPresent(old -> editor.send(Edits.changeFrame(
                        tr("Rename frame"),
                        old,
                        old.titled(title.substring(0, Math.min(title.length(), Frame.LONGEST))))));
    }

    void close() {
        if (frame.isPresent()) {
            boolean typing = isFocused(); // else the keyboard is elsewhere already, and stays there
            frame = Optional.empty();
            setVisible(false);
            if (typing) {
                closed.run();
            }
        }
    }
}
