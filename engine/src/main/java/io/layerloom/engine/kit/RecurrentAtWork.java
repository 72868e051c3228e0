package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link RecurrentLayer} in a network that runs. */
final class RecurrentAtWork extends BaseLayer<RecurrentLayer> implements Kernel.Source {

    private final transient RowPass pass;
    private boolean hasRead;

    RecurrentAtWork(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        pass = new RowPass(layerConf().core(type), type);
    }

    /** Sets a block of each bias. */
    void begin(int block, double value) {
        long units = layerConf().getNOut();
        params.forEach((name, array) -> {
            if (name.endsWith(RowRecurrent.BIAS)) {
                array.get(NDArrayIndex.all(), NDArrayIndex.interval(block * units, (block + 1) * units))
                        .assign(value);
            }
        });
    }

    @Override
    public void setInput(INDArray values, LayerWorkspaceMgr workspaces) {
        super.setInput(values, workspaces);
        hasRead = false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        hasRead = training;
        return pass.forward(
                input.castTo(dataType),
                Padding.of(Optional.ofNullable(maskArray), 0, Math.toIntExact(input.size(2))),
                layerConf().width(),
                training,
                name -> getParamWithNoise(name, training, workspaces),
                workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!hasRead) {
            activate(true, workspaces);
        }
        INDArray in = pass.back(epsilon.castTo(dataType), input, false, gradientViews, workspaces);
        weightNoiseParams.clear();
        return new Pair<>(pass.gradients(gradientViews), backpropDropOutIfPresent(in));
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return site.settings(RecurrentLayer.class)
                .map(settings -> RowKernel.at(
                        site, settings.core(DataType.FLOAT), settings.width(), paramTable(), gradientViews, 0))
                .orElse(List.of());
    }

    /** The single steps do not leave the layer where only the last is wanted, and neither does the mask. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        return new Pair<>(layerConf().isLastStep() ? null : mask, state);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
