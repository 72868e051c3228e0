package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.form.WholeEditor;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.engine.Backend;
import io.layerloom.graph.Kind;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of how many threads of the processor compute the training: the fastest number, or one that the person names. */
final class ThreadsChoice extends VBox {

    private static final double FIELD = 400;

    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton automatic = segment("threads-auto", tr("Automatic"));
    private final ToggleButton fixed = segment("threads-fixed", tr("Fixed"));
    private final WholeEditor editor = new WholeEditor(new Kind.Whole(1, Backend.mostThreads()), Backend.mostThreads());
    private final FieldRow row = FieldRow.of(tr("Number"), "", editor);
    private final Label meaning = Texts.wrapped("", Styles.MUTED);

    ThreadsChoice(GpuDesk gpu) {
        getStyleClass().add(Styles.CARD);
        HBox segments = new HBox(automatic, fixed);
        segments.getStyleClass().add(Styles.SEGMENTED);
        automatic.setOnAction(event -> choose(automatic, gpu, 0));
        fixed.setOnAction(event -> choose(fixed, gpu, gpu.threads() > 0 ? gpu.threads() : Backend.mostThreads()));
        editor.onCommit(gpu::chooseThreads);
        row.setId("threads-number");
        row.setMaxWidth(Measure.text(FIELD));
        row.managedProperty().bind(row.visibleProperty());
        getChildren()
                .addAll(Texts.line(tr("Threads of the processor"), Styles.TITLE), new HBox(segments), row, meaning);
        Watch.on(gpu.settingsProperty(), this, choice -> choice.show(gpu.threads()));
        show(gpu.threads());
    }

    private ToggleButton segment(String id, String title) {
        ToggleButton button = new ToggleButton(title);
        button.setToggleGroup(group);
        button.setId(id);
        return button;
    }

    private static void choose(ToggleButton button, GpuDesk gpu, int threads) {
        button.setSelected(true); // a second press must not leave nothing chosen
        gpu.chooseThreads(threads);
    }

    private void show(int threads) {
        group.selectToggle(threads > 0 ? fixed : automatic);
        row.setVisible(threads > 0);
        if (threads > 0) {
            editor.show(threads);
        }
        meaning.setText(
                threads > 0
                        ? tr(
                                "Every new run computes with this number. The same seed and number give the same bits, here and with --threads on the command line.")
                        : tr(
                                "The fastest number is measured when a run starts: one for small networks, more for larger ones. The run keeps it."));
    }
}
