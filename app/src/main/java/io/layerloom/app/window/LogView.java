package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.CopyMenu;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Styles;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** What the runs of this session told, a line for each event but the iterations, with the time. */
public final class LogView extends ListView<String> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_LINES = 5_000;

    /** An empty log. */
    public LogView() {
        getStyleClass().addAll(Styles.PLAIN_LIST, Styles.MONO);
        setId("log");
        setCellFactory(list -> new Line());
        retell();
    }

    /** A line as high as its words need. */
    private static final class Line extends ListCell<String> {
        Line() {
            setWrapText(true);
            setPrefWidth(0); // wrap to the list's width
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }

    /** Speaks the language of now; what is written stays as it was written. */
    public void retell() {
        CopyMenu.on(this, line -> line);
        setPlaceholder(Texts.placeholder(tr("What a training tells is written here.")));
    }

    /** Takes an event, from any thread. */
    public void accept(RunEvent event) {
        sentence(event).ifPresent(this::write);
    }

    /** Writes a line, from any thread. */
    public void write(String line) {
        String stamped = LocalTime.now().format(TIME) + "  " + line;
        FxThread.run(() -> {
            if (getItems().size() >= MOST_LINES) {
                getItems().remove(0);
            }
            getItems().add(stamped);
            scrollTo(getItems().size() - 1);
        });
    }

    private static Optional<String> sentence(RunEvent event) {
        if (event instanceof RunEvent.Preparing preparing) {
            return Optional.of(tr(preparing.step()));
        }
        if (event instanceof RunEvent.Started started) {
            return Optional.of(tr(
                    "Started: %,d parameters, %,d training, %,d validation and %,d test examples, %s, %d threads",
                    started.parameters(),
                    started.trainExamples(),
                    started.validationExamples(),
                    started.testExamples(),
                    started.backend(),
                    started.threads()));
        }
        if (event instanceof RunEvent.Notice notice) {
            return Optional.of(notice.sentence());
        }
        if (event instanceof RunEvent.Inherited inherited) {
            return Optional.of(inherited.sentence());
        }
        if (event instanceof RunEvent.EpochEnd epoch) {
            return Optional.of(epoch(epoch));
        }
        if (event instanceof RunEvent.Scored scored) {
            double percent = 100 * scored.value();
            return Optional.of(
                    switch (scored.figure()) {
                        case MEAN_AVERAGE_PRECISION ->
                            tr("Epoch %d: validation mAP@0.5 %.2f %%", scored.epoch(), percent);
                        case MEAN_IOU -> tr("Epoch %d: validation mean IoU %.2f %%", scored.epoch(), percent);
                        case EXACT_MATCH -> tr("Epoch %d: validation exact match %.2f %%", scored.epoch(), percent);
                    });
        }
        if (event instanceof RunEvent.Written written) {
            return Optional.of(tr("Writes: %s", written.text().replace("\n", " ")));
        }
        if (event instanceof RunEvent.Restored restored) {
            return Optional.of(tr("Fills in: %s", restored.text().replace("\n", " ")));
        }
        if (event instanceof RunEvent.Translated translated) {
            return Optional.of(tr("Writes for \"%s\": %s", translated.source(), translated.text()));
        }
        if (event instanceof RunEvent.CheckpointSaved saved) {
            return Optional.of(tr("Checkpoint after iteration %,d", saved.iteration()));
        }
        if (event instanceof RunEvent.Paused paused) {
            return Optional.of(tr("Paused at iteration %,d", paused.iteration()));
        }
        if (event instanceof RunEvent.Resumed resumed) {
            return Optional.of(tr("Goes on from iteration %,d", resumed.iteration()));
        }
        if (event instanceof RunEvent.Finished finished) {
            return Optional.of(finished(finished));
        }
        return event instanceof RunEvent.Failed failed
                ? Optional.of(tr("Failed: %s", failed.message())
                        + (failed.details().isBlank() ? "" : "\n" + failed.details()))
                : Optional.empty();
    }

    private static String epoch(RunEvent.EpochEnd epoch) {
        StringBuilder line = new StringBuilder(tr("Epoch %d: loss %.4f", epoch.epoch(), epoch.trainLoss()));
        figure(line, tr(", accuracy %.2f %%"), 100 * epoch.trainAccuracy());
        figure(line, tr(", validation loss %.4f"), epoch.validationLoss());
        figure(line, tr(", validation accuracy %.2f %%"), 100 * epoch.validationAccuracy());
        figure(line, tr(", %,.0f examples/s"), epoch.samplesPerSecond());
        return line.toString();
    }

    private static String finished(RunEvent.Finished finished) {
        StringBuilder line = new StringBuilder(
                switch (finished.outcome()) {
                    case COMPLETED -> tr("Completed");
                    case STOPPED -> tr("Stopped");
                    case EARLY_STOPPED -> tr("Stopped early");
                });
        figure(line, tr(" after %.1f s"), finished.seconds());
        figure(line, tr(": test loss %.4f"), finished.test().loss());
        figure(line, tr(", test accuracy %.2f %%"), 100 * finished.test().accuracy());
        figure(line, tr(", test perplexity %.3f"), finished.test().perplexity());
        return line.toString();
    }

    private static void figure(StringBuilder line, String format, double value) {
        if (!Double.isNaN(value)) {
            line.append(String.format(Locale.ROOT, format, value));
        }
    }
}
