package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * What the sizes of the weights add to the loss. L1 and L2 do: training makes their sum with the loss small. Weight decay does not: it draws the weights toward zero beside the
 * gradient (Loshchilov, Hutter 2019), so no loss is shown with it in Keras or PyTorch, though DL4J counts it in.
 */
public final class Penalties {

    private Penalties() {}

    /** The L1 and L2 penalties of all layers. */
    public static double of(ComputationGraph net) {
        return net.calcRegularizationScore(true) - decay(net);
    }

    /** What DL4J counts in for weight decay. */
    static double decay(ComputationGraph net) {
        double sum = 0;
        for (Layer layer : net.getLayers()) {
            if (layer.numParams() > 0) {
                for (Map.Entry<String, INDArray> param : layer.paramTable().entrySet()) {
                    sum += decay(layer, param.getKey(), param.getValue());
                }
            }
        }
        return sum;
    }

    private static double decay(Layer layer, String name, INDArray param) {
        List<Regularization> rules = layer.conf().getLayer().getRegularizationByParam(name);
        if (rules == null) {
            return 0;
        }
        double sum = 0;
        for (Regularization rule : rules) {
            if (rule instanceof WeightDecay) {
                sum += rule.score(param, layer.getIterationCount(), layer.getEpochCount());
            }
        }
        return sum;
    }
}
