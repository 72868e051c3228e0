package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link RowLayer} in a network that runs. */
final class RowsAtWork extends BaseLayer<RowLayer> implements Kernel.Source {

    private final transient RowPass pass;
    private final int ownSteps;
    private transient RowArrays other;
    private boolean hasRead;

    RowsAtWork(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        pass = new RowPass(layerConf().core(type), type);
        ownSteps = layerConf().ownSteps;
        other = new RowArrays(type);
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
        INDArray all = input.castTo(dataType);
        Optional<INDArray> mask = Optional.ofNullable(maskArray);
        int steps = ownSteps > 0 ? ownSteps : RowArrays.places(all);
        Padding padding = Padding.of(mask, 0, steps);
        Optional<RowBatch.Other> second = Optional.empty();
        if (ownSteps > 0) {
            int others = RowArrays.places(all) - steps;
            INDArray part = all.get(
                    NDArrayIndex.all(),
                    NDArrayIndex.interval(0, layerConf().otherFeatures),
                    NDArrayIndex.interval(steps, steps + others));
            Padding otherPadding = Padding.of(mask, steps, others);
            other.read(part, otherPadding.any());
            if (training) {
                other.roomForSlopes();
            }
            second = Optional.of(new RowBatch.Other(other.values(), other.slopes(), others, otherPadding));
            all = all.get(
                    NDArrayIndex.all(),
                    NDArrayIndex.interval(0, layerConf().getNIn()),
                    NDArrayIndex.interval(0, steps));
        }
        return pass.forward(
                all,
                padding,
                second,
                layerConf().width(),
                training,
                noise(),
                name -> getParamWithNoise(name, training, workspaces),
                workspaces);
    }

    private long noise() {
        return seed() + iterationCount;
    }

    private long seed() {
        return RowMath.mixed(conf().getSeed() + ((long) index << 32));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!hasRead) {
            activate(true, workspaces);
        }
        INDArray gradient = pass.back(epsilon.castTo(dataType), input, ownSteps > 0, gradientViews, workspaces);
        weightNoiseParams.clear();
        return new Pair<>(
                pass.gradients(gradientViews), backpropDropOutIfPresent(ownSteps > 0 ? joined(workspaces) : gradient));
    }

    /** The gradients of both sequences as they came in. */
    private INDArray joined(LayerWorkspaceMgr workspaces) {
        INDArray all = workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        pass.slopesAs(all.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, layerConf().getNIn()),
                NDArrayIndex.interval(0, ownSteps)));
        other.slopesAs(all.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, layerConf().otherFeatures),
                NDArrayIndex.interval(ownSteps, input.size(2))));
        return all;
    }

    @Override
    public List<Kernel> kernels(Site site) {
        boolean one = ownSteps == 0 && site.settings(layerConf().getClass()).isPresent();
        return one
                ? RowKernel.at(
                        site,
                        layerConf().core(DataType.FLOAT),
                        layerConf().width(),
                        paramTable(),
                        gradientViews,
                        seed())
                : List.of();
    }

    /** Only the mask of the first sequence goes on where there are two. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        INDArray own = mask == null || ownSteps == 0
                ? mask
                : mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, ownSteps))
                        .dup();
        return new Pair<>(own, state);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
