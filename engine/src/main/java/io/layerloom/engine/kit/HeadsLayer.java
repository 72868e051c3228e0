package io.layerloom.engine.kit;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Multi-head attention (Vaswani et al., Attention is all you need, 2017): each step of a sequence looks at all steps of the same one, or of another, and takes from those that matter to
 * it.
 */
public final class HeadsLayer extends RowLayer {

    @JsonProperty
    private int heads = 1;

    @JsonProperty
    private boolean causal;

    @JsonProperty
    private boolean biased = true;

    @JsonProperty
    private double keptAttention = 1;

    /** For JSON. */
    public HeadsLayer() {}

    private HeadsLayer(Builder builder) {
        super(builder);
        heads = builder.heads;
        causal = builder.causal;
        biased = builder.biased;
        keptAttention = builder.keptAttention;
    }

    /** Makes such layers. */
    public static final class Builder extends RowLayer.Builder<Builder> {

        private final int heads;
        private boolean causal;
        private boolean biased = true;
        private double keptAttention = 1;

        /** So many heads, which share the features evenly. */
        public Builder(int heads) {
            this.heads = heads;
        }

        /** Lets each step look at itself and at those before it only. */
        public Builder causal() {
            causal = true;
            return this;
        }

        /** Whether learned constants are added to queries, keys, values and results; they are unless said otherwise. */
        public Builder hasBias(boolean has) {
            biased = has;
            return this;
        }

        /** The part of what is looked at that stays while training; the rest is not seen. */
        public Builder keptAttention(double kept) {
            keptAttention = kept;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public HeadsLayer build() {
            return new HeadsLayer(this);
        }
    }

    @Override
    RowCore core(DataType type) {
        int width = Math.toIntExact(getNIn());
        RowDropout dropout = new RowDropout(type, keptAttention, 1);
        return ownSteps > 0
                ? new RowCrossAttention(
                        type, "attention", width, otherFeatures, heads, biased, getWeightInitFn(), dropout)
                : new RowSelfAttention(type, "attention", width, heads, causal, biased, getWeightInitFn(), dropout);
    }

    @Override
    long width() {
        return getNIn();
    }

    @Override
    List<Object> settings() {
        return List.of(heads, causal, biased, keptAttention);
    }
}
