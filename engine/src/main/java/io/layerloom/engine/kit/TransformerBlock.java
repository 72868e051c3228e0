package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A block of a Transformer (Vaswani et al., Attention is all you need, 2017): self-attention, attention to a second sequence if there is one, and two dense layers at each step; around
 * each a residual connection and a layer normalization. {@code nOut} is the width of the first dense layer.
 */
public final class TransformerBlock extends RowLayer {

    @JsonProperty
    private int heads = 1;

    @JsonProperty
    private boolean causal;

    @JsonProperty
    private boolean normFirst;

    @JsonProperty
    private double epsilon = 1e-5;

    @JsonProperty
    private double kept = 1;

    @JsonProperty
    private double keptAttention = 1;

    /** For JSON. */
    public TransformerBlock() {}

    private TransformerBlock(Builder builder) {
        super(builder);
        heads = builder.heads;
        causal = builder.causal;
        normFirst = builder.normFirst;
        epsilon = builder.epsilon;
        kept = builder.kept;
        keptAttention = builder.keptAttention;
    }

    /** Makes such layers. */
    public static final class Builder extends RowLayer.Builder<Builder> {

        private final int heads;
        private boolean causal;
        private boolean normFirst;
        private double epsilon = 1e-5;
        private double kept = 1;
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

        /** Normalizes what goes into attention and dense layers, instead of each sum behind them. */
        public Builder normFirst() {
            normFirst = true;
            return this;
        }

        /** What is added to the variance where layers are normalized. */
        public Builder epsilon(double added) {
            epsilon = added;
            return this;
        }

        /** The part of what attention and dense layers give that stays while training. */
        public Builder kept(double part) {
            kept = part;
            return this;
        }

        /** The part of what is looked at that stays while training. */
        public Builder keptAttention(double part) {
            keptAttention = part;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public TransformerBlock build() {
            return new TransformerBlock(this);
        }
    }

    @Override
    RowCore core(DataType type) {
        int width = Math.toIntExact(getNIn());
        List<RowCore> cores = new ArrayList<>();
        cores.add(residual(
                type,
                "norm1",
                new RowSelfAttention(
                        type, "self", width, heads, causal, true, getWeightInitFn(), dropout(type, keptAttention, 1)),
                2));
        if (ownSteps > 0) {
            cores.add(residual(
                    type,
                    "norm2",
                    new RowCrossAttention(
                            type,
                            "cross",
                            width,
                            otherFeatures,
                            heads,
                            true,
                            getWeightInitFn(),
                            dropout(type, keptAttention, 3)),
                    4));
        }
        cores.add(residual(type, "norm" + (cores.size() + 1), dense(type, width, getActivationFn()), 5));
        int[] between = new int[cores.size() - 1];
        java.util.Arrays.fill(between, width);
        return new RowStack(type, cores, between);
    }

    private RowCore dense(DataType type, int width, IActivation activation) {
        int hidden = Math.toIntExact(getNOut());
        return new RowStack(
                type,
                List.of(
                        new RowDense(type, "up", width, hidden, activation, getWeightInitFn(), true, getBiasInit()),
                        new RowLinear(type, "down", hidden, width, getWeightInitFn(), true, getBiasInit())),
                hidden);
    }

    private RowResidual residual(DataType type, String norm, RowCore core, int salt) {
        int width = Math.toIntExact(getNIn());
        return new RowResidual(type, norm, core, width, normFirst, epsilon, dropout(type, kept, salt));
    }

    private static RowDropout dropout(DataType type, double kept, int salt) {
        return new RowDropout(type, kept, salt);
    }

    @Override
    long width() {
        return getNIn();
    }

    @Override
    List<Object> settings() {
        return List.of(heads, causal, normFirst, epsilon, kept, keptAttention);
    }
}
