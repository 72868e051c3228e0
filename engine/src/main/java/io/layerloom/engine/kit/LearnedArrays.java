package io.layerloom.engine.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Gives the layers of our own their learned arrays, as windows on the row of all parameters that DL4J keeps. */
final class LearnedArrays implements ParamInitializer {

    static final LearnedArrays INSTANCE = new LearnedArrays();

    private LearnedArrays() {}

    private static List<LearnedArray> of(Layer layer) {
        return ((LearnedArray.Learner) layer).learned();
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return of(layer).stream().mapToLong(LearnedArray::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return of(layer).stream().map(LearnedArray::name).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return of(layer).stream()
                .filter(LearnedArray::isWeights)
                .map(LearnedArray::name)
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return of(layer).stream()
                .filter(array -> !array.isWeights())
                .map(LearnedArray::name)
                .toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String name) {
        return weightKeys(layer).contains(name);
    }

    @Override
    public boolean isBiasParam(Layer layer, String name) {
        return biasKeys(layer).contains(name);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray all, boolean initialize) {
        Map<String, INDArray> arrays = windows(conf.getLayer(), all);
        for (LearnedArray array : of(conf.getLayer())) {
            conf.addVariable(array.name());
            if (initialize) {
                begin(array, Objects.requireNonNull(arrays.get(array.name())));
            }
        }
        return arrays;
    }

    private static void begin(LearnedArray array, INDArray window) {
        if (array.isWeights()) {
            long in = array.shape().get(0);
            long out = array.shape().get(1);
            array.start().get(0).init(in, out, array.sizes(), 'f', window.reshape('f', 1, window.length()));
        } else {
            window.assign(array.initial());
        }
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray all) {
        return windows(conf.getLayer(), all);
    }

    private static Map<String, INDArray> windows(Layer layer, INDArray all) {
        Map<String, INDArray> windows = new LinkedHashMap<>();
        if (of(layer).isEmpty()) {
            // Where there are no parameters, DL4J gives no array either.
            return windows;
        }
        INDArray row = all.reshape(all.length());
        long at = 0;
        for (LearnedArray array : of(layer)) {
            INDArray window = row.get(NDArrayIndex.interval(at, at + array.length()));
            windows.put(array.name(), window.reshape('f', array.sizes()));
            at += array.length();
        }
        return windows;
    }
}
