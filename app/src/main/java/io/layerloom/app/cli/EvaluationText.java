package io.layerloom.app.cli;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.DetectionScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.SegmentationScore;
import java.io.PrintWriter;
import java.util.Locale;

/** An evaluation for people at a terminal: one line of figures, and a table where there are classes. */
final class EvaluationText {

    private final PrintWriter out;

    EvaluationText(PrintWriter out) {
        this.out = out;
    }

    void print(Evaluation found) {
        if (found.isSegmenting()) {
            printSegmentation(found);
        } else if (found.isDetecting()) {
            printDetection(found);
        } else if (found.isOfTargets()) {
            printTargets(found);
        } else if (found.isOfTokens()) {
            printTokens(found);
        } else if (found.isContest()) {
            printContest(found);
        } else if (found.reconstruction()) {
            printReconstruction(found);
        } else if (found.isClassification()) {
            printClassification(found);
        } else {
            printNumbers(found);
        }
    }

    private void printDetection(Evaluation found) {
        say(
                "mAP@0.5 %.2f %% · mAP@[.5:.95] %.2f %% · loss %.4f · %,d pictures%n%n",
                100 * found.map50(), 100 * found.map(), found.loss(), found.examples());
        say("%-20s %10s %12s %10s%n", "Class", "AP@0.5", "AP@[.5:.95]", "Objects");
        for (DetectionScore score : found.detection()) {
            say("%-20s %10.4f %12.4f %,10d%n", score.name(), score.ap50(), score.ap(), score.objects());
        }
    }

    private void printSegmentation(Evaluation found) {
        say(
                "Mean IoU %.2f %% · pixels right %.2f %% · loss %.4f · %,d pictures%n%n",
                100 * found.meanIou(), 100 * found.accuracy(), found.loss(), found.examples());
        say("%-20s %10s %12s %12s%n", "Class", "IoU", "Pixels right", "Pixels");
        for (SegmentationScore score : found.segmentation()) {
            say("%-20s %10.4f %12.4f %,12d%n", score.name(), score.iou(), score.accuracy(), score.pixels());
        }
    }

    private void printTargets(Evaluation found) {
        say(
                "Exact match %.2f %% · next token right %.2f %% · loss %.4f · %,d examples%n",
                100 * found.exactMatch(), 100 * found.accuracy(), found.loss(), found.examples());
    }

    private void printTokens(Evaluation found) {
        say(
                "%s token right %.2f %% · perplexity %.3f · loss %.4f · %,d examples%n",
                found.restoration() ? "Masked" : "Next",
                100 * found.accuracy(),
                found.perplexity(),
                found.loss(),
                found.examples());
    }

    private void printContest(Evaluation found) {
        say(
                "Discriminator right %.2f %% · loss %.4f · %,d real examples and as many generated ones%n",
                100 * found.accuracy(), found.loss(), found.examples());
    }

    private void printReconstruction(Evaluation found) {
        say(
                "Reconstruction loss %.4f · mean squared error %.4g · mean absolute error %.4g · %,d examples%n",
                found.loss(), found.mse(), found.mae(), found.examples());
    }

    private void printNumbers(Evaluation found) {
        say(
                "Loss %.4f · mean absolute error %.4g · R² %.4f · %,d examples%n",
                found.loss(), found.mae(), found.r2(), found.examples());
    }

    private void printClassification(Evaluation found) {
        say("Accuracy %.2f %% · loss %.4f · %,d examples%n%n", 100 * found.accuracy(), found.loss(), found.examples());
        say("%-20s %10s %10s %10s %10s%n", "Class", "Precision", "Recall", "F1", "Examples");
        for (ClassScore score : found.perClass()) {
            say(
                    "%-20s %10.4f %10.4f %10.4f %,10d%n",
                    score.name(), score.precision(), score.recall(), score.f1(), score.support());
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }
}
