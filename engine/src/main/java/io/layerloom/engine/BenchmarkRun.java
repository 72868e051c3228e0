package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import com.sun.management.OperatingSystemMXBean;
import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.Box;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.TrainingStep;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Network;
import io.layerloom.graph.Shape;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Times a network in this process. */
final class BenchmarkRun {

    /** So many mini-batches take turns, so that none stays in a cache. */
    private static final int BATCHES = 16;

    /** As long as the compilers of the JVM need to be through with a small network. */
    private static final double WARM_UP_MILLIS = 4000;

    /** Enough where a tenth more or less is no matter. */
    private static final double SHORT_WARM_UP_MILLIS = 1500;

    /** So long steps are taken to know roughly what one takes. */
    private static final double ENOUGH_MILLIS = 700;

    private static final long SEED = 3;

    private final BuiltNetwork built;
    private final MultiDataSet[] data;
    private final int steps;

    private final Consumer<String> told;

    private BenchmarkRun(BuiltNetwork built, MultiDataSet[] data, int steps, Consumer<String> told) {
        this.built = built;
        this.data = data;
        this.steps = steps;
        this.told = told;
    }

    /**
     * Measures a network with numbers at random in mini-batches of the plan's size.
     *
     * @param told gets in a few words what is done next, never while anything is timed
     */
    static Benchmark.Result of(Document document, Catalog catalog, int threads, int steps, Consumer<String> told)
            throws DataException {
        BuiltNetwork built = BuiltNetwork.of(document, catalog);
        int batch = document.plan().batchSize();
        MultiDataSet[] data = data(built, batch, told);
        if (threads == 0) {
            told.accept(tr("Finding the fastest number of threads"));
        }
        ThreadProbe.Choice choice =
                threads > 0 ? ThreadProbe.Choice.of(threads) : ThreadProbe.of(document, catalog, data[0]);
        choice.use();
        String fallback = built.net().whyLeft(data[0]).orElse("");
        return new BenchmarkRun(built, data, steps, told).measure(batch, choice, fallback);
    }

    /** The seconds that a step of a network takes, roughly, with numbers at random in mini-batches of the plan's size and with the number of threads that a run would choose. */
    static double step(Document document, Catalog catalog) throws DataException {
        BuiltNetwork built = BuiltNetwork.of(document, catalog);
        MultiDataSet[] data = data(built, document.plan().batchSize(), step -> {});
        ThreadProbe.of(document, catalog, data[0]).use();
        return new BenchmarkRun(built, data, 0, step -> {}).step();
    }

    private double step() {
        warmUp(SHORT_WARM_UP_MILLIS, this::train);
        int taken = 0;
        double millis = 0;
        while (millis < ENOUGH_MILLIS) {
            millis += millis(() -> train(BATCHES));
            taken += BATCHES;
        }
        return millis / taken / 1000;
    }

    private static MultiDataSet[] data(BuiltNetwork built, int batch, Consumer<String> told) throws DataException {
        Network network = built.network();
        if (network.inputs().size() != 1 || network.outputs().size() != 1) {
            throw new DataException(tr(
                    "Numbers at random can be made for networks with one input and one output, but this one has %d and %d. Measure another network, or train this one on its data.",
                    network.inputs().size(), network.outputs().size()));
        }
        long width = network.inputs().get(0).shape().elements()
                + network.outputs().get(0).shape().elements();
        requireRoom(batch, width);
        told.accept(
                tr("Making numbers for %d mini-batches of %,d examples with %,d numbers each", BATCHES, batch, width));
        int rows = BATCHES * batch;
        Examples examples =
                examples(network.inputs().get(0).shape(), network.outputs().get(0), rows);
        Batches batches = Batches.of(examples, IntStream.range(0, rows).toArray(), batch, built.feed());
        return IntStream.range(0, BATCHES).mapToObj(batches::get).toArray(MultiDataSet[]::new);
    }

    private static void requireRoom(int batch, long width) throws DataException {
        double needed = (double) BATCHES * batch * width * Float.BYTES;
        double limit = Math.min(
                Integer.MAX_VALUE * (double) Float.BYTES, Runtime.getRuntime().maxMemory() * 0.7);
        if (needed > limit) {
            throw new DataException(tr(
                    "%d mini-batches of %,d examples with %,d numbers each would take %,.0f MB of memory, but at most %,.0f MB are there. Choose smaller batches.",
                    BATCHES, batch, width, needed / (1 << 20), limit / (1 << 20)));
        }
    }

