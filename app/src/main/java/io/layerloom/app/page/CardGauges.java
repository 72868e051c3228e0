package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.engine.gpu.Card;
import io.layerloom.themes.Styles;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Memory and load of the card that trains just now; gone while none does. */
final class CardGauges extends VBox {

    private final Label title = Texts.line("", Styles.TITLE);
    private final GridPane grid = new GridPane();

    CardGauges(GpuDesk gpu) {
        getStyleClass().add(Styles.CARD);
        setId("gpu-gauges");
        grid.setHgap(16);
        grid.setVgap(8);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), bar, new ColumnConstraints());
        getChildren().addAll(title, grid);
        Watch.on(
                gpu.readingProperty(),
                this,
                gauges -> gauges.show(gpu.readingProperty().get()));
        show(gpu.readingProperty().get());
    }

    private void show(Optional<Card> reading) {
        setVisible(reading.isPresent());
        setManaged(reading.isPresent());
        grid.getChildren().clear();
        reading.ifPresent(card -> {
            title.setText(tr("Training on the %s", card.name()));
            double used = card.usedMebibytes().orElse(0);
            double total = Math.max(1, card.totalMebibytes().orElse(1));
            add(0, tr("Memory"), used / total, CardFigures.memory(card.usedMebibytes(), card.totalMebibytes()));
            add(1, tr("Load"), card.load().orElse(0) / 100.0, CardFigures.load(card));
        });
    }

    private void add(int row, String name, double part, String figure) {
        ProgressBar bar = new ProgressBar(part);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SLIM_PROGRESS);
        bar.setAccessibleText(name + " " + figure);
        Label value = Texts.line(figure, Styles.MONO);
        GridPane.setHalignment(value, HPos.RIGHT);
        grid.addRow(row, Texts.line(name, Styles.MUTED), bar, value);
    }
}
