package io.layerloom.nodes;

import io.layerloom.engine.kit.FastGraph;
import io.layerloom.graph.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares the gradient that the engine computes with the slope of the loss, by central differences in double precision. */
final class GradientCheck {

    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-4;
    private static final double NEGLIGIBLE = 1e-8;
    private static final int PER_PARAMETER = 2;

    private final ComputationGraph graph;
    private final INDArray[] features;
    private final INDArray[] labels;
    private final List<String> faults = new ArrayList<>();

    private final Optional<String> given;

    private GradientCheck(Network network, Optional<String> given) {
        this.given = given;
        graph = new FastGraph(
                Engine.graph(network).convertDataType(DataType.DOUBLE).getConfiguration());
        graph.init();
        features = Engine.features(network, DataType.DOUBLE);
        labels = Engine.labels(network, DataType.DOUBLE);
    }

    /** What is wrong, one line for each weight; empty if all slopes agree. */
    static List<String> faults(Network network) {
        return faults(network, Optional.empty());
    }

    /**
     * The same where a layer takes what another gives as it is.
     *
     * @param given the layer to which nothing goes back, by its name
     */
    static List<String> faults(Network network, Optional<String> given) {
        GradientCheck check = new GradientCheck(network, given);
        check.run();
        return check.faults;
    }

    private void run() {
        shake();
        loss();
        // The engine sums over the batch and divides in the updater.
        INDArray analytic = graph.gradient().gradient().div(Engine.BATCH);
        long offset = 0;
        for (Map.Entry<String, INDArray> entry : graph.paramTable().entrySet()) {
            long length = entry.getValue().length();
            if (isChecked(entry.getKey())) {
                long step = Math.max(1, length / PER_PARAMETER);
                for (long i = offset; i < offset + length; i += step) {
                    compare(entry.getKey(), i, analytic.getDouble(i));
                }
            }
            offset += length;
        }
    }

    /** Running statistics and the centres of classes travel with the parameters, but what stands in their gradient is an update, not a slope. */
    private static boolean isStatistic(String key) {
        return key.endsWith("_mean") || key.endsWith("_var") || key.endsWith("_centres");
    }

    /** Not the layer at the end: it is the same in all cases. */
    private static boolean isChecked(String key) {
        return !isStatistic(key) && !key.startsWith("end_");
    }

    /** Away from zero, where activations may have a kink. */
    private void shake() {
        Random random = new Random(3);
        graph.paramTable().forEach((key, array) -> {
            for (long i = 0; i < array.length() && !isStatistic(key); i++) {
                array.putScalar(i, array.getDouble(i) + 0.1 * random.nextGaussian());
            }
        });
    }

    private void compare(String key, long index, double analytic) {
        if (given.filter(name -> key.startsWith(name + "_")).isPresent()) {
            if (analytic != 0) {
                faults.add("%s at %d: nothing goes back, but the gradient is %.8f".formatted(key, index, analytic));
            }
            return;
        }
        double slope = slope(index, STEP);
        if (differ(slope, analytic)) {
            // An activation may have its kink just within the step.
            slope = slope(index, STEP / 50);
        }
        if (differ(slope, analytic)) {
            faults.add("%s at %d: slope %.8f, gradient %.8f".formatted(key, index, slope, analytic));
        }
    }

    private static boolean differ(double slope, double analytic) {
        double difference = Math.abs(slope - analytic);
        boolean wrong =
                difference > NEGLIGIBLE && difference > TOLERANCE * Math.max(Math.abs(slope), Math.abs(analytic));
        return wrong || Double.isNaN(difference);
    }

    private double slope(long index, double step) {
        INDArray params = graph.params();
        double value = params.getDouble(index);
        params.putScalar(index, value + step);
        double above = loss();
        params.putScalar(index, value - step);
        double below = loss();
        params.putScalar(index, value);
        return (above - below) / (2 * step);
    }

    private double loss() {
        Nd4j.getRandom().setSeed(5);
        graph.setInputs(features);
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        // Penalties are added to the loss here, but to the gradient only in the updater.
        return graph.score() - graph.calcRegularizationScore(true);
    }
}