    private static Examples examples(Shape shape, Network.Output output, int rows) {
        Random random = new Random(SEED);
        int width = Math.toIntExact(shape.elements());
        float[] features = new float[Math.multiplyExact(rows, width)];
        for (int i = 0; i < features.length; i++) {
            features[i] = shape instanceof Shape.Tokens tokens
                    ? random.nextInt(Math.toIntExact(tokens.vocabulary()))
                    : random.nextFloat();
        }
        if (output.labels() == Labels.Format.NEXT_TOKENS) {
            return Examples.ofTexts(features, sizes(shape), rows);
        }
        if (output.labels() == Labels.Format.MASKED_TOKENS && shape instanceof Shape.Tokens tokens) {
            return Examples.unlabelled(features, sizes(shape), rows)
                    .masking(Math.toIntExact(tokens.vocabulary()) - 1, SEED);
        }
        if (output.labels() == Labels.Format.BOXES) {
            Box middle = new Box(0, 0.25, 0.25, 0.75, 0.75);
            return Examples.ofBoxes(
                    features, sizes(shape), Collections.nCopies(rows, List.of(middle)), List.of("object"));
        }
        if (output.shape() instanceof Shape.Image image) {
            byte[] masks = new byte[Math.toIntExact(rows * image.height() * image.width())];
            int kinds = Math.toIntExact(Math.max(2, image.channels()));
            for (int i = 0; i < masks.length; i++) {
                masks[i] = (byte) random.nextInt(kinds);
            }
            return Examples.ofMasks(features, sizes(shape), masks, names(kinds));
        }
        int outputs = Math.toIntExact(output.shape().elements());
        if (output.labels() == Labels.Format.NUMBERS) {
            float[] targets = new float[rows * outputs];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = random.nextFloat();
            }
            return Examples.ofNumbers(features, sizes(shape), targets, outputs);
        }
        int classes = output.labels() == Labels.Format.BINARY ? 2 : outputs;
        int[] labels =
                IntStream.generate(() -> random.nextInt(classes)).limit(rows).toArray();
        return Examples.ofClasses(features, sizes(shape), labels, names(classes));
    }

    private static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** The sizes of an example, in the order in which the engine's arrays hold them. */
    private static long[] sizes(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return new long[] {image.channels(), image.height(), image.width()};
        }
        return shape instanceof Shape.Sequence sequence
                ? new long[] {sequence.features(), sequence.steps()}
                : new long[] {shape.elements()};
    }

    private Benchmark.Result measure(int batch, ThreadProbe.Choice choice, String fallback) {
        told.accept(tr("Warming up"));
        warmUp(WARM_UP_MILLIS, this::train);
        told.accept(tr("Timing %,d steps of training and as many predictions", steps));
        double cpu = cpuMillis();
        double train = millis(() -> train(steps));
        double trainCpu = cpuMillis() - cpu;
        warmUp(WARM_UP_MILLIS, this::predict);
        double infer = millis(() -> predict(steps));
        return new Benchmark.Result(
                batch,
                choice.threads(),
                choice.millis(),
                choice.waiting(),
                train / steps,
                trainCpu / steps,
                infer / steps,
                fallback);
    }

    private static void warmUp(double enough, IntConsumer work) {
        for (double spent = 0; spent < enough; ) {
            spent += millis(() -> work.accept(BATCHES));
        }
    }

    private void train(int count) {
        for (int i = 0; i < count; i++) {
            double loss = TrainingStep.take(built.net(), data[i % BATCHES]);
            if (Double.isNaN(loss)) {
                throw new IllegalStateException("the loss is not a number after " + (i + 1) + " steps");
            }
        }
    }

    private void predict(int count) {
        for (int i = 0; i < count; i++) {
            float[] answer = built.net().predict(data[i % BATCHES].getFeatures());
            if (answer.length == 0) {
                throw new IllegalStateException("the network gives nothing");
            }
        }
    }

    private static double millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }
}
