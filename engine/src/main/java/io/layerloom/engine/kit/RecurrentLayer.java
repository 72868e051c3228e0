package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A recurrent layer that reads sequences from beginning to end, or both ways (Schuster, Paliwal, Bidirectional recurrent neural networks, 1997). DL4J has no GRU, and its bidirectional
 * layers let padding change what an LSTM gives.
 *
 * <p>Takes [batch, features, steps]; gives [batch, units, steps], twice as many units where both directions stand side by side, or [batch, units] where only the last step of each
 * direction is wanted: for the one that reads backwards, that is the first step of the sequence.
 */
public final class RecurrentLayer extends BaseRecurrentLayer implements LearnedArray.Learner {

    private CellKind cell = CellKind.GRU;
    private IActivation gateActivation = new ActivationSigmoid();
    private double forgetBias = 1;
    private boolean bothWays;
    private Merge merge = Merge.CONCATENATE;
    private boolean lastStep;

    /** For JSON. */
    public RecurrentLayer() {}

    private RecurrentLayer(Builder builder) {
        super(builder);
        cell = builder.cell;
        gateActivation = builder.gateActivation;
        forgetBias = builder.forgetBias;
        bothWays = builder.bothWays;
        merge = builder.merge;
        lastStep = builder.lastStep;
        initializeConstraints(builder);
    }

    /** Makes recurrent layers. */
    public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {

        private final CellKind cell;
        private IActivation gateActivation = new ActivationSigmoid();
        private double forgetBias = 1;
        private boolean bothWays;
        private Merge merge = Merge.CONCATENATE;
        private boolean lastStep;

        /** A layer that computes this at each step. */
        public Builder(CellKind cell) {
            this.cell = cell;
        }

        /** The function of the gates; sigmoid unless said otherwise. */
        public Builder gateActivation(Activation function) {
            gateActivation = function.getActivationFunction();
            return this;
        }

        /** The bias of the forget gate of an LSTM before training; 1 unless said otherwise. */
        public Builder forgetGateBiasInit(double bias) {
            forgetBias = bias;
            return this;
        }

        /** Reads in both directions and makes one of the two results. */
        public Builder bothWays(Merge how) {
            bothWays = true;
            merge = how;
            return this;
        }

        /** Gives only what each direction holds after its last step. */
        public Builder lastStep() {
            lastStep = true;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public RecurrentLayer build() {
            return new RecurrentLayer(this);
        }
    }

    @Override
    public List<LearnedArray> learned() {
        List<LearnedArray> arrays = new ArrayList<>(learned(""));
        if (bothWays) {
            arrays.addAll(learned(BACKWARDS));
        }
        return arrays;
    }

    /** What the names of the second direction's weights begin with. */
    static final String BACKWARDS = "back";

    private List<LearnedArray> learned(String prefix) {
        return List.of(
                LearnedArray.weights(
                        prefix + RowRecurrent.INPUT, getNIn(), cell.inputBlocks() * getNOut(), weightInitFn),
                LearnedArray.weights(
                        prefix + RowRecurrent.PAST,
                        getNOut(),
                        cell.pastBlocks() * getNOut(),
                        weightInitFnRecurrent == null ? weightInitFn : weightInitFnRecurrent),
                LearnedArray.row(prefix + RowRecurrent.BIAS, cell.biasBlocks() * getNOut(), getBiasInit()));
    }

    /** What the layer computes. */
    RowCore core(DataType type) {
        RowRecurrent onwards = way(type, false);
        return bothWays
                ? new RowBothWays(
                        type, Math.toIntExact(getNIn()), Math.toIntExact(getNOut()), merge, onwards, way(type, true))
                : onwards;
    }

    private RowRecurrent way(DataType type, boolean backwards) {
        return new RowRecurrent(
                cell.cell(getActivationFn(), gateActivation),
                type,
                getNIn(),
                getNOut(),
                backwards,
                backwards ? BACKWARDS : "",
                lastStep);
    }

    /** How many numbers the layer gives at each step. */
    long width() {
        return bothWays ? merge.width(getNOut()) : getNOut();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType in) {
        return lastStep ? InputType.feedForward(width()) : Sizes.type(width(), Sizes.of(in)[1]);
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
        RecurrentAtWork layer = new RecurrentAtWork(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(params);
        layer.setParamTable(initializer().init(conf, params, initialize));
        layer.setConf(conf);
        if (initialize && cell.forgetBlock() >= 0) {
            layer.begin(cell.forgetBlock(), forgetBias);
        }
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

    public CellKind getCell() {
        return cell;
    }

    public void setCell(CellKind cell) {
        this.cell = cell;
    }

    public IActivation getGateActivation() {
        return gateActivation;
    }

    public void setGateActivation(IActivation gateActivation) {
        this.gateActivation = gateActivation;
    }

    public double getForgetBias() {
        return forgetBias;
    }

    public void setForgetBias(double forgetBias) {
        this.forgetBias = forgetBias;
    }

    public boolean isBothWays() {
        return bothWays;
    }

    public void setBothWays(boolean bothWays) {
        this.bothWays = bothWays;
    }

    public Merge getMerge() {
        return merge;
    }

    public void setMerge(Merge merge) {
        this.merge = merge;
    }

    public boolean isLastStep() {
        return lastStep;
    }

    public void setLastStep(boolean lastStep) {
        this.lastStep = lastStep;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof RecurrentLayer layer
                && cell == layer.cell
                && gateActivation.equals(layer.gateActivation)
                && forgetBias == layer.forgetBias
                && bothWays == layer.bothWays
                && merge == layer.merge
                && lastStep == layer.lastStep;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), cell, gateActivation, forgetBias, bothWays, merge, lastStep);
    }
}
