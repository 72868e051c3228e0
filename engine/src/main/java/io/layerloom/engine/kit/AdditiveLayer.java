package io.layerloom.engine.kit;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Additive attention (Bahdanau, Cho, Bengio, Neural machine translation by jointly learning to align and translate, 2015): each step of the first sequence finds a mean of the steps of the
 * second. {@code nOut} is how many units compare them.
 */
public final class AdditiveLayer extends RowLayer {

    /** For JSON. */
    public AdditiveLayer() {}

    private AdditiveLayer(Builder builder) {
        super(builder);
    }

    /** Makes such layers. */
    public static final class Builder extends RowLayer.Builder<Builder> {

        @Override
        @SuppressWarnings("unchecked")
        public AdditiveLayer build() {
            return new AdditiveLayer(this);
        }
    }

    @Override
    RowCore core(DataType type) {
        return new RowAdditive(
                type, Math.toIntExact(getNIn()), otherFeatures, Math.toIntExact(getNOut()), getWeightInitFn());
    }

    @Override
    long width() {
        return otherFeatures;
    }

    @Override
    List<Object> settings() {
        return List.of();
    }
}
