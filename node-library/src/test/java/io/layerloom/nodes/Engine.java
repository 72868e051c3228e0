package io.layerloom.nodes;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Network;
import io.layerloom.graph.Shape;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks of the engine and made-up data for them, for tests. */
final class Engine {

    static final int BATCH = 4;

    private Engine() {}

    static ComputationGraphConfiguration configuration(Network network) {
        return (ComputationGraphConfiguration) Evaluator.evaluate(network.configuration());
    }

    static ComputationGraph graph(Network network) {
        ComputationGraph graph = new ComputationGraph(configuration(network));
        graph.init();
        return graph;
    }

    static INDArray[] features(Network network, DataType type) {
        Random random = new Random(7);
        return network.inputs().stream()
                .map(input -> features(input.shape(), random).castTo(type))
                .toArray(INDArray[]::new);
    }

    private static INDArray features(Shape shape, Random random) {
        if (shape instanceof Shape.Image image) {
            return normal(random, BATCH, image.channels(), image.height(), image.width());
        }
        if (shape instanceof Shape.Volume volume) {
            return normal(random, BATCH, volume.channels(), volume.depth(), volume.height(), volume.width());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return normal(random, BATCH, sequence.features(), sequence.steps());
        }
        if (shape instanceof Shape.Tokens tokens) {
            INDArray ids = Nd4j.create(DataType.DOUBLE, BATCH, tokens.steps());
            for (long i = 0; i < ids.length(); i++) {
                ids.putScalar(i, random.nextInt(Math.toIntExact(tokens.vocabulary())));
            }
            return ids;
        }
        return normal(random, BATCH, shape.elements());
    }

    private static INDArray normal(Random random, long... shape) {
        INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, random.nextGaussian());
        }
        return array;
    }

    static INDArray[] labels(Network network, DataType type) {
        return network.outputs().stream()
                .map(output -> labels(output).castTo(type))
                .toArray(INDArray[]::new);
    }

    private static INDArray labels(Network.Output output) {
        Random random = new Random(11);
        if (output.labels() == Labels.Format.NEXT_TOKENS) {
            return nextTokens((Shape.Sequence) output.shape(), random);
        }
        if (output.labels() == Labels.Format.BOXES) {
            return boxes(random);
        }
        if (output.shape() instanceof Shape.Image image) {
            return pixels(image, random);
        }
        int columns = Math.toIntExact(output.shape().elements());
        // Several numbers between 0 and 1, each true or not by itself, are what an autoencoder of black and white
        // gives.
        boolean wide = output.labels() != Labels.Format.CLASS_INDEX;
        INDArray labels = Nd4j.create(DataType.DOUBLE, BATCH, wide ? columns : 1);
        for (int row = 0; row < BATCH; row++) {
            switch (output.labels()) {
                case CLASS_INDEX -> labels.putScalar(row, 0, random.nextInt(columns));
                case BINARY -> {
                    for (int column = 0; column < columns; column++) {
                        labels.putScalar(row, column, random.nextInt(2));
                    }
                }
                case ONE_HOT -> labels.putScalar(row, random.nextInt(columns), 1);
                case NEXT_TOKENS, MASKED_TOKENS, BOXES, PIXELS, BINARY_PIXELS -> throw new IllegalStateException();
                case NUMBERS -> {
                    for (int column = 0; column < columns; column++) {
                        labels.putScalar(row, column, 0.5 + random.nextDouble());
                    }
                }
            }
        }
        return labels;
    }

    /** One large box of class 0 and one small one somewhere, or none. */
    private static INDArray boxes(Random random) {
        INDArray labels = Nd4j.create(DataType.DOUBLE, BATCH, 10);
        for (int row = 0; row < BATCH; row++) {
            double[] large = {0, 0.1, 0.2, 0.9, 0.85};
            for (int at = 0; at < large.length; at++) {
                labels.putScalar(row, at, large[at]);
            }
            for (int at = 1; at < 3 && row > 0; at++) {
                double from = 0.8 * random.nextDouble();
                labels.putScalar(row, 5 + at, from);
                labels.putScalar(row, 5 + at + 2, from + 0.15);
            }
        }
        return labels;
    }

    /** One pixel in six is left out. */
    private static INDArray pixels(Shape.Image image, Random random) {
        INDArray labels = Nd4j.create(DataType.DOUBLE, BATCH, image.channels(), image.height(), image.width());
        for (int row = 0; row < BATCH; row++) {
            for (long pixel = 0; pixel < image.height() * image.width(); pixel++) {
                boolean leftOut = random.nextInt(6) == 0;
                long kind = random.nextInt((int) Math.max(2, image.channels()));
                for (long channel = 0; channel < image.channels(); channel++) {
                    double there = image.channels() == 1 ? kind : kind == channel ? 1 : 0;
                    long[] at = {row, channel, pixel / image.width(), pixel % image.width()};
                    labels.putScalar(at, leftOut ? -1 : there);
                }
            }
        }
        return labels;
    }

    /** The last step has no next token. */
    private static INDArray nextTokens(Shape.Sequence output, Random random) {
        INDArray labels = Nd4j.create(DataType.DOUBLE, BATCH, 2, output.steps());
        for (int row = 0; row < BATCH; row++) {
            for (int step = 0; step < output.steps() - 1; step++) {
                labels.putScalar(row, 0, step, random.nextInt(Math.toIntExact(output.features())));
                labels.putScalar(row, 1, step, 1.0 / (output.steps() - 1));
            }
        }
        return labels;
    }
}
