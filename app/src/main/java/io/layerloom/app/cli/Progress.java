package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Follows a run: a line for each epoch while it goes on, the figures at its end. */
final class Progress {

    private final PrintWriter out;
    private final List<RunEvent.EpochEnd> epochs = new ArrayList<>();
    private Optional<RunEvent.Started> started = Optional.empty();
    private Optional<RunEvent.Scored> score = Optional.empty();
    /** The latest of each layer that learned by itself. */
    private final Map<String, RunEvent.Pretraining> pretraining = new LinkedHashMap<>();

    Progress(PrintWriter out) {
        this.out = out;
    }

    synchronized void accept(RunEvent event) {
        if (event instanceof RunEvent.Preparing preparing) {
            say(tr(preparing.step()));
        } else if (event instanceof RunEvent.Started begun) {
            started = Optional.of(begun);
            say(tr(
                    "%,d parameters · %,d training, %,d validation and %,d test examples · %s · %s",
                    begun.parameters(),
                    begun.trainExamples(),
                    begun.validationExamples(),
                    begun.testExamples(),
                    begun.backend(),
                    plural(begun.threads(), "%,d thread", "%,d threads")));
        } else if (event instanceof RunEvent.Notice notice) {
            say(notice.sentence());
        } else if (event instanceof RunEvent.Inherited inherited) {
            say(inherited.sentence());
        } else if (event instanceof RunEvent.Pretraining layer) {
            pretraining(layer);
        } else if (event instanceof RunEvent.Scored told) {
            score = Optional.of(told);
        } else if (event instanceof RunEvent.EpochEnd end) {
            epochs.add(end);
            say(epoch(end));
        } else if (event instanceof RunEvent.Written written) {
            say(written.text().indent(4).stripTrailing());
        } else if (event instanceof RunEvent.Restored restored) {
            say(restored.text().indent(4).stripTrailing());
        } else if (event instanceof RunEvent.Translated translated) {
            say("    " + translated.source() + " -> " + translated.text());
        }
    }

    private String epoch(RunEvent.EpochEnd end) {
        return tr(
                "Epoch %d of %d · loss %.4f%s · validation loss %.4f%s%s · %,.0f examples/s",
                end.epoch(),
                started.map(RunEvent.Started::epochs).orElse(end.epoch()),
                end.trainLoss(),
                accuracy(end.trainAccuracy()),
                end.validationLoss(),
                accuracy(end.validationAccuracy()),
                score.map(Progress::score).orElse(""),
                end.samplesPerSecond());
    }

    private void pretraining(RunEvent.Pretraining told) {
        if (told.epoch() > 0) {
            pretraining.put(told.layer(), told);
            say(tr(
                    "Pre-training of %s (layer %d of %d) · epoch %d of %d · reconstruction loss %.4f",
                    told.layer(), told.number(), told.layers(), told.epoch(), told.epochs(), told.loss()));
        }
    }

    private static String score(RunEvent.Scored told) {
        String name = switch (told.figure()) {
            case MEAN_AVERAGE_PRECISION -> "mAP@0.5";
            case MEAN_IOU -> tr("mean IoU");
            case EXACT_MATCH -> tr("exact match");
        };
        return String.format(Locale.ROOT, " · %s %.2f %%", name, 100 * told.value());
    }

    private static String accuracy(double part) {
        return Double.isNaN(part) ? "" : " · " + tr("accuracy %.2f %%", 100 * part);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    synchronized Report report(RunEvent.Finished finished) {
        Report report = new Report()
                .put("outcome", finished.outcome().name().toLowerCase(Locale.ROOT))
                .put(finished.test())
                .put(
                        "epochs",
                        epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch())
                .put("seconds", finished.seconds())
                .put("samplesPerSecond", samplesPerSecond())
                .put("paramsSha256", finished.paramsSha256());
        if (!epochs.isEmpty()) {
            RunEvent.EpochEnd last = epochs.get(epochs.size() - 1);
            report.put("trainLoss", last.trainLoss())
                    .put("trainAccuracy", last.trainAccuracy())
                    .put("validationLoss", last.validationLoss())
                    .put("validationAccuracy", last.validationAccuracy());
            score.ifPresent(told -> report.put(
                    switch (told.figure()) {
                        case MEAN_AVERAGE_PRECISION -> "validationMap50";
                        case MEAN_IOU -> "validationMeanIou";
                        case EXACT_MATCH -> "validationExactMatch";
                    },
                    told.value()));
        }
        if (!pretraining.isEmpty()) {
            report.put(
                    "pretraining",
                    pretraining.values().stream()
                            .map(layer ->
                                    new Report().put("layer", layer.layer()).put("loss", layer.loss()))
                            .toList());
        }
        started.ifPresent(begun -> report.put("parameters", begun.parameters())
                .put("trainExamples", begun.trainExamples())
                .put("validationExamples", begun.validationExamples())
                .put("threads", begun.threads())
                .put("backend", begun.backend()));
        return report;
    }

    /** Over all epochs that this process has seen: the harmonic mean, since every epoch has as many examples. */
    private double samplesPerSecond() {
        double secondsPerSample = epochs.stream()
                .mapToDouble(end -> 1 / end.samplesPerSecond())
                .average()
                .orElse(Double.NaN);
        return 1 / secondsPerSample;
    }

    private static String figures(Evaluation test) {
        if (test.isOfTargets()) {
            return tr(
                    "exact match %.2f %%, next token right %.2f %%, loss %.4f",
                    100 * test.exactMatch(), 100 * test.accuracy(), test.loss());
        }
        if (test.isOfTokens()) {
            String sentence = test.restoration()
                    ? later("masked token right %.2f %%, perplexity %.3f, loss %.4f")
                    : later("next token right %.2f %%, perplexity %.3f, loss %.4f");
            return tr(sentence, 100 * test.accuracy(), test.perplexity(), test.loss());
        }
        if (test.isDetecting()) {
            return tr(
                    "mAP@0.5 %.2f %%, mAP@[.5:.95] %.2f %%, loss %.4f",
                    100 * test.map50(), 100 * test.map(), test.loss());
        }
        if (test.isSegmenting()) {
            return tr(
                    "mean IoU %.2f %%, pixels right %.2f %%, loss %.4f",
                    100 * test.meanIou(), 100 * test.accuracy(), test.loss());
        }
        if (test.isContest()) {
            return tr("discriminator right %.2f %%, loss %.4f", 100 * test.accuracy(), test.loss());
        }
        if (test.reconstruction()) {
            return tr("reconstruction loss %.4f, mean squared error %.4g", test.loss(), test.mse());
        }
        return test.isClassification()
                ? tr("accuracy %.2f %%, loss %.4f", 100 * test.accuracy(), test.loss())
                : tr("mean absolute error %.4g, loss %.4f", test.mae(), test.loss());
    }

    void summarize(RunEvent.Finished finished, Path folder) {
        Evaluation test = finished.test();
        say(tr("Test: %s, over %,d examples", figures(test), test.examples()));
        say(tr("%.1f s of training · run kept in %s", finished.seconds(), folder));
    }
}
