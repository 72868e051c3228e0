package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A function of one array, with numbers that it learns, as a layer of a network: for what DL4J lacks. A subclass says what it learns, what comes out and what goes back. {@code nIn} is the
 * number of channels that come in.
 */
public abstract class LearningFunction extends FeedForwardLayer implements LearnedArray.Learner {

    /** A function whose weights are drawn as Glorot and Bengio do. */
    protected LearningFunction() {
        setActivationFn(new ActivationIdentity());
        setWeightInitFn(new WeightInitXavier());
    }

    /** The same layer with weights that are drawn so. */
    public final LearningFunction weightInit(WeightInit scheme) {
        setWeightInitFn(scheme.getWeightInitFunction());
        return this;
    }

    /** The same layer with weights from a distribution. */
    public final LearningFunction weightInit(Distribution distribution) {
        setWeightInitFn(new WeightInitDistribution(distribution));
        return this;
    }

    /** The same layer with a penalty of so much times the magnitude of each weight. */
    public final LearningFunction l1(double factor) {
        return penalized(new L1Regularization(factor));
    }

    /** The same layer with a penalty of half of so much times the square of each weight. */
    public final LearningFunction l2(double factor) {
        return penalized(new L2Regularization(factor));
    }

    private LearningFunction penalized(Regularization penalty) {
        List<Regularization> all = new ArrayList<>();
        if (getRegularization() != null) {
            all.addAll(getRegularization());
        }
        all.add(penalty);
        setRegularization(all);
        return this;
    }

    /** The same layer with typed arrays over those that it starts from. */
    public final LearningFunction weightInit(TypedWeights typed) {
        setWeightInitFn(typed.over(getWeightInitFn()));
        return this;
    }

    /** The same layer with an optimizer of its own. */
    public final LearningFunction updater(IUpdater own) {
        setIUpdater(own);
        return this;
    }

    /**
     * The result.
     *
     * @param in what comes in, the batch in dimension 0, channels in dimension 1, zeros at steps that are padding; must stay as it is
     * @param learned what the layer learns, by name
     */
    protected abstract INDArray apply(INDArray in, Map<String, INDArray> learned);

    /**
     * The gradient of what came in.
     *
     * @param in what came in
     * @param gradient that of the result
     * @param slopes where the gradients of what is learned go, by name
     */
    protected abstract INDArray back(
            INDArray in, Map<String, INDArray> learned, INDArray gradient, Map<String, INDArray> slopes);

    /** Which steps of the result count (1) and which are padding (0), [batch, steps], from that of what comes in; the same unless a subclass says otherwise. */
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return mask;
    }

    /** The shape stays as it is unless a subclass says otherwise. */
    @Override
    public InputType getOutputType(int layerIndex, InputType in) {
        return in;
    }

    @Override
    public void setNIn(InputType in, boolean override) {
        if (getNIn() <= 0 || override) {
            setNIn(Sizes.of(in)[0]);
        }
        setNOut(getNIn());
    }

    /** DL4J asks for null where nothing lies between. */
    @Override
    @SuppressWarnings("NullAway")
    public InputPreProcessor getPreProcessorForInputType(InputType in) {
        return null;
    }

    @Override
    public ParamInitializer initializer() {
        return LearnedArrays.INSTANCE;
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

    @Override
    public LayerMemoryReport getMemoryReport(InputType in) {
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), in, getOutputType(0, in))
                .standardMemory(initializer().numParams(this), 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }

    /** The layer in a network that runs. */
    private static final class AtWork extends BaseLayer<LearningFunction> {

        AtWork(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public boolean isPretrainLayer() {
            return false;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            return workspaces.dup(
                    ArrayType.ACTIVATIONS, layerConf().apply(counting(input.castTo(dataType)), paramTable()));
        }

        /** The array with zeros at the steps that are padding. */
        private INDArray counting(INDArray array) {
            boolean padded = maskArray != null && array.rank() == 3 && array.size(2) == maskArray.size(1);
            return padded ? array.mul(maskArray.castTo(dataType).reshape('c', array.size(0), 1, array.size(2))) : array;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            INDArray back = layerConf().back(counting(input.castTo(dataType)), paramTable(), epsilon, gradientViews);
            Gradient gradient = new DefaultGradient();
            gradientViews.forEach((name, view) -> gradient.setGradientFor(name, view, 'f'));
            return new Pair<>(gradient, workspaces.dup(ArrayType.ACTIVATION_GRAD, counting(back)));
        }

        /** DL4J asks for null where nothing is padded. */
        @Override
        @SuppressWarnings("NullAway")
        public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
            setMaskArray(mask);
            return new Pair<>(layerConf().maskFor(Optional.ofNullable(mask)).orElse(null), state);
        }
    }
}
