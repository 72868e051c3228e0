package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class OneDnnTest {

    @ParameterizedTest
    @CsvSource({
        "Truncate, 1, 1, true",
        "Truncate, 2, 1, true",
        "Truncate, 1, 2, false",
        "Same, 1, 1, true",
        "Same, 2, 1, false",
        "Same, 1, 2, true",
        "Same, 3, 1, true"
    })
    void trainsAsThePlainCodeDoes(ConvolutionMode mode, int stride, int dilation, boolean bias) {
        assumeTrue(OneDnn.isAvailable());
        ComputationGraph plain = network(mode, stride, dilation, bias);
        ComputationGraph helped = network(mode, stride, dilation, bias);
        // The oneDNN of this ND4J has no dilated convolution: that one stays plain.
        assertThat(OneDnn.revive(helped)).isEqualTo(dilation == 1 ? 4 : 3);

        for (int step = 0; step < 3; step++) {
            // The last batch of an epoch is often smaller.
            DataSet batch = batch(step == 2 ? 3 : 5, step);
            plain.fit(batch);
            helped.fit(batch);
        }

        assertThat(difference(plain.params(), helped.params())).isLessThan(2e-4);
        INDArray features = batch(4, 9).getFeatures();
        assertThat(difference(plain.outputSingle(features), helped.outputSingle(features)))
                .isLessThan(2e-4);
    }

    @Test
    void leavesTheRandomNumbersAlone() {
        ComputationGraph net = network(ConvolutionMode.Same, 1, 1, true);
        Nd4j.getRandom().setSeed(5);
        long root = Nd4j.getRandom().rootState();
        OneDnn.revive(net);
        assertThat(Nd4j.getRandom().rootState()).isEqualTo(root);
    }

    private static double difference(INDArray expected, INDArray actual) {
        return expected.sub(actual).amaxNumber().doubleValue();
    }

    private static ComputationGraph network(ConvolutionMode mode, int stride, int dilation, boolean bias) {
        ComputationGraph net = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.05))
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(13, 12, 2))
                .addLayer("conv1", convolution(mode, stride, dilation, bias), "in")
                .addLayer(
                        "norm1",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "conv1")
                .addLayer(
                        "pool",
                        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(2, 2)
                                .stride(1, 1)
                                .build(),
                        "norm1")
                .addLayer(
                        "norm2",
                        new BatchNormalization.Builder().useLogStd(false).build(),
                        "pool")
                .addLayer("conv2", convolution(ConvolutionMode.Same, 1, 1, bias), "norm2")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "conv2")
                .setOutputs("out")
                .build());
        net.init();
        return net;
    }

    private static ConvolutionLayer convolution(ConvolutionMode mode, int stride, int dilation, boolean bias) {
        return new ConvolutionLayer.Builder(3, 2)
                .nOut(4)
                .stride(stride, stride)
                .dilation(dilation, dilation)
                .convolutionMode(mode)
                .hasBias(bias)
                .activation(Activation.TANH)
                .build();
    }

    private static DataSet batch(int size, int seed) {
        Random random = new Random(seed);
        float[] pixels = new float[size * 2 * 13 * 12];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        float[] labels = new float[size * 3];
        for (int i = 0; i < size; i++) {
            labels[i * 3 + random.nextInt(3)] = 1;
        }
        return new DataSet(
                Nd4j.create(pixels, new long[] {size, 2, 13, 12}, 'c'), Nd4j.create(labels, new long[] {size, 3}, 'c'));
    }
}
