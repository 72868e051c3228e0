package io.layerloom.engine.kit;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Tells each step of a sequence its place, by adding waves or rows that are learned. */
public final class Positions extends RowLayer {

    @JsonProperty
    private int steps;

    @JsonProperty
    private boolean learning;

    @JsonProperty
    private double factor = 1;

    /** For JSON. */
    public Positions() {}

    private Positions(Builder builder) {
        super(builder);
        steps = builder.steps;
        learning = builder.learning;
        factor = builder.factor;
    }

    /** Makes such layers. */
    public static final class Builder extends RowLayer.Builder<Builder> {

        private final int steps;
        private boolean learning;
        private double factor = 1;

        /** Places of at most so many steps. */
        public Builder(int steps) {
            this.steps = steps;
        }

        /** Learns a row for each place instead of adding waves. */
        public Builder learned() {
            learning = true;
            return this;
        }

        /** Multiplies what comes in first. */
        public Builder scaled(double by) {
            factor = by;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Positions build() {
            return new Positions(this);
        }
    }

    @Override
    RowCore core(DataType type) {
        return new RowPositions(type, steps, Math.toIntExact(getNIn()), learning, factor);
    }

    @Override
    long width() {
        return getNIn();
    }

    @Override
    List<Object> settings() {
        return List.of(steps, learning, factor);
    }
}
