package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.RunEvent.Failed;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TabLeadsOn;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why a run broke off, in one sentence, with the way back and the details for a report. */
final class FailureCard extends VBox {
    /** About as much as a stack trace needs to be understood. */
    private static final int ROWS = 9;

    private final Label sentence = new Label();
    private final Button resume = new Button("", Icons.RESUME.node());
    private final Button layer = new Button("", Icons.DESIGN.node());
    private final Button details = new Button();
    private final Button copy = new Button("", Icons.COPY.node());
    private final TextArea text = new TextArea();
    private final Runnable onOpened;

    /** A card without a failure; {@code onOpened} is told when the details come, which may lie below what is in sight. */
    FailureCard(Runnable onOpened) {
        this.onOpened = onOpened;
        getStyleClass().add(Styles.PROBLEM);
        sentence.getStyleClass().add(Styles.STRONG);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setGraphicTextGap(Measure.SPACE_8);
        var icon = Icons.PROBLEM.node();
        icon.getStyleClass().add(Styles.BAD);
        sentence.setGraphic(icon);
        resume.getStyleClass().add(Styles.PRIMARY);
        details.getStyleClass().add(Styles.QUIET);
        copy.getStyleClass().add(Styles.QUIET);
        text.setEditable(false);
        TabLeadsOn.from(text);
        text.setPrefRowCount(ROWS);
        // Where the pane is low, the details push what stands below them out of sight instead of giving way.
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add(Styles.MONO);
        details.setOnAction(e -> toggle());
        copy.setOnAction(e -> copy());
        HBox buttons = new HBox(Measure.SPACE_8, resume, layer, details, copy);
        for (var node : new Node[] {resume, layer, details, copy, text, this}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().addAll(sentence, buttons, text);
        setVisible(false);
    }

    /** Shows why a run broke off; {@code onShowLayer} leads to the layer of a name. */
    void show(Failed failed, @Nullable Runnable onResume, @Nullable Consumer<String> onShowLayer) {
        resume.setText(tr("Resume from checkpoint"));
        copy.setText(tr("Copy details"));
        sentence.setText(failed.message());
        text.setText(failed.details());
        resume.setVisible(failed.resumable() && onResume != null);
        resume.setOnAction(e -> {
            if (onResume != null) {
                onResume.run();
            }
        });
        layer.setText(tr("Show %s", failed.layer()));
        layer.setVisible(!failed.layer().isEmpty() && onShowLayer != null);
        layer.setOnAction(e -> {
            if (onShowLayer != null) {
                onShowLayer.accept(failed.layer());
            }
        });
        details.setVisible(!failed.details().isBlank());
        expand(false);
        setVisible(true);
    }

    private void toggle() {
        expand(!text.isVisible());
        if (text.isVisible()) {
            onOpened.run();
        }
    }

    private void expand(boolean open) {
        text.setVisible(open);
        copy.setVisible(open);
        details.setText(open ? tr("Hide details") : tr("Show details"));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(sentence.getText() + "\n\n" + text.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
