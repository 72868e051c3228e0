package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.FolderOpener;
import io.layerloom.app.window.Texts;
import io.layerloom.codegen.Verification;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How an export went: where it lies, and what the three comparisons said. */
final class ExportResult {

    private ExportResult() {}

    static Node of(Path folder, Optional<Verification> proof) {
        VBox box = new VBox(8, Texts.wrapped(tr("Written to %s.", folder), Styles.MEDIUM));
        proof.ifPresent(verification -> {
            box.getChildren()
                    .addAll(
                            check(tr("Same configuration"), verification.configurationEqual()),
                            check(outputs(verification), verification.maxDiff() == 0),
                            check(tr("One epoch retrained gives the same weights"), verification.retrainedEqual()),
                            Texts.wrapped(verification.said(), Styles.MUTED));
        });
        if (FolderOpener.isThere()) {
            box.getChildren().add(opener(folder));
        }
        box.getStyleClass().add(proof.map(Verification::verified).orElse(true) ? Styles.SUCCESS : Styles.PROBLEM);
        box.setId("export-result");
        return box;
    }

    private static Button opener(Path folder) {
        Button button = new Button(tr("Show in folder"), Icons.FOLDER.node());
        button.setId("export-show");
        button.setOnAction(event -> {
            try {
                FolderOpener.show(folder.resolve("pom.xml"));
            } catch (IOException none) {
                button.setText(tr("No program was found that shows folders."));
                button.setDisable(true);
            }
        });
        return button;
    }

    static Node failed(String sentence) {
        VBox box = new VBox(Texts.wrapped(sentence));
        box.getStyleClass().add(Styles.PROBLEM);
        box.setId("export-result");
        return box;
    }

    private static String outputs(Verification verification) {
        return verification.maxDiff() == 0
                ? tr("Same outputs, bit for bit")
                : tr("Outputs differ by up to %.3g", verification.maxDiff());
    }

    private static HBox check(String what, boolean holds) {
        FontIcon icon = (holds ? Icons.SUCCESS : Icons.PROBLEM).node();
        icon.getStyleClass().add(holds ? Styles.OK : Styles.BAD);
        Label text = Texts.wrapped(what);
        HBox row = new HBox(8, icon, text);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
