package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.fault.Sentences;
import io.layerloom.themes.Icons;
import io.layerloom.themes.InFront;
import io.layerloom.themes.Measure;
import io.layerloom.themes.TabLeadsOn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/** Tells of a bug: a short code that is the same for the same bug, and details to copy into a report. One at a time, so that a bug in painting cannot bury the window. */
public final class BugDialog {

    private static final Logger LOG = Logger.getLogger(BugDialog.class.getName());

    private final Window owner;
    private boolean open;

    /** Reports in front of a window. */
    public BugDialog(Window owner) {
        this.owner = owner;
    }

    /** Shows a bug; on the JavaFX thread. */
    public void show(Throwable bug) {
        String code = code(bug);
        LOG.log(Level.SEVERE, "Bug " + code, bug);
        if (open) {
            return;
        }
        open = true;
        String details = details(code, bug);
        ButtonType copy = new ButtonType(tr("Copy details"), ButtonBar.ButtonData.LEFT);
        Alert alert = new Alert(
                Alert.AlertType.NONE,
                tr("Your work is still here; save it under another name before you go on."),
                copy,
                Answers.close());
        alert.setTitle("Layerloom");
        alert.setHeaderText(headline(bug));
        alert.setGraphic(Icons.PROBLEM.node(Icons.HUGE));
        TextArea text = new TextArea(details);
        text.setEditable(false);
        TabLeadsOn.from(text);
        text.setPrefSize(Measure.panel(640), 280);
        alert.getDialogPane().setExpandableContent(text);
        alert.getDialogPane().lookupButton(copy).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
        if (owner.isShowing()) {
            alert.initOwner(owner);
        }
        alert.setOnHidden(event -> open = false);
        InFront.inTheMiddle(alert);
        InFront.show(owner, alert);
    }

    /** What it is: memory that was too small for the work is no bug. */
    static String headline(Throwable bug) {
        Throwable root = root(bug);
        return root instanceof OutOfMemoryError
                ? Sentences.of(root)
                : tr("This is a bug in Layerloom (%s).", code(bug));
    }

    private static Throwable root(Throwable bug) {
        Throwable root = bug;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Letters and digits from the kind of the root cause and the place it comes from. */
    private static String code(Throwable bug) {
        Throwable root = root(bug);
        String place = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.layerloom"))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
        int hash = (root.getClass().getName() + place).hashCode();
        return String.format(Locale.ROOT, "LL-%04X", (hash ^ (hash >>> 16)) & 0xFFFF);
    }

    private static String details(String code, Throwable bug) {
        StringWriter text = new StringWriter();
        text.write(code + " · Layerloom on Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n");
        bug.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
