package io.layerloom.engine.kit;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Lets LSTM and SimpleRnn layers compute in our own code, many times as fast. DL4J 1.0.0-M2.1 takes some forty small operations for each step; here a step is one product for all gates
 * and a few loops, and threads share the examples. The configuration stays DL4J's own, and the results are the same but for rounding.
 */
public final class FastRecurrent {

    private FastRecurrent() {}

    /**
     * Replaces the layers of a network that have settings which our own code knows; they keep their weights.
     *
     * @param net a network after {@code init()}
     * @return how many layers were replaced
     */
    public static int install(ComputationGraph net) {
        int replaced = 0;
        for (GraphVertex vertex : net.getVertices()) {
            if (vertex.hasLayer()
                    && isKnown(vertex.getLayer())
                    && Nd4j.getEnvironment().isCPU()) {
                replaced += replace(net, vertex, (BaseRecurrentLayer<?>) vertex.getLayer()) ? 1 : 0;
            }
        }
        return replaced;
    }

    private static boolean isKnown(Layer layer) {
        boolean ours = layer.getClass() == LSTM.class || layer.getClass() == SimpleRnn.class;
        return ours && isKnown((BaseRecurrentLayer<?>) layer);
    }

    private static boolean isKnown(BaseRecurrentLayer<?> layer) {
        DataType type = layer.getDataType();
        return (type == DataType.FLOAT || type == DataType.DOUBLE)
                && layer.getDataFormat() == RNNFormat.NCW
                && !layer.hasLayerNorm()
                && !(layer.layerConf().getActivationFn() instanceof ActivationRReLU);
    }

    private static boolean replace(ComputationGraph net, GraphVertex vertex, BaseRecurrentLayer<?> plain) {
        BaseRecurrentLayer<?> fast =
                plain instanceof LSTM lstm ? new FastLstm(lstm) : new FastSimpleRnn((SimpleRnn) plain);
        fast.setIndex(plain.getIndex());
        fast.setListeners(plain.getListeners());
        fast.setParamsViewArray(plain.params());
        fast.setParamTable(plain.paramTable());
        if (plain.getGradientsViewArray() != null) {
            fast.setBackpropGradientsViewArray(plain.getGradientsViewArray());
        }
        try {
            Field field = LayerVertex.class.getDeclaredField("layer");
            field.setAccessible(true);
            field.set(vertex, fast);
        } catch (ReflectiveOperationException e) {
            return false;
        }
        Layer[] layers = net.getLayers();
        layers[Arrays.asList(layers).indexOf(plain)] = fast;
        return true;
    }
}
