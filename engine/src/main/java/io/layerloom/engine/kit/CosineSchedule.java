package io.layerloom.engine.kit;

import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A learning rate that rises in a straight line while training warms up, then falls along half a cosine wave, as in Loshchilov and Hutter, SGDR: stochastic gradient descent with
 * warm restarts (2017), without the restarts; the warm-up is that of Goyal et al., Accurate, large minibatch SGD (2017).
 */
public final class CosineSchedule implements ISchedule {

    private final ScheduleType scheduleType;
    private final double rate;
    private final int warmUp;
    private final int length;
    private final double floor;

    /**
     * A schedule.
     *
     * @param scheduleType whether epochs or mini-batches are counted
     * @param rate the highest rate, reached when the warm-up is over
     * @param warmUp how many epochs or mini-batches the rate rises; 0 for none
     * @param length after how many, with the warm-up, the rate has come down to the floor and stays there
     * @param floor the last rate
     */
    public CosineSchedule(
            @JsonProperty("scheduleType") ScheduleType scheduleType,
            @JsonProperty("rate") double rate,
            @JsonProperty("warmUp") int warmUp,
            @JsonProperty("length") int length,
            @JsonProperty("floor") double floor) {
        this.scheduleType = scheduleType;
        this.rate = rate;
        this.warmUp = warmUp;
        this.length = length;
        this.floor = floor;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        int t = scheduleType == ScheduleType.EPOCH ? epoch : iteration;
        if (t < warmUp) {
            return rate * (t + 1) / (warmUp + 1);
        }
        double done = t >= length ? 1 : (double) (t - warmUp) / (length - warmUp);
        return floor + (rate - floor) * (1 + Math.cos(Math.PI * done)) / 2;
    }

    public ScheduleType getScheduleType() {
        return scheduleType;
    }

    public double getRate() {
        return rate;
    }

    public int getWarmUp() {
        return warmUp;
    }

    public int getLength() {
        return length;
    }

    public double getFloor() {
        return floor;
    }

    /** This schedule itself, because nothing in it changes. */
    @Override
    @SuppressWarnings("CloneDeclaresCloneNotSupported")
    public ISchedule clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CosineSchedule that
                && scheduleType == that.scheduleType
                && rate == that.rate
                && warmUp == that.warmUp
                && length == that.length
                && floor == that.floor;
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheduleType, rate, warmUp, length, floor);
    }
}
