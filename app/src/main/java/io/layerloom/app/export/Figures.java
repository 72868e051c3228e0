package io.layerloom.app.export;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run reached, under names for people. */
final class Figures {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    static Map<String, String> of(RunFolder run) throws IOException {
        Map<String, String> figures = new LinkedHashMap<>();
        run.evaluation().filter(evaluation -> evaluation.examples() > 0).ifPresent(test -> putTest(figures, test));
        lastEpoch(run.metrics()).ifPresent(end -> {
            figures.put("Epochs", Integer.toString(end.epoch()));
            putIfThere(figures, "Training loss", "%.4f", end.trainLoss());
            putIfThere(figures, "Validation loss", "%.4f", end.validationLoss());
            figures.put("Time", String.format(Locale.ROOT, "%.1f s", end.seconds()));
        });
        if (run.provenance().state() == Provenance.State.STOPPED) {
            figures.put(
                    "Ended",
                    "stopped before its %d epochs were over; `Train` goes on to their end and gives other weights"
                            .formatted(run.document().plan().epochs()));
        }
        putOrigin(figures, run.provenance());
        return figures;
    }

    private static void putTest(Map<String, String> figures, Evaluation test) {
        putIfThere(
                figures,
                test.isContest()
                        ? "Discriminator right"
                        : !test.isOfTokens()
                                ? "Test accuracy"
                                : test.restoration() ? "Masked tokens right" : "Next tokens right",
                "%.2f %%",
                100 * test.accuracy());
        putIfThere(figures, "Targets exactly right", "%.2f %%", 100 * test.exactMatch());
        putIfThere(figures, "Test mAP@0.5", "%.2f %%", 100 * test.map50());
        putIfThere(figures, "Test mAP@[.5:.95]", "%.2f %%", 100 * test.map());
        putIfThere(figures, "Test perplexity", "%.3f", test.perplexity());
        putIfThere(figures, "Test loss", "%.4f", test.loss());
        putIfThere(figures, "Mean squared error", "%.6g", test.mse());
        if (test.reconstruction()) {
            putIfThere(figures, "Mean absolute error", "%.6g", test.mae());
        }
        putIfThere(figures, "R²", "%.4f", test.r2());
        figures.put("Test examples", String.format(Locale.ROOT, "%,d", test.examples()));
    }

    private static void putIfThere(Map<String, String> figures, String name, String format, double value) {
        if (!Double.isNaN(value)) {
            figures.put(name, String.format(Locale.ROOT, format, value));
        }
    }

    private static Optional<RunEvent.EpochEnd> lastEpoch(List<RunEvent> metrics) {
        return metrics.stream()
                .filter(RunEvent.EpochEnd.class::isInstance)
                .map(RunEvent.EpochEnd.class::cast)
                .reduce((first, last) -> last);
    }

    private static void putOrigin(Map<String, String> figures, Provenance origin) {
        figures.put("Trained", TO_THE_SECOND.format(origin.created()));
        figures.put(
                "Computed on",
                origin.backend() + ", " + origin.threads() + (origin.threads() == 1 ? " thread" : " threads"));
        figures.put("Processor", origin.machine().getOrDefault("processor", "unknown"));
        figures.put("Java", origin.versions().getOrDefault("java", "unknown"));
        figures.put("SHA-256 of the data", "`" + origin.dataSha256() + "`");
    }
}
