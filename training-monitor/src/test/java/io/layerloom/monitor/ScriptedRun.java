package io.layerloom.monitor;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.DetectionScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The events of a run that learns digits, made up but with the noise, the pace and the order of a real one. */
final class ScriptedRun {
    static final int BATCH = 64;
    static final double SPEED = 1410;

    private final int epochs;
    private final int perEpoch;
    private final double slowness;
    private final Random random;

    ScriptedRun(int epochs, int perEpoch, double slowness, long seed) {
        this.epochs = epochs;
        this.perEpoch = perEpoch;
        this.slowness = slowness;
        this.random = new Random(seed);
    }

    List<RunEvent> events() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Preparing("Reading data"));
        events.add(new RunEvent.Preparing("Building the network"));
        events.add(new RunEvent.Started(
                121_930, epochs, perEpoch, (long) perEpoch * BATCH, 5000, 10_000, "CPU · oneDNN", 2, 0));
        for (int i = 1; i <= epochs * perEpoch; i++) {
            events.add(iteration(i));
            if (i % perEpoch == 0) {
                events.add(epochEnd(i));
                events.add(new RunEvent.CheckpointSaved(i / perEpoch, i));
            }
        }
        events.add(new RunEvent.Finished(Outcome.COMPLETED, evaluation(), seconds(epochs * perEpoch), "5f0c"));
        return events;
    }

    RunEvent iteration(int i) {
        double noise = random.nextGaussian();
        double loss = Math.max(0.003, loss(i) * Math.exp(0.22 * noise));
        double accuracy = Math.round(Math.min(1, Math.max(0, accuracy(i) - 0.018 * noise)) * BATCH) / (double) BATCH;
        return new RunEvent.Iteration(i, (i - 1) / perEpoch + 1, loss, accuracy, (long) i * BATCH, seconds(i));
    }

    private RunEvent epochEnd(int i) {
        double overfit = 0.012 * i / perEpoch / epochs;
        return new RunEvent.EpochEnd(
                i / perEpoch,
                i,
                loss(i),
                accuracy(i),
                loss(i) * 1.12 + 0.018 + overfit,
                accuracy(i) - 0.006,
                seconds(i),
                SPEED + 20 * random.nextGaussian(),
                1e-3);
    }

    private double loss(int i) {
        double t = i / (perEpoch * slowness);
        return 2.25 * Math.exp(-t * 9) + 0.32 * Math.exp(-t) + 0.028;
    }

    private double accuracy(int i) {
        double t = i / (perEpoch * slowness);
        return 0.992 - 0.80 * Math.exp(-t * 9) - 0.09 * Math.exp(-t * 1.1);
    }

    private static double seconds(int i) {
        return i * BATCH / SPEED;
    }

    /** A test of ten digits that mixes up 4 and 9, 3 and 5, 7 and 2 as networks do. */
    static Evaluation evaluation() {
        int[] support = {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009};
        int[][] confusion = new int[10][10];
        Random random = new Random(7);
        int[][] mixed = {{4, 9, 14}, {9, 4, 11}, {3, 5, 12}, {5, 3, 9}, {7, 2, 13}, {2, 7, 6}, {8, 3, 8}, {6, 0, 7}};
        for (int c = 0; c < 10; c++) {
            for (int p = 0; p < 10; p++) {
                confusion[c][p] = p == c ? 0 : random.nextInt(3);
            }
        }
        for (int[] m : mixed) {
            confusion[m[0]][m[1]] = m[2];
        }
        for (int c = 0; c < 10; c++) {
            confusion[c][c] = support[c] - IntStream.of(confusion[c]).sum();
        }
        return evaluation(
                confusion, IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    }

    /** A test of squares and circles on pictures. */
    static Evaluation found() {
        return plain(
                150,
                Double.NaN,
                Double.NaN,
                List.of(new DetectionScore("square", 0.9, 0.6, 70), new DetectionScore("circle", 0.7, 0.4, 60)));
    }

    /** A test of next tokens. */
    static Evaluation foretold() {
        return plain(127, 0.42, 6.25, List.of());
    }

    private static Evaluation plain(long examples, double accuracy, double perplexity, List<DetectionScore> found) {
        return new Evaluation(
                examples,
                1.8,
                accuracy,
                List.of(),
                new int[0][],
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                perplexity,
                false,
                false,
                Optional.empty(),
                found,
                List.of());
    }

    static Evaluation evaluation(int[][] confusion, List<String> names) {
        int n = names.size();
        long total = 0;
        long right = 0;
        List<ClassScore> scores = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            long support = IntStream.of(confusion[c]).sum();
            long predicted = 0;
            for (int[] row : confusion) {
                predicted += row[c];
            }
            double precision = predicted == 0 ? 0 : (double) confusion[c][c] / predicted;
            double recall = support == 0 ? 0 : (double) confusion[c][c] / support;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            scores.add(new ClassScore(names.get(c), precision, recall, f1, support));
            total += support;
            right += confusion[c][c];
        }
        return new Evaluation(
                total,
                0.0521,
                (double) right / total,
                names,
                confusion,
                scores,
                scores.stream().mapToDouble(ClassScore::precision).average().orElse(0),
                scores.stream().mapToDouble(ClassScore::recall).average().orElse(0),
                scores.stream().mapToDouble(ClassScore::f1).average().orElse(0),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }
}
