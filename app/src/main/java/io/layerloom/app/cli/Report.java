package io.layerloom.app.cli;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.DetectionScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.SegmentationScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The answer of a command for programs: one JSON object on one line, its keys in the order in which they were put. */
final class Report {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** One more member; a figure that does not exist becomes null. */
    Report put(String key, @Nullable Object value) {
        boolean missing = value instanceof Double figure && !Double.isFinite(figure);
        members.put(key, missing ? null : value instanceof Report report ? report.members : value);
        return this;
    }

    /** A list of objects. */
    Report put(String key, List<Report> values) {
        List<Object> all = new ArrayList<>();
        values.forEach(value -> all.add(value.members));
        members.put(key, all);
        return this;
    }

    /** The figures of an evaluation. */
    Report put(Evaluation test) {
        put("testExamples", test.examples());
        put("testLoss", test.loss());
        if (test.isOfTargets()) {
            return put("testExactMatch", test.exactMatch())
                    .put("testAccuracy", test.accuracy())
                    .put("testPerplexity", test.perplexity());
        }
        if (test.isOfTokens()) {
            return put("testAccuracy", test.accuracy()).put("testPerplexity", test.perplexity());
        }
        if (test.isContest()) {
            return put("testAccuracy", test.accuracy());
        }
        if (test.reconstruction()) {
            return put("testMse", test.mse()).put("testMae", test.mae());
        }
        if (test.isDetecting()) {
            return put("testMap50", test.map50()).put("testMap", test.map());
        }
        if (test.isSegmenting()) {
            return put("testMeanIou", test.meanIou()).put("testPixelAccuracy", test.accuracy());
        }
        if (!test.isClassification()) {
            return put("testMae", test.mae()).put("testMse", test.mse()).put("testR2", test.r2());
        }
        return put("testAccuracy", test.accuracy())
                .put("macroPrecision", test.macroPrecision())
                .put("macroRecall", test.macroRecall())
                .put("macroF1", test.macroF1());
    }

    /** The table of actual and predicted classes, and the figures of each class. */
    Report putClasses(Evaluation test) {
        if (test.isDetecting()) {
            return put("classes", test.detection().stream().map(Report::of).toList());
        }
        if (test.isSegmenting()) {
            return put("classes", test.segmentation().stream().map(Report::of).toList());
        }
        return put("classes", test.perClass().stream().map(Report::of).toList())
                .put("confusion", (Object) test.confusion());
    }

    private static Report of(ClassScore score) {
        return new Report()
                .put("name", score.name())
                .put("precision", score.precision())
                .put("recall", score.recall())
                .put("f1", score.f1())
                .put("support", score.support());
    }

    private static Report of(DetectionScore score) {
        return new Report()
                .put("name", score.name())
                .put("ap50", score.ap50())
                .put("ap", score.ap())
                .put("objects", score.objects());
    }

    private static Report of(SegmentationScore score) {
        return new Report()
                .put("name", score.name())
                .put("iou", score.iou())
                .put("accuracy", score.accuracy())
                .put("pixels", score.pixels());
    }

    String line() {
        return JSON.writeValueAsString(members);
    }
}
