package io.layerloom.engine.kit;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.PReLU;
import org.deeplearning4j.nn.params.PReLUParamInitializer;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * x above zero, a learned fraction of x below: He, Zhang, Ren and Sun, Delving deep into rectifiers (2015). DL4J's own fails where several values share a slope, as those of one channel
 * do in the paper.
 */
public final class ParametricRelu extends PReLULayer {

    /** For JSON. */
    public ParametricRelu() {}

    /**
     * A layer.
     *
     * @param slope the slope below zero before training
     * @param sizes how many slopes there are in each dimension of an example; 1 where they are shared
     */
    public ParametricRelu(double slope, long... sizes) {
        setInputShape(sizes.clone());
        setWeightInitFn(new WeightInitConstant(slope));
    }

    /** The same layer with typed arrays over those that it starts from. */
    public ParametricRelu weightInit(TypedWeights typed) {
        setWeightInitFn(typed.over(getWeightInitFn()));
        return this;
    }

    /** The same layer with an optimizer of its own. */
    public ParametricRelu updater(IUpdater own) {
        setIUpdater(own);
        return this;
    }

    @Override
    public ParamInitializer initializer() {
        return PReLUParamInitializer.getInstance(getInputShape(), null);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray params,
            boolean initialize,
            DataType type) {
        AtWork layer = new AtWork(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(params);
        layer.setParamTable(initializer().init(conf, params, initialize));
        layer.setConf(conf);
        return layer;
    }

    /** The layer in a network that runs. */
    private static final class AtWork extends PReLU {

        AtWork(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            INDArray below = Transforms.min(input, 0).muli(slopes());
            return workspaces.leverageTo(ArrayType.ACTIVATIONS, below.addi(Transforms.max(input, 0)));
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            INDArray view = Objects.requireNonNull(gradientViews.get(PReLUParamInitializer.WEIGHT_KEY));
            INDArray ofSlopes = Transforms.min(input, 0).muli(epsilon).sum(shared());
            view.assign(ofSlopes.reshape(view.shape()));
            Gradient gradient = new DefaultGradient();
            gradient.setGradientFor(PReLUParamInitializer.WEIGHT_KEY, view, 'c');
            INDArray below = input.lte(0).castTo(epsilon.dataType());
            INDArray slope = below.mul(slopes()).addi(below.rsub(1));
            return new Pair<>(gradient, workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, slope.muli(epsilon)));
        }

        private INDArray slopes() {
            INDArray slopes = getParam(PReLUParamInitializer.WEIGHT_KEY);
            return slopes.dup('c').reshape('c', Sizes.batch(1, layerConf().getInputShape()));
        }

        /** The dimensions over which a slope is shared, the batch among them. */
        private int[] shared() {
            long[] sizes = layerConf().getInputShape();
            return IntStream.rangeClosed(0, sizes.length)
                    .filter(dimension -> dimension == 0 || sizes[dimension - 1] == 1)
                    .toArray();
        }
    }
}
