package io.layerloom.engine.kit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;

/** Dropout, or noise, on sequences of which some are shorter than others: DL4J's own stops at the first mask. */
public final class StepDropout extends DropoutLayer {

    /** For JSON. */
    public StepDropout() {}

    /** A layer that does this to each value, or to each feature, while training. */
    public StepDropout(IDropout dropout) {
        super(dropout);
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
    private static final class AtWork extends org.deeplearning4j.nn.layers.DropoutLayer implements Kernel.Source {

        private Optional<INDArray> steps = Optional.empty();

        AtWork(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        /** Noise must not reach the padding: what comes behind may take it for a step. */
        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            INDArray out = super.activate(training, workspaces);
            return training
                    ? steps.map(mask -> Broadcast.mul(out, mask, out, 0, 2)).orElse(out)
                    : out;
        }

        /** What stands at padding is for the layers behind to leave out. */
        @Override
        public List<Kernel> kernels(Site site) {
            Optional<IDropout> dropout = site.settings(StepDropout.class).map(StepDropout::getIDropout);
            List<Kernel> silence =
                    dropout.map(what -> DropoutKernel.of(site, what)).orElse(List.of());
            return silence.isEmpty()
                    ? dropout.map(what -> NoiseKernel.of(site, what)).orElse(List.of())
                    : silence;
        }

        @Override
        public void setMaskArray(INDArray mask) {
            steps = Optional.ofNullable(mask);
        }

        @Override
        public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
            setMaskArray(mask);
            return new Pair<>(mask, state);
        }
    }
}
