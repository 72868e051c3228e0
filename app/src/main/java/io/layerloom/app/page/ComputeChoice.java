package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.engine.Compute;
import io.layerloom.themes.Styles;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of what computes the training, and in a sentence what it means. */
final class ComputeChoice extends VBox {

    private final ToggleGroup group = new ToggleGroup();
    private final Label meaning = Texts.wrapped("", Styles.MUTED);

    ComputeChoice(GpuDesk gpu) {
        getStyleClass().add(Styles.CARD);
        HBox segments = new HBox();
        segments.getStyleClass().add(Styles.SEGMENTED);
        for (Compute compute : Compute.values()) {
            segments.getChildren().add(segment(compute, gpu));
        }
        getChildren().addAll(Texts.line(tr("What computes the training"), Styles.TITLE), new HBox(segments), meaning);
        Watch.on(gpu.settingsProperty(), this, choice -> choice.show(gpu.compute()));
        show(gpu.compute());
    }

    private ToggleButton segment(Compute compute, GpuDesk gpu) {
        ToggleButton button = new ToggleButton(compute.label());
        button.setToggleGroup(group);
        button.setUserData(compute);
        button.setId("compute-" + compute.name().toLowerCase(Locale.ROOT));
        button.setOnAction(event -> {
            button.setSelected(true); // a second press must not leave nothing chosen
            gpu.choose(compute);
        });
        return button;
    }

    private void show(Compute compute) {
        group.getToggles().stream()
                .filter(toggle -> compute.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
        meaning.setText(
                switch (compute) {
                    case AUTO ->
                        tr(
                                "A graphics card, where one can train and the CUDA libraries are installed; otherwise the processor. A run that goes on stays where it began.");
                    case CPU -> tr("The processor, whatever cards there are.");
                    case GPU ->
                        tr(
                                "A graphics card; where none can be used, the processor, and the run says why. Holds from the next run on.");
                });
    }
}
