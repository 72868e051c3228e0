package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says which data stay in use until another source is complete, and leads back to them. */
final class PendingNote extends VBox {

    private final Label sentence = Texts.wrapped("");
    private final Button keep = new Button();

    PendingNote(Runnable onKeep) {
        super(Measure.SPACE_8);
        getStyleClass().add(Styles.WELL);
        setId("data-pending");
        keep.setId("data-keep");
        keep.setOnAction(event -> onKeep.run());
        getChildren().addAll(sentence, keep);
        managedProperty().bind(visibleProperty());
    }

    /** Shows the name of the data in use; nothing where there are none or no others are being chosen. */
    void show(Optional<String> inUse, boolean amongShipped) {
        setVisible(inUse.isPresent());
        inUse.ifPresent(name -> {
            sentence.setText(
                    amongShipped
                            ? tr("Until you choose a data set, the network learns from %s.", name)
                            : tr("Until you choose what to read, the network learns from %s.", name));
            keep.setText(tr("Keep %s", name));
        });
    }
}
