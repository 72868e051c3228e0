package io.layerloom.engine.kit;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Layer normalization: the features of each place of each example are brought to mean 0 and variance 1, then scaled and shifted as learned (Ba, Kiros, Hinton, Layer normalization, 2016).
 * Places are the steps of a sequence or the pixels of an image; a vector has one.
 */
public final class FeatureNorm extends RowLayer {

    @JsonProperty
    private double epsilon = 1e-5;

    /** For JSON. */
    public FeatureNorm() {}

    /** A layer that adds a number to the variance, so that nothing is divided by zero. */
    public FeatureNorm(double epsilon) {
        this.epsilon = epsilon;
    }

    @Override
    RowCore core(DataType type) {
        return new RowNorm(type, "", Math.toIntExact(getNIn()), epsilon);
    }

    @Override
    long width() {
        return getNIn();
    }

    @Override
    List<Object> settings() {
        return List.of(epsilon);
    }
}
