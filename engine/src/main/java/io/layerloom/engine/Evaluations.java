package io.layerloom.engine;

import io.layerloom.engine.kit.AveragePrecision;
import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.ContestMeasurement;
import io.layerloom.engine.kit.Detection;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Measurement;
import io.layerloom.engine.kit.ObjectMeasurement;
import io.layerloom.engine.kit.OutputMeasurement;
import io.layerloom.engine.kit.PixelCounts;
import io.layerloom.engine.kit.PixelMeasurement;
import io.layerloom.engine.kit.TargetMeasurement;
import io.layerloom.engine.kit.TokenMeasurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Figures of merit, from what a network predicted. */
final class Evaluations {

    private Evaluations() {}

    static Evaluation of(Measurement measured, Examples data) {
        if (measured.size() == 0) {
            return Evaluation.NONE;
        }
        if (measured instanceof TokenMeasurement tokens) {
            return Evaluation.ofTokens(
                    tokens.size(), tokens.loss(), tokens.accuracy(), tokens.perplexity(), data.isRestoring());
        }
        if (measured instanceof TargetMeasurement targets) {
            return Evaluation.ofTargets(
                    targets.size(), targets.loss(), targets.accuracy(), targets.perplexity(), targets.exactMatch());
        }
        if (measured instanceof ContestMeasurement contest) {
            return Evaluation.ofContest(contest.size(), contest.loss(), contest.accuracy());
        }
        if (measured instanceof ObjectMeasurement objects) {
            return ofObjects(objects, data);
        }
        if (measured instanceof PixelMeasurement pixels) {
            return ofPixels(pixels, data);
        }
        return ofOutputs((OutputMeasurement) measured, data);
    }

    /** The one figure for objects, pixels or targets after an epoch; empty where others say enough, or nothing was measured. */
    static Optional<RunEvent> score(Measurement measured, Examples data, int epoch, int iteration) {
        Optional<RunEvent.Scored> score = Optional.empty();
        if (measured instanceof ObjectMeasurement objects) {
            double found = of(objects, data).map50();
            score = Optional.of(
                    new RunEvent.Scored(epoch, iteration, RunEvent.Scored.Figure.MEAN_AVERAGE_PRECISION, found));
        } else if (measured instanceof PixelMeasurement pixels) {
            double overlap = pixels.counts().meanIou();
            score = Optional.of(new RunEvent.Scored(epoch, iteration, RunEvent.Scored.Figure.MEAN_IOU, overlap));
        } else if (measured instanceof TargetMeasurement targets) {
            double exact = targets.exactMatch();
            score = Optional.of(new RunEvent.Scored(epoch, iteration, RunEvent.Scored.Figure.EXACT_MATCH, exact));
        }
        return score.filter(known -> !Double.isNaN(known.value())).map(RunEvent.class::cast);
    }

    private static Evaluation ofOutputs(OutputMeasurement measured, Examples data) {
        if (data.isReconstructing()) {
            return ofReconstructions(measured, data);
        }
        if (!data.isClassified()) {
            return ofNumbers(measured, data);
        }
        int count = data.classNames().size();
        int[][] confusion = new int[count][count];
        for (int i = 0; i < measured.size(); i++) {
            confusion[data.classes()[measured.row(i)]][measured.predictedClass(i)]++;
        }
        return ofConfusion(measured.loss(), data.classNames(), confusion);
    }

    private static Evaluation ofObjects(ObjectMeasurement measured, Examples data) {
        List<List<Box>> really = new ArrayList<>();
        List<List<Detection>> found = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            really.add(data.boxes().get(measured.row(i)));
            found.add(measured.detections(i));
        }
        List<DetectionScore> scores = new ArrayList<>();
        for (int kind = 0; kind < data.classNames().size(); kind++) {
            scores.add(new DetectionScore(
                    data.classNames().get(kind),
                    AveragePrecision.of(really, found, kind, 0.5),
                    AveragePrecision.overOverlaps(really, found, kind),
                    AveragePrecision.objects(really, kind)));
        }
        return Evaluation.ofDetection(measured.size(), measured.loss(), scores);
    }

    private static Evaluation ofPixels(PixelMeasurement measured, Examples data) {
        PixelCounts counts = measured.counts();
        List<SegmentationScore> scores = new ArrayList<>();
        for (int kind = 0; kind < counts.classes(); kind++) {
            scores.add(new SegmentationScore(
                    data.classNames().get(kind), counts.iou(kind), counts.accuracy(kind), counts.really(kind)));
        }
        return Evaluation.ofSegmentation(measured.size(), measured.loss(), counts.accuracy(), scores);
    }

    static Evaluation ofConfusion(double loss, List<String> names, int[][] confusion) {
        List<ClassScore> scores = new ArrayList<>();
        long total = 0;
        long right = 0;
        for (int c = 0; c < names.size(); c++) {
            long actual = 0;
            long predicted = 0;
            for (int other = 0; other < names.size(); other++) {
                actual += confusion[c][other];
                predicted += confusion[other][c];
            }
            scores.add(score(names.get(c), confusion[c][c], actual, predicted));
            total += actual;
            right += confusion[c][c];
        }
        return new Evaluation(
                total,
                loss,
                ratio(right, total),
                names,
                confusion,
                scores,
                mean(scores, ClassScore::precision),
                mean(scores, ClassScore::recall),
                mean(scores, ClassScore::f1),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private static ClassScore score(String name, long right, long actual, long predicted) {
        double f1 = ratio(2 * right, actual + predicted);
        return new ClassScore(name, ratio(right, predicted), ratio(right, actual), f1, actual);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double mean(List<ClassScore> scores, ToDoubleFunction<ClassScore> figure) {
        return scores.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static Evaluation ofNumbers(OutputMeasurement measured, Examples data) {
        int columns = data.targetColumns();
        float[] outputs = measured.outputs();
        double squares = 0;
        double distances = 0;
        double r2 = 0;
        for (int c = 0; c < columns; c++) {
            double sum = 0;
            double columnSquares = 0;
            for (int i = 0; i < measured.size(); i++) {
                double actual = data.targets()[measured.row(i) * columns + c];
                double error = outputs[i * columns + c] - actual;
                sum += actual;
                columnSquares += error * error;
                distances += Math.abs(error);
            }
            squares += columnSquares;
            r2 += 1 - columnSquares / spread(measured, data, c, sum / measured.size());
        }
        double count = (double) measured.size() * columns;
        return new Evaluation(
                measured.size(),
                measured.loss(),
                Double.NaN,
                List.of(),
                new int[0][],
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                squares / count,
                distances / count,
                r2 / columns);
    }

    /** The outputs against the features, as far as both are numbers. */
    private static Evaluation ofReconstructions(OutputMeasurement measured, Examples data) {
        float[] outputs = measured.outputs();
        int width = data.width();
        double squares = 0;
        double distances = 0;
        for (int i = 0; i < measured.size(); i++) {
            int example = measured.row(i) * width;
            for (int at = 0; at < width; at++) {
                double error = outputs[i * width + at] - data.features()[example + at];
                squares += error * error;
                distances += Math.abs(error);
            }
        }
        double count = (double) measured.size() * width;
        return Evaluation.ofReconstructions(measured.size(), measured.loss(), squares / count, distances / count);
    }

    private static double spread(OutputMeasurement measured, Examples data, int column, double mean) {
        double spread = 0;
        for (int i = 0; i < measured.size(); i++) {
            double distance = data.targets()[measured.row(i) * data.targetColumns() + column] - mean;
            spread += distance * distance;
        }
        return spread == 0 ? Double.NaN : spread;
    }
}
