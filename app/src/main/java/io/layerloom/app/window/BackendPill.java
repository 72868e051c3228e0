package io.layerloom.app.window;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.Backend;
import io.layerloom.engine.gpu.Card;
import io.layerloom.themes.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** What computes the training: of the run that goes on, else of the next one. Leads to the preferences. */
final class BackendPill extends Button {

    private static final String HELP =
            "What computes the training. How many threads are the fastest is measured when a training starts: one for small networks, more for larger ones. Press to choose, or to use a graphics card.";

    private final TrainingDesk desk;
    private final GpuDesk gpu;
    private final Tooltip help = FieldRow.help(HELP);

    BackendPill(TrainingDesk desk, GpuDesk gpu, Runnable preferences) {
        this.desk = desk;
        this.gpu = gpu;
        getStyleClass().setAll(Styles.PILL, "ll-pill-button");
        setId("backend");
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        setTooltip(help);
        setOnAction(event -> preferences.run());
        InvalidationListener refresh = change -> refresh();
        desk.backendProperty().addListener(refresh);
        desk.stateProperty().addListener(refresh);
        gpu.checkProperty().addListener(refresh);
        gpu.settingsProperty().addListener(refresh);
        gpu.readingProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        String running = desk.isBusy() ? desk.backendProperty().get() : "";
        Optional<Card> reading = gpu.readingProperty().get();
        setText(
                running.isEmpty()
                        ? expected()
                        : brief(running) + reading.map(BackendPill::figures).orElse(""));
        help.setText(reading.map(BackendPill::sentence).orElse(HELP));
    }

    private String expected() {
        return gpu.expected().map(card -> brief(Backend.onCard(card.name()))).orElseGet(() -> Backend.expected());
    }

    /** Without the maker, whose cards are the only ones. */
    private static String brief(String backend) {
        return backend.replace("NVIDIA ", "");
    }

    private static String figures(Card card) {
        String memory = card.usedMebibytes().isPresent()
                ? String.format(Locale.ROOT, " · %.1f GB", card.usedMebibytes().getAsLong() / 1024.0)
                : "";
        return memory + (card.load().isPresent() ? " · " + card.load().getAsInt() + " %" : "");
    }

    private static String sentence(Card card) {
        String memory = card.usedMebibytes().isPresent()
                ? Texts.count(card.usedMebibytes().getAsLong()) + " of "
                        + Texts.count(card.totalMebibytes().orElse(0)) + " MiB of memory"
                : "memory unknown";
        return card.name() + ": " + memory + ", load "
                + (card.load().isPresent() ? card.load().getAsInt() + " %" : "unknown");
    }
}
