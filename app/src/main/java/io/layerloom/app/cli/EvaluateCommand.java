package io.layerloom.app.cli;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.DetectionScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Examination;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.SegmentationScore;
import io.layerloom.graph.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the network of a run once more. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure the trained network of a run on the test part of its data, or of other data.")
final class EvaluateCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Measure on these data, on all of them unless they bring a test part: a folder of IDX files or of pictures with boxes or masks, a CSV file or a file of labelled texts.")
    private Optional<Path> data = Optional.empty();

    EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        RunFolder folder = RunFolder.open(run);
        Evaluation found = data.isPresent()
                ? Examination.on(other(folder, data.get()), folder, surroundings.context())
                : Examination.of(folder, surroundings.context());
        Report report = new Report().put("run", run.toString()).put(found).putClasses(found);
        answer(report, () -> print(found));
        return 0;
    }

    /** Other data with the run's own settings of how to read them. */
    private static Component other(RunFolder run, Path data) throws IOException {
        return new Project("", run.document()).on(data).document().plan().data().orElseThrow();
    }

    private void printDetection(Evaluation found) {
        people().printf(
                        Locale.ROOT,
                        "mAP@0.5 %.2f %% · mAP@[.5:.95] %.2f %% · loss %.4f · %,d pictures%n%n",
                        100 * found.map50(),
                        100 * found.map(),
                        found.loss(),
                        found.examples());
        people().printf("%-20s %10s %12s %10s%n", "Class", "AP@0.5", "AP@[.5:.95]", "Objects");
        for (DetectionScore score : found.detection()) {
            people().printf(
                            Locale.ROOT,
                            "%-20s %10.4f %12.4f %,10d%n",
                            score.name(),
                            score.ap50(),
                            score.ap(),
                            score.objects());
        }
    }

    private void printSegmentation(Evaluation found) {
        people().printf(
                        Locale.ROOT,
                        "Mean IoU %.2f %% · pixels right %.2f %% · loss %.4f · %,d pictures%n%n",
                        100 * found.meanIou(),
                        100 * found.accuracy(),
                        found.loss(),
                        found.examples());
        people().printf("%-20s %10s %12s %12s%n", "Class", "IoU", "Pixels right", "Pixels");
        for (SegmentationScore score : found.segmentation()) {
            people().printf(
                            Locale.ROOT,
                            "%-20s %10.4f %12.4f %,12d%n",
                            score.name(),
                            score.iou(),
                            score.accuracy(),
                            score.pixels());
        }
    }

    private void print(Evaluation found) {
        if (found.isSegmenting()) {
            printSegmentation(found);
            return;
        }
        if (found.isDetecting()) {
            printDetection(found);
            return;
        }
        if (found.isOfTargets()) {
            people().printf(
                            Locale.ROOT,
                            "Exact match %.2f %% · next token right %.2f %% · loss %.4f · %,d examples%n",
                            100 * found.exactMatch(),
                            100 * found.accuracy(),
                            found.loss(),
                            found.examples());
            return;
        }
        if (found.isOfTokens()) {
            people().printf(
                            Locale.ROOT,
                            "%s token right %.2f %% · perplexity %.3f · loss %.4f · %,d examples%n",
                            found.restoration() ? "Masked" : "Next",
                            100 * found.accuracy(),
                            found.perplexity(),
                            found.loss(),
                            found.examples());
            return;
        }
        if (found.isContest()) {
            people().printf(
                            Locale.ROOT,
                            "Discriminator right %.2f %% · loss %.4f · %,d real examples and as many generated ones%n",
                            100 * found.accuracy(),
                            found.loss(),
                            found.examples());
            return;
        }
        if (found.reconstruction()) {
            people().printf(
                            Locale.ROOT,
                            "Reconstruction loss %.4f · mean squared error %.4g · mean absolute error %.4g · %,d examples%n",
                            found.loss(),
                            found.mse(),
                            found.mae(),
                            found.examples());
            return;
        }
        if (!found.isClassification()) {
            people().printf(
                            Locale.ROOT,
                            "Loss %.4f · mean absolute error %.4g · R² %.4f · %,d examples%n",
                            found.loss(),
                            found.mae(),
                            found.r2(),
                            found.examples());
            return;
        }
        people().printf(
                        Locale.ROOT,
                        "Accuracy %.2f %% · loss %.4f · %,d examples%n%n",
                        100 * found.accuracy(),
                        found.loss(),
                        found.examples());
        people().printf("%-20s %10s %10s %10s %10s%n", "Class", "Precision", "Recall", "F1", "Examples");
        for (ClassScore score : found.perClass()) {
            people().printf(
                            Locale.ROOT,
                            "%-20s %10.4f %10.4f %10.4f %,10d%n",
                            score.name(),
                            score.precision(),
                            score.recall(),
                            score.f1(),
                            score.support());
        }
    }
}
