package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The numbers of a {@link CentreLossOutput}: weights and bias as in any output, and behind them the centres of the classes, which begin at zero. */
final class Centres extends DefaultParamInitializer {

    static final Centres INSTANCE = new Centres();

    /** By which DL4J knows them within the layer. */
    static final String NAME = "centres";

    private Centres() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return super.numParams(layer) + count((FeedForwardLayer) layer);
    }

    private static long count(FeedForwardLayer layer) {
        return layer.getNIn() * layer.getNOut();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        List<String> keys = new ArrayList<>(super.paramKeys(layer));
        keys.add(NAME);
        return keys;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray all, boolean initialize) {
        Map<String, INDArray> arrays = super.init(conf, all, initialize);
        INDArray centres = window(conf, all);
        if (initialize) {
            centres.assign(0);
        }
        conf.addVariable(NAME);
        arrays.put(NAME, centres);
        return arrays;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray all) {
        Map<String, INDArray> arrays = super.getGradientsFromFlattened(conf, all);
        arrays.put(NAME, window(conf, all));
        return arrays;
    }

    private static INDArray window(NeuralNetConfiguration conf, INDArray all) {
        FeedForwardLayer layer = (FeedForwardLayer) conf.getLayer();
        INDArray row = all.reshape(all.length());
        return row.get(NDArrayIndex.interval(all.length() - count(layer), all.length()))
                .reshape('c', layer.getNOut(), layer.getNIn());
    }
}
