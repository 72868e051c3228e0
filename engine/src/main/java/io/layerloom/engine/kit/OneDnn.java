package io.layerloom.engine.kit;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.LayerHelper;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Lets convolutions run on oneDNN, four to five times as fast, and the batch normalizations behind them. DL4J 1.0.0-M2.1 has all that is needed, but asks its native library for
 * {@code isUseMKLDNN}, a method that was renamed, and takes the failure for "not available"; here the helpers are put into the layers directly.
 *
 * <p>A helper is used only after it has shown on a small network, once for each kind of setting, that it trains as the plain code does. Pooling needs none: its operations find
 * oneDNN by themselves.
 */
public final class OneDnn {

    private static final String NATIVE = "org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn/libnd4jcpu.so";
    private static final double TOLERANCE = 1e-3;
    private static final Map<String, Boolean> CHECKED = new ConcurrentHashMap<>();

    private OneDnn() {}

    /** Whether this machine and the ND4J at hand have oneDNN. */
    public static boolean isAvailable() {
        boolean x86 = System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("amd64|x86_64");
        ClassLoader loader = Nd4j.class.getClassLoader();
        return x86 && loader != null && loader.getResource(NATIVE) != null;
    }

    /**
     * Gives the layers of a network their helpers, where that is right; the state of the random numbers stays as it is.
     *
     * @param net a network after {@code init()}
     * @return how many layers got one
     */
    public static int revive(ComputationGraph net) {
        if (!isAvailable()) {
            return 0;
        }
        int revived = 0;
        for (GraphVertex vertex : net.getVertices()) {
            if (vertex.hasLayer() && canBeHelped(net, vertex) && isRight(vertex.getLayer())) {
                revived += help(vertex.getLayer()) ? 1 : 0;
            }
        }
        return revived;
    }

    private static boolean canBeHelped(ComputationGraph net, GraphVertex vertex) {
        Layer layer = vertex.getLayer();
        if (layer.getClass() == ConvolutionLayer.class) {
            return !isDilated((ConvolutionLayer) layer);
        }
        boolean learned = layer instanceof BatchNormalization normalization
                && !normalization.layerConf().isLockGammaBeta();
        return learned && behindImages(net, vertex);
    }

    /** The oneDNN of this ND4J has no dilated convolution. */
    private static boolean isDilated(ConvolutionLayer layer) {
        var settings = (org.deeplearning4j.nn.conf.layers.ConvolutionLayer)
                layer.conf().getLayer();
        return Arrays.stream(settings.getDilation()).anyMatch(step -> step > 1);
    }

    private static boolean behindImages(ComputationGraph net, GraphVertex vertex) {
        GraphVertex before = net.getVertices()[vertex.getInputVertices()[0].getVertexIndex()];
        return before.hasLayer()
                && List.of(ConvolutionLayer.class, SubsamplingLayer.class)
                        .contains(before.getLayer().getClass());
    }

    private static boolean help(Layer layer) {
        boolean convolves = layer instanceof ConvolutionLayer;
        Class<?> owner = convolves ? ConvolutionLayer.class : BatchNormalization.class;
        LayerHelper helper =
                convolves ? new MKLDNNConvHelper(DataType.FLOAT) : new MKLDNNBatchNormHelper(DataType.FLOAT);
        try {
            Field field = owner.getDeclaredField("helper");
            field.setAccessible(true);
            field.set(layer, helper);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean isRight(Layer layer) {
        FeedForwardLayer settings = (FeedForwardLayer) layer.conf().getLayer();
        return CHECKED.computeIfAbsent(settings.toString(), key -> keepingRandomNumbers(settings));
    }

    private static boolean keepingRandomNumbers(FeedForwardLayer settings) {
        long root = Nd4j.getRandom().rootState();
        long node = Nd4j.getRandom().nodeState();
        try {
            return trainsAlike(settings);
        } finally {
            Nd4j.getRandom().setStates(root, node);
        }
    }

    /** Trains the layer alone on numbers without meaning, once plainly and once with its helper, and compares what they learned. */
    private static boolean trainsAlike(FeedForwardLayer settings) {
        DataSet batch = batch(settings);
        ComputationGraph plain = alone(settings, batch);
        ComputationGraph helped = alone(settings, batch);
        helped.setParams(plain.params());
        if (!help(helped.getLayer(0))) {
            return false;
        }
        for (int step = 0; step < 2; step++) {
            plain.fit(batch);
            helped.fit(batch);
        }
        INDArray expected = plain.outputSingle(batch.getFeatures());
        INDArray actual = helped.outputSingle(batch.getFeatures());
        return isNear(plain.params(), helped.params()) && isNear(expected, actual);
    }

    private static boolean isNear(INDArray expected, INDArray actual) {
        double largest = Math.max(1e-2, expected.amaxNumber().doubleValue());
        return expected.sub(actual).amaxNumber().doubleValue() <= TOLERANCE * largest;
    }

    private static ComputationGraph alone(FeedForwardLayer settings, DataSet batch) {
        FeedForwardLayer layer = (FeedForwardLayer) settings.clone();
        layer.setLayerName("layer");
        layer.setIDropout(null);
        layer.setIUpdater(new Sgd(0.1));
        layer.setBiasUpdater(null);
        INDArray features = batch.getFeatures();
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(1)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(features.size(2), features.size(3), features.size(1)))
                .addLayer("layer", layer, "in")
                .addLayer("pool", new GlobalPoolingLayer(), "layer")
                .addLayer("out", lossLayer(), "pool")
                .setOutputs("out")
                .build();
        ComputationGraph net = new ComputationGraph(configuration);
        net.init();
        return net;
    }

    private static LossLayer lossLayer() {
        return new LossLayer.Builder(LossFunction.MSE)
                .activation(Activation.IDENTITY)
                .build();
    }

    /** Two pictures just large enough for the kernel, with a remainder that the stride does not reach. */
    private static DataSet batch(FeedForwardLayer settings) {
        Random random = new Random(7);
        long in = settings.getNIn();
        int height = side(settings, 0);
        int width = side(settings, 1);
        INDArray features =
                Nd4j.create(numbers(random, 2 * in * height * width), new long[] {2, in, height, width}, 'c');
        INDArray labels = Nd4j.create(numbers(random, 2 * settings.getNOut()), new long[] {2, settings.getNOut()}, 'c');
        return new DataSet(features, labels);
    }

    private static int side(FeedForwardLayer settings, int axis) {
        if (!(settings instanceof org.deeplearning4j.nn.conf.layers.ConvolutionLayer convolution)) {
            return 5;
        }
        return convolution.getKernelSize()[axis] + 2 * convolution.getStride()[axis] + 1;
    }

    private static float[] numbers(Random random, long count) {
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
