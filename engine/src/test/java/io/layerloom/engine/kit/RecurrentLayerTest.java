package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class RecurrentLayerTest {

    private static final int FEATURES = 3;
    private static final int UNITS = 4;
    private static final int STEPS = 6;
    private static final int EXAMPLES = 5;

    @AfterEach
    void asBefore() {
        TeamSize.use(0);
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    /** The formulas of Keras with reset_after, written out. */
    @Test
    void aGruGivesWhatItsFormulasSay() {
        ComputationGraph net = network(new RecurrentLayer.Builder(CellKind.GRU), true);
        INDArray w = net.getParam("layer_W");
        INDArray rw = net.getParam("layer_RW");
        INDArray b = net.getParam("layer_b");
        INDArray in = features();
        INDArray out = net.feedForward(in, false).get("layer");
        for (int example = 0; example < EXAMPLES; example++) {
            double[] hidden = new double[UNITS];
            for (int step = 0; step < STEPS; step++) {
                double[] next = new double[UNITS];
                for (int unit = 0; unit < UNITS; unit++) {
                    double[] fresh = new double[3];
                    double[] past = new double[3];
                    for (int gate = 0; gate < 3; gate++) {
                        int column = gate * UNITS + unit;
                        fresh[gate] = b.getDouble(0, column);
                        past[gate] = b.getDouble(0, 3 * UNITS + column);
                        for (int i = 0; i < FEATURES; i++) {
                            fresh[gate] += in.getDouble(example, i, step) * w.getDouble(i, column);
                        }
                        for (int i = 0; i < UNITS; i++) {
                            past[gate] += hidden[i] * rw.getDouble(i, column);
                        }
                    }
                    double update = sigmoid(fresh[0] + past[0]);
                    double reset = sigmoid(fresh[1] + past[1]);
                    double candidate = Math.tanh(fresh[2] + reset * past[2]);
                    next[unit] = update * hidden[unit] + (1 - update) * candidate;
                    assertThat(out.getDouble(example, unit, step)).isCloseTo(next[unit], Offset.offset(1e-9));
                }
                hidden = next;
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @ParameterizedTest
    @CsvSource({
        "GRU, , false",
        "GRU, CONCATENATE, true",
        "GRU, MULTIPLY, false",
        "LSTM, CONCATENATE, false",
        "LSTM, AVERAGE, true",
        "SIMPLE_RNN, ADD, false",
        "SIMPLE_RNN, MULTIPLY, true"
    })
    void gradientsAreTheSlopeOfTheLossAlsoWithPaddingAndThreads(CellKind cell, Merge merge, boolean lastStep) {
        TeamSize.use(3);
        ComputationGraph net = network(builder(cell, merge, lastStep), !lastStep);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 3);
        for (int row = 0; row < EXAMPLES; row++) {
            labels.putScalar(row, row % 3, 1);
        }
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                        .net(net)
                        .epsilon(1e-6)
                        .maxRelError(1e-5)
                        .minAbsoluteError(1e-9)
                        .inputs(new INDArray[] {features()})
                        .labels(new INDArray[] {labels})
                        .inputMask(new INDArray[] {mask()})))
                .isTrue();
    }

    /** DL4J's own bidirectional LSTM lets padding reach the steps before it. */
    @ParameterizedTest
    @CsvSource({"LSTM, CONCATENATE, false", "LSTM, ADD, true", "GRU, MULTIPLY, false", "SIMPLE_RNN, AVERAGE, true"})
    void aPaddedSequenceGivesWhatAShorterOneGives(CellKind cell, Merge merge, boolean lastStep) {
        ComputationGraph net = network(builder(cell, merge, lastStep), !lastStep);
        INDArray padded = features();
        INDArray shorter = padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 4))
                .dup();
        INDArray mask = Nd4j.ones(DataType.DOUBLE, EXAMPLES, STEPS);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(4, STEPS)).assign(0);
        padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(4, STEPS))
                .assign(1e30);
        INDArray expected = net.outputSingle(shorter);
        INDArray given = net.output(false, new INDArray[] {padded}, new INDArray[] {mask})[0];
        assertThat(given.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-12);
    }

    private static RecurrentLayer.Builder builder(CellKind cell, Merge merge, boolean lastStep) {
        RecurrentLayer.Builder builder = new RecurrentLayer.Builder(cell);
        if (merge != null) {
            builder.bothWays(merge);
        }
        return lastStep ? builder.lastStep() : builder;
    }

    private static ComputationGraph network(RecurrentLayer.Builder layer, boolean pooled) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        var graph = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(FEATURES, STEPS))
                .addLayer("layer", layer.nOut(UNITS).activation(Activation.TANH).build(), "in");
        if (pooled) {
            graph.addLayer("pool", new GlobalPoolingLayer(), "layer");
        }
        graph.addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        pooled ? "pool" : "layer")
                .setOutputs("out");
        ComputationGraph net = new ComputationGraph(graph.build());
        net.init();
        Random random = new Random(5);
        for (long i = 0; i < net.numParams(); i++) {
            net.params().putScalar(i, net.params().getDouble(i) + 0.3 * random.nextGaussian());
        }
        return net;
    }

    private static INDArray features() {
        Random random = new Random(9);
        INDArray features = Nd4j.create(DataType.DOUBLE, EXAMPLES, FEATURES, STEPS);
        for (long i = 0; i < features.length(); i++) {
            features.putScalar(i, random.nextGaussian());
        }
        return features;
    }

    private static INDArray mask() {
        INDArray mask = Nd4j.ones(DataType.DOUBLE, EXAMPLES, STEPS);
        mask.putScalar(0, 5, 0).putScalar(2, 4, 0).putScalar(2, 5, 0).putScalar(3, 2, 0);
        return mask;
    }
}
