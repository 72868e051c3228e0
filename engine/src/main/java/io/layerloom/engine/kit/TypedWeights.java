package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * First weights of which somebody has typed some arrays. All arrays are drawn first, so that the other layers start as they would if nothing were typed; {@link #enter} then puts the typed
 * ones in place, biases and the like among them, of which DL4J asks no initializer.
 */
public final class TypedWeights implements IWeightInit {

    private static final long serialVersionUID = 1;

    private final IWeightInit others;
    private final List<TypedArray> arrays;

    /** Some arrays, with all others drawn as that says. */
    public TypedWeights(WeightInit others, TypedArray... arrays) {
        this(others.getWeightInitFunction(), Arrays.asList(arrays));
    }

    /** Some arrays, with all others drawn from a distribution. */
    public TypedWeights(Distribution others, TypedArray... arrays) {
        this(new WeightInitDistribution(others), Arrays.asList(arrays));
    }

    /** Some arrays, with all others drawn as Glorot and Bengio do. */
    public TypedWeights(TypedArray... arrays) {
        this(new WeightInitXavier(), Arrays.asList(arrays));
    }

    /** The same; as DL4J reads it from a configuration. */
    public TypedWeights(@JsonProperty("others") IWeightInit others, @JsonProperty("arrays") List<TypedArray> arrays) {
        this.others = others;
        this.arrays = new ArrayList<>(arrays);
    }

    /** Puts what is typed for the layers of a network in the place of what was drawn. */
    static void enter(ComputationGraph network) {
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof BaseLayer settings
                    && settings.getWeightInitFn() instanceof TypedWeights typed) {
                typed.arrays.forEach(array -> array.into(layer.getParam(array.getName())));
            }
        }
    }

    /** The same arrays, with all others drawn as a layer draws them; as they are if it does not say. */
    TypedWeights over(@Nullable IWeightInit drawn) {
        return drawn == null ? this : new TypedWeights(drawn, arrays);
    }

    public IWeightInit getOthers() {
        return others;
    }

    public List<TypedArray> getArrays() {
        return new ArrayList<>(arrays);
    }

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        return others.init(fanIn, fanOut, shape, order, paramView);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedWeights that && others.equals(that.others) && arrays.equals(that.arrays);
    }

    @Override
    public int hashCode() {
        return 31 * others.hashCode() + arrays.hashCode();
    }
}
