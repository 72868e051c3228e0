package io.layerloom.engine.kit;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The same dense layer at each step of a sequence. */
public final class StepDense extends RowLayer {

    @JsonProperty
    private boolean biased = true;

    /** For JSON. */
    public StepDense() {}

    private StepDense(Builder builder) {
        super(builder);
        biased = builder.biased;
    }

    /** Makes such layers. */
    public static final class Builder extends RowLayer.Builder<Builder> {

        private boolean biased = true;

        /** Whether a learned constant is added to each output; it is unless said otherwise. */
        public Builder hasBias(boolean has) {
            biased = has;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public StepDense build() {
            return new StepDense(this);
        }
    }

    @Override
    RowCore core(DataType type) {
        return new RowDense(
                type,
                "",
                Math.toIntExact(getNIn()),
                Math.toIntExact(getNOut()),
                getActivationFn(),
                getWeightInitFn(),
                biased,
                getBiasInit());
    }

    @Override
    long width() {
        return getNOut();
    }

    @Override
    List<Object> settings() {
        return List.of(biased);
    }
}
