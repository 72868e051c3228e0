package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.chart.Figures;

/**
 * The one figure that says how well a network does what it was trained for, by its usual name.
 *
 * @param isPart whether it is a part of one, to be read as a percentage
 */
record Score(String name, double value, boolean isPart) implements Comparable<Score> {

    /** How the notation of detection goes everywhere: objects whose box overlaps the true one by half. */
    static final String MAP50 = "mAP@0.5";

    /** Over the overlaps 0.5, 0.55 … 0.95. */
    static final String MAP = "mAP@[.5:.95]";

    /** How the notation of segmentation goes everywhere: the mean of the classes' intersection over union. */
    static final String MEAN_IOU = later("mean IoU");

    /** How translation and question answering call the part of whole outputs that are right. */
    static final String EXACT_MATCH = later("exact match");

    /** Of what is told after an epoch about objects, pixels or targets. */
    static Score of(RunEvent.Scored scored) {
        return new Score(name(scored.figure()), scored.value(), true);
    }

    static String name(RunEvent.Scored.Figure figure) {
        return switch (figure) {
            case MEAN_AVERAGE_PRECISION -> MAP50;
            case MEAN_IOU -> MEAN_IOU;
            case EXACT_MATCH -> EXACT_MATCH;
        };
    }

    /** Of the part of examples that were classified rightly. */
    static Score accuracy(double part) {
        return new Score(later("accuracy"), part, true);
    }

    /** Of what training made small. */
    static Score loss(double value) {
        return new Score(later("loss"), value, false);
    }

    /** Of what was measured on examples that the network has not seen. */
    static Score of(Evaluation test) {
        if (test.isDetecting()) {
            return new Score(MAP50, test.map50(), true);
        }
        if (test.isSegmenting()) {
            return new Score(MEAN_IOU, test.meanIou(), true);
        }
        if (test.isOfTargets()) {
            return new Score(EXACT_MATCH, test.exactMatch(), true);
        }
        if (test.isOfTokens()) {
            return new Score(later("perplexity"), test.perplexity(), false);
        }
        if (test.isClassification()) {
            return accuracy(test.accuracy());
        }
        if (test.isContest()) {
            return accuracy(test.accuracy());
        }
        return test.reconstruction() ? new Score("MSE", test.mse(), false) : new Score("MAE", test.mae(), false);
    }

    /** The figure without its name: 98.6 %, 4.13. */
    String figure() {
        return isPart ? Figures.percent(value) : Figures.loss(value);
    }

    /** The figure after its name: accuracy 98.6 %. */
    String text() {
        return Double.isNaN(value) ? Figures.NONE : tr(name) + " " + figure();
    }

    /** Figures of one kind stand together, in the order of their size. */
    @Override
    public int compareTo(Score other) {
        int kind = name.compareTo(other.name);
        return kind == 0 ? Double.compare(value, other.value) : kind;
    }
}
