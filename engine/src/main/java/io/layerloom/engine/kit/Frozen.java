package io.layerloom.engine.kit;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** The optimizer of a layer that training leaves as it is, bit for bit: whatever the slopes are, the weights stay. (DL4J's {@code NoOp} adds the slopes as they are.) */
public final class Frozen implements IUpdater {

    private static final long serialVersionUID = 1;

    /** Whether training leaves the weights of a layer as they are. */
    static boolean is(org.deeplearning4j.nn.conf.layers.Layer settings) {
        return settings instanceof org.deeplearning4j.nn.conf.layers.BaseLayer learned
                && learned.getIUpdater() instanceof Frozen;
    }

    @Override
    public long stateSize(long parameters) {
        return 0;
    }

    @Override
    public GradientUpdater<Frozen> instantiate(INDArray state, boolean initialize) {
        return new AtWork(this);
    }

    @Override
    public GradientUpdater<Frozen> instantiate(Map<String, INDArray> state, boolean initialize) {
        return new AtWork(this);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return Double.NaN;
    }

    @Override
    public boolean hasLearningRate() {
        return false;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        throw new UnsupportedOperationException("A frozen layer has no learning rate.");
    }

    // A settings object of DL4J must have it.
    @Override
    @SuppressWarnings({"MethodDoesntCallSuperMethod", "super"})
    public IUpdater clone() {
        return new Frozen();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frozen;
    }

    @Override
    public int hashCode() {
        return Frozen.class.hashCode();
    }

    /** Sets all slopes to zero. */
    private record AtWork(Frozen getConfig) implements GradientUpdater<Frozen> {

        @Override
        public void setState(Map<String, INDArray> state, boolean initialize) {}

        @Override
        public Map<String, INDArray> getState() {
            return Map.of();
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {}

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            gradient.assign(0);
        }
    }
}
