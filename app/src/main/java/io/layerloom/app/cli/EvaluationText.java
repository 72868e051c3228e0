package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.DetectionScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.SegmentationScore;
import java.io.PrintWriter;

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
        out.println(tr(
                "mAP@0.5 %.2f %% · mAP@[.5:.95] %.2f %% · loss %.4f · %,d pictures",
                100 * found.map50(), 100 * found.map(), found.loss(), found.examples()));
        out.println();
        Table table = new Table(out, 20, -10, -12, -10);
        table.row(tr("Class"), "AP@0.5", "AP@[.5:.95]", tr("Objects"));
        for (DetectionScore score : found.detection()) {
            table.row(score.name(), Table.real(score.ap50()), Table.real(score.ap()), Table.whole(score.objects()));
        }
    }

    private void printSegmentation(Evaluation found) {
        out.println(tr(
                "Mean IoU %.2f %% · pixels right %.2f %% · loss %.4f · %,d pictures",
                100 * found.meanIou(), 100 * found.accuracy(), found.loss(), found.examples()));
        out.println();
        Table table = new Table(out, 20, -10, -12, -12);
        table.row(tr("Class"), "IoU", tr("Pixels right"), tr("Pixels"));
        for (SegmentationScore score : found.segmentation()) {
            table.row(score.name(), Table.real(score.iou()), Table.real(score.accuracy()), Table.whole(score.pixels()));
        }
    }

    private void printTargets(Evaluation found) {
        out.println(tr(
                "Exact match %.2f %% · next token right %.2f %% · loss %.4f · %,d examples",
                100 * found.exactMatch(), 100 * found.accuracy(), found.loss(), found.examples()));
    }

    private void printTokens(Evaluation found) {
        String sentence = found.restoration()
                ? later("Masked token right %.2f %% · perplexity %.3f · loss %.4f · %,d examples")
                : later("Next token right %.2f %% · perplexity %.3f · loss %.4f · %,d examples");
        out.println(tr(sentence, 100 * found.accuracy(), found.perplexity(), found.loss(), found.examples()));
    }

    private void printContest(Evaluation found) {
        out.println(tr(
                "Discriminator right %.2f %% · loss %.4f · %,d real examples and as many generated ones",
                100 * found.accuracy(), found.loss(), found.examples()));
    }

    private void printReconstruction(Evaluation found) {
        out.println(tr(
                "Reconstruction loss %.4f · mean squared error %.4g · mean absolute error %.4g · %,d examples",
                found.loss(), found.mse(), found.mae(), found.examples()));
    }

    private void printNumbers(Evaluation found) {
        out.println(tr(
                "Loss %.4f · mean absolute error %.4g · R² %.4f · %,d examples",
                found.loss(), found.mae(), found.r2(), found.examples()));
    }

    private void printClassification(Evaluation found) {
        out.println(tr(
                "Accuracy %.2f %% · loss %.4f · %,d examples", 100 * found.accuracy(), found.loss(), found.examples()));
        out.println();
        Table table = new Table(out, 20, -10, -10, -10, -10);
        table.row(tr("Class"), tr("Precision"), tr("Recall"), "F1", tr("Examples"));
        for (ClassScore score : found.perClass()) {
            table.row(
                    score.name(),
                    Table.real(score.precision()),
                    Table.real(score.recall()),
                    Table.real(score.f1()),
                    Table.whole(score.support()));
        }
    }
}
