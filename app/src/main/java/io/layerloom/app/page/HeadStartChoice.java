package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import atlantafx.base.controls.ToggleSwitch;
import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.HeadStart;
import io.layerloom.themes.Styles;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether a process is kept ready for the next training, and what that costs. */
final class HeadStartChoice extends VBox {

    HeadStartChoice(HeadStart headStart) {
        getStyleClass().add(Styles.CARD);
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("head-start");
        toggle.setSelected(headStart.isWanted());
        toggle.selectedProperty().addListener((observable, before, wanted) -> headStart.want(wanted));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toggle.setAccessibleText(tr("Begin training at once"));
        HBox line = new HBox(8, Texts.line(tr("Begin training at once"), Styles.TITLE), gap, toggle);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        line,
                        Texts.wrapped(
                                tr(
                                        "Keeps a process ready that has read the data and built the network. It takes some 300 MB of memory and no processor time while it waits. A computer with less than 6 GB of memory keeps none, nor does one that trains on a graphics card."),
                                Styles.MUTED));
    }
}
