package io.layerloom.engine.kit;

import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link RowLayer} in a network that runs. */
final class RowsAtWork extends BaseLayer<RowLayer> {

    private final transient RowCore core;
    private final int ownSteps;
    private final long numbers;
    private transient RowArrays in;
    private transient RowArrays other;
    private transient RowArrays out;
    private transient RowBatch batch;
    private boolean hasRead;

    RowsAtWork(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        core = layerConf().core(type);
        ownSteps = layerConf().ownSteps;
        numbers = core.learned().stream().mapToLong(LearnedArray::length).sum();
        in = new RowArrays(type);
        other = new RowArrays(type);
        out = new RowArrays(type);
        batch = new RowBatch(type, 0, 0, 1, false, RowPadding.of(Optional.empty(), 0, 0), Optional.empty(), 0);
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
        RowPadding padding = RowPadding.of(mask, 0, steps);
        Optional<RowBatch.Other> second = Optional.empty();
        if (ownSteps > 0) {
            int others = RowArrays.places(all) - steps;
            INDArray part = all.get(
                    NDArrayIndex.all(),
                    NDArrayIndex.interval(0, layerConf().otherFeatures),
                    NDArrayIndex.interval(steps, steps + others));
            RowPadding otherPadding = RowPadding.of(mask, steps, others);
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
        in.read(all, padding.any());
        int examples = Math.toIntExact(all.size(0));
        int parts = Crew.parts(examples, (double) numbers * examples * steps);
        batch = new RowBatch(dataType, examples, steps, parts, training, padding, second, noise());
        core.take(name -> getParamWithNoise(name, training, workspaces));
        core.prepare(batch);
        INDArray result =
                out.give(workspaces, ArrayType.ACTIVATIONS, all, layerConf().width());
        Crew.run(parts, this::forward);
        return result;
    }

    private void forward(int part) {
        batch.pieces(part).forEach(this::forward);
    }

    private void forward(RowSpan span) {
        silence(in.values(), span);
        batch.memory().ifPresent(second -> second.padding().silence(second.values(), span.of(second.steps())));
        core.forward(in.values(), out.values(), span);
        silence(out.values(), span);
    }

    private void silence(Matrix rows, RowSpan span) {
        batch.padding().silence(rows, span);
    }

    private long noise() {
        return RowMath.mixed(conf().getSeed() + ((long) index << 32)) + iterationCount;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!hasRead) {
            activate(true, workspaces);
        }
        out.readSlopes(epsilon.castTo(dataType), batch.padding().any());
        INDArray gradient = in.giveSlopes(workspaces, input, ownSteps > 0);
        Gradient gradients = new DefaultGradient();
        if (gradientViews != null) {
            core.takeGradients(gradientViews);
            for (LearnedArray array : core.learned()) {
                gradients.setGradientFor(array.name(), Objects.requireNonNull(gradientViews.get(array.name())));
            }
        }
        Crew.run(batch.parts(), this::backward);
        Crew.run(batch.parts(), share -> core.gradient(share, batch.parts()));
        weightNoiseParams.clear();
        return new Pair<>(gradients, backpropDropOutIfPresent(ownSteps > 0 ? joined(workspaces) : gradient));
    }

    private void backward(int part) {
        batch.pieces(part).forEach(this::backward);
    }

    private void backward(RowSpan span) {
        silence(out.slopes(), span);
        core.backward(out.slopes(), in.slopes(), span);
        silence(in.slopes(), span);
    }

    /** The gradients of both sequences as they came in. */
    private INDArray joined(LayerWorkspaceMgr workspaces) {
        INDArray all = workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        in.slopesAs(all.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, layerConf().getNIn()),
                NDArrayIndex.interval(0, ownSteps)));
        other.slopesAs(all.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, layerConf().otherFeatures),
                NDArrayIndex.interval(ownSteps, input.size(2))));
        return all;
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
