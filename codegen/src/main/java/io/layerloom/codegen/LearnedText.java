package io.layerloom.codegen;

import io.layerloom.graph.Labels;
import io.layerloom.graph.Objective;
import java.util.Arrays;

/** What the network of an export learns, and by which figures that is measured. */
final class LearnedText {

    private final Objective objective;
    private final boolean classified;

    LearnedText(ExportRequest request) {
        this.objective = request.document().plan().objective();
        this.classified = request.schema().labels() instanceof Labels.Classes;
    }

    void putInto(Gaps gaps) {
        putObjective(gaps);
        putLabels(gaps);
        putMeasurement(gaps);
    }

    private void putObjective(Gaps gaps) {
        gaps.flag("foretelling", is(Objective.NEXT_TOKEN));
        gaps.flag("restoring", is(Objective.MASKED_TOKEN));
        gaps.flag("targeting", is(Objective.TARGET_TOKEN));
        gaps.flag("ofTokens", isOfTokens());
        gaps.flag("labelledTexts", is(Objective.SUPERVISED));
        gaps.flag("reconstructing", is(Objective.AUTOENCODING));
        gaps.flag("detecting", is(Objective.DETECTION));
        gaps.flag("segmenting", is(Objective.SEGMENTATION));
        gaps.flag("contested", is(Objective.ADVERSARIAL));
        gaps.flag("comparing", is(Objective.SAME_CLASS));
        gaps.flag("redrawn", is(Objective.MASKED_TOKEN, Objective.SAME_CLASS));
        gaps.put("redrawing", is(Objective.MASKED_TOKEN) ? "other tokens are hidden" : "other pairs are drawn");
        gaps.flag("aimed", is(Objective.AUTOENCODING, Objective.ADVERSARIAL, Objective.SAME_CLASS));
        gaps.put("aim", aim());
    }

    /** The call that makes of the data what is to be learned, where they do not hold it as they are. */
    private String aim() {
        return switch (objective) {
            case ADVERSARIAL -> "contested()";
            case SAME_CLASS -> "comparing(split, SEED)";
            default -> "reconstructing()";
        };
    }

    private void putLabels(Gaps gaps) {
        boolean predicting = is(Objective.SUPERVISED, Objective.SAME_CLASS);
        gaps.flag("classified", classified);
        // The labels of the data are left aside then.
        gaps.flag("unlabelled", is(Objective.AUTOENCODING, Objective.ADVERSARIAL));
        gaps.flag("predicting", predicting);
        gaps.flag("told", !is(Objective.ADVERSARIAL, Objective.TARGET_TOKEN));
        gaps.flag("labelledNumbers", !classified && predicting);
        gaps.flag("numeric", !classified && (predicting || is(Objective.AUTOENCODING)));
    }

    private void putMeasurement(Gaps gaps) {
        gaps.put("measurement", measurement());
        boolean counted = classified || isOfTokens() || is(Objective.SEGMENTATION, Objective.ADVERSARIAL);
        gaps.put(
                "validationFormat",
                counted ? "validation loss %.4f, validation accuracy %.2f %%" : "validation loss %.4f");
        gaps.put("validationFigures", counted ? "validation.loss(), 100 * validation.accuracy()" : "validation.loss()");
    }

    /** The class of the kit that measures what is to be learned. */
    private String measurement() {
        return switch (objective) {
            case TARGET_TOKEN -> "TargetMeasurement";
            case NEXT_TOKEN, MASKED_TOKEN -> "TokenMeasurement";
            case DETECTION -> "ObjectMeasurement";
            case SEGMENTATION -> "PixelMeasurement";
            case ADVERSARIAL -> "ContestMeasurement";
            case SUPERVISED, SAME_CLASS, AUTOENCODING -> "OutputMeasurement";
        };
    }

    private boolean isOfTokens() {
        return is(Objective.NEXT_TOKEN, Objective.MASKED_TOKEN, Objective.TARGET_TOKEN);
    }

    private boolean is(Objective... any) {
        return Arrays.asList(any).contains(objective);
    }
}
