package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A layer of our own that does the same at each step of a sequence, or lets the steps look at each other. Steps that are padding give zeros, and nothing that stands there reaches any
 * other step.
 *
 * <p>Takes [batch, features, steps] and gives the same with {@link #width()} features. Where it looks at a second sequence, both come in as {@link JoinSteps} lays them out.
 */
public abstract class RowLayer extends FeedForwardLayer implements LearnedArray.Learner {

    /** How many steps of what comes in are the layer's own; the others are those of a second sequence. 0 if there is none. */
    @JsonProperty
    int ownSteps;

    /** How many features its own steps have, if there is a second sequence. */
    @JsonProperty
    int ownFeatures;

    /** How many features the second sequence has. */
    @JsonProperty
    int otherFeatures;

    private transient List<LearnedArray> learned = List.of();
    private transient List<Object> learnedFrom = List.of();

    /** For JSON. */
    protected RowLayer() {}

    /** A layer with these settings. */
    protected RowLayer(Builder<?> builder) {
        super(builder);
        ownSteps = builder.ownSteps;
        ownFeatures = builder.ownFeatures;
        otherFeatures = builder.otherFeatures;
        initializeConstraints(builder);
    }

    /** The same layer with typed arrays over those that it starts from. */
    public final RowLayer weightInit(TypedWeights typed) {
        setWeightInitFn(typed.over(getWeightInitFn()));
        return this;
    }

    /** The same layer with an optimizer of its own. */
    public final RowLayer updater(IUpdater own) {
        setIUpdater(own);
        return this;
    }

    /** What the layer computes. */
    abstract RowCore core(DataType type);

    /** How many features it gives. */
    abstract long width();

    /** Its settings beside those of every layer. */
    abstract List<Object> settings();

    /** Asked for at every training step, so it is found out again only if something has changed that it follows from. */
    @Override
    public List<LearnedArray> learned() {
        List<Object> from = Arrays.asList(nIn, nOut, weightInitFn, biasInit, settings());
        if (!from.equals(learnedFrom)) {
            learned = core(DataType.FLOAT).learned();
            learnedFrom = from;
        }
        return learned;
    }

    @Override
    public ParamInitializer initializer() {
        return LearnedArrays.INSTANCE;
    }

    @Override
    public void setNIn(InputType in, boolean override) {
        if (nIn <= 0 || override) {
            nIn = ownSteps > 0 ? ownFeatures : Sizes.of(in)[0];
        }
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType in) {
        long[] sizes = Sizes.of(in);
        sizes[0] = width();
        if (ownSteps > 0) {
            sizes[1] = ownSteps;
        }
        return Sizes.type(sizes);
    }

    /** None: what comes in is taken as it is. */
    @Override
    @SuppressWarnings("NullAway")
    public InputPreProcessor getPreProcessorForInputType(InputType in) {
        return null;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray params,
            boolean initialize,
            DataType type) {
        RowsAtWork layer = new RowsAtWork(conf, type);
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

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof RowLayer layer
                && getClass() == layer.getClass()
                && ownSteps == layer.ownSteps
                && ownFeatures == layer.ownFeatures
                && otherFeatures == layer.otherFeatures
                && settings().equals(layer.settings());
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), settings());
    }

    /** What the builders have in common. */
    public abstract static class Builder<T extends Builder<T>> extends FeedForwardLayer.Builder<T> {

        private int ownSteps;
        private int ownFeatures;
        private int otherFeatures;

        /** Says that a second sequence comes in behind so many steps of the first, and how many features either has. */
        @SuppressWarnings("unchecked")
        public T looksAt(int steps, int features, int secondFeatures) {
            ownSteps = steps;
            ownFeatures = features;
            otherFeatures = secondFeatures;
            return (T) this;
        }
    }
}
