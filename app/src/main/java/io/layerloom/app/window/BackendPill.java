package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.Backend;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.gpu.Card;
import io.layerloom.themes.Styles;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** What computes the training: of the run that goes on, else of the next one. Leads to the preferences. */
final class BackendPill extends Button {

    private static final String HELP = later(
            "What computes the training. Unless you choose a number of threads, the fastest is measured when a training starts: one for small networks, more for larger ones. Press to choose, or to use a graphics card.");

    private static final String SEPARATOR = " · ";

    private final TrainingDesk desk;
    private final GpuDesk gpu;
    private boolean brief;
    private final Tooltip help = FieldRow.help(tr(HELP));

    BackendPill(TrainingDesk desk, GpuDesk gpu, Runnable preferences) {
        this.desk = desk;
        this.gpu = gpu;
        getStyleClass().setAll(Styles.PILL, "ll-pill-button");
        setId("backend");
        setFocusTraversable(false);
        setTooltip(help);
        setOnAction(event -> preferences.run());

        Watch.on(desk.startedProperty(), this, BackendPill::refresh);
        Watch.on(desk.stateProperty(), this, BackendPill::refresh);
        Watch.on(gpu.checkProperty(), this, BackendPill::refresh);
        Watch.on(gpu.settingsProperty(), this, BackendPill::refresh);
        Watch.on(gpu.readingProperty(), this, BackendPill::refresh);
        refresh();
    }

    /** Says the least only, or all; its tooltip says all in any case. */
    void shorten(boolean narrow) {
        brief = narrow;
        refresh();
    }

    private void refresh() {
        Optional<RunEvent.Started> running =
                desk.isBusy() ? desk.startedProperty().get() : Optional.empty();
        Optional<Card> reading = gpu.readingProperty().get();
        String all = running.map(run -> brief(Backend.words(run.backend(), run.threads()))
                        + reading.map(BackendPill::figures).orElse(""))
                .orElseGet(this::expected);
        setText(brief ? all.split(SEPARATOR, 2)[0] : all);
        // All of it also where the bar has too little room for its text.
        help.setText(all + "\n" + reading.map(BackendPill::sentence).orElse(tr(HELP)));
    }

    private String expected() {
        return gpu.expected()
                .map(card -> brief(Backend.onCard(card.name())))
                .orElseGet(() -> Backend.expected(gpu.threads()));
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
                ? tr(
                        "%,d of %,d MiB of memory",
                        card.usedMebibytes().getAsLong(), card.totalMebibytes().orElse(0))
                : tr("memory unknown");
        String load = card.load().isPresent() ? card.load().getAsInt() + " %" : tr("unknown");
        return tr("%s: %s, load %s", card.name(), memory, load);
    }
}
