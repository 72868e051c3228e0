package io.layerloom.engine.kit;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalization that training leaves as it is. It goes by its running averages in training, too, as Keras has it since 2.1.3 for {@code trainable = false}: the averages of new
 * mini-batches would change what the layers behind it were trained on.
 */
public final class FrozenNormalization extends BatchNormalization {

    private static final long serialVersionUID = 1;

    /** For JSON. */
    public FrozenNormalization() {}

    /** DL4J's own constructor with a builder is private. */
    private FrozenNormalization(BatchNormalization like) {
        setLayerName(like.getLayerName());
        setActivationFn(like.getActivationFn());
        setWeightInitFn(like.getWeightInitFn());
        setBiasInit(like.getBiasInit());
        setGainInit(like.getGainInit());
        setRegularization(like.getRegularization());
        setRegularizationBias(like.getRegularizationBias());
        setIUpdater(like.getIUpdater());
        setNIn(like.getNIn());
        setNOut(like.getNOut());
        setDecay(like.getDecay());
        setEps(like.getEps());
        setMinibatch(like.isMinibatch());
        setGamma(like.getGamma());
        setBeta(like.getBeta());
        setLockGammaBeta(like.isLockGammaBeta());
        setCudnnAllowFallback(like.isCudnnAllowFallback());
        setUseLogStd(like.isUseLogStd());
        setCnn2DFormat(like.getCnn2DFormat());
    }

    /** The settings of {@link BatchNormalization}. */
    public static final class Builder extends BatchNormalization.Builder {
        @Override
        public FrozenNormalization build() {
            return new FrozenNormalization(super.build());
        }
    }

    @Override
    public IUpdater getUpdaterByParam(String name) {
        return new Frozen();
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
    private static final class AtWork extends org.deeplearning4j.nn.layers.normalization.BatchNormalization
            implements Kernel.Source {

        AtWork(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public List<Kernel> kernels(Site site) {
            return site.settings(FrozenNormalization.class)
                    .filter(Normalization::knows)
                    .map(settings -> Blocked.areAt(site)
                            ? BlockedNormalization.of(site, settings, true)
                            : site.shape().length == 2
                                    ? List.<Kernel>of()
                                    : NormalizationKernel.of(site, settings, true))
                    .orElse(List.of());
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            return super.activate(false, workspaces);
        }

        /** What comes in is [batch, channels] or [batch, channels, height, width]. */
        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            INDArray inverse = Transforms.pow(
                    row(BatchNormalizationParamInitializer.GLOBAL_VAR)
                            .add(layerConf().getEps()),
                    -0.5);
            Gradient gradient = new DefaultGradient();
            gradientViews.forEach((name, view) -> gradient.setGradientFor(name, view.assign(0)));
            INDArray factor = inverse;
            if (!layerConf().isLockGammaBeta()) {
                INDArray distance = input.dup('c').castTo(epsilon.dataType());
                Broadcast.sub(distance, row(BatchNormalizationParamInitializer.GLOBAL_MEAN), distance, 1);
                Broadcast.mul(distance, inverse, distance, 1);
                int[] others = epsilon.rank() == 2 ? new int[] {0} : new int[] {0, 2, 3};
                put(
                        BatchNormalizationParamInitializer.GAMMA,
                        distance.muli(epsilon).sum(others));
                put(BatchNormalizationParamInitializer.BETA, epsilon.sum(others));
                factor = inverse.mul(row(BatchNormalizationParamInitializer.GAMMA));
            }
            INDArray slopes = epsilon.dup('c');
            Broadcast.mul(slopes, factor, slopes, 1);
            return new Pair<>(gradient, workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, slopes));
        }

        private INDArray row(String name) {
            INDArray values = getParam(name);
            return values.reshape(values.length());
        }

        private void put(String name, INDArray slopes) {
            INDArray view = Objects.requireNonNull(gradientViews.get(name));
            view.assign(slopes.reshape(view.shape()));
        }
    }
}
