package io.layerloom.engine.kit;

import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A learning rate that rises once and falls far below where it began, both along half a cosine wave: Smith and Topin, Super-convergence: very fast training of neural networks
 * using large learning rates (2018).
 */
public final class OneCycleSchedule implements ISchedule {

    /** How far below its first value the rate ends. */
    private static final double LAST_DIVISOR = 1e4;

    private final ScheduleType scheduleType;
    private final double rate;
    private final double divisor;
    private final double rising;
    private final int length;

    /**
     * A schedule.
     *
     * @param scheduleType whether epochs or mini-batches are counted
     * @param rate the highest rate
     * @param divisor how many times smaller the first rate is
     * @param rising the part of the length in which the rate rises, from 0 to 1
     * @param length how many epochs or mini-batches the cycle takes; after it the rate stays where it is
     */
    public OneCycleSchedule(
            @JsonProperty("scheduleType") ScheduleType scheduleType,
            @JsonProperty("rate") double rate,
            @JsonProperty("divisor") double divisor,
            @JsonProperty("rising") double rising,
            @JsonProperty("length") int length) {
        this.scheduleType = scheduleType;
        this.rate = rate;
        this.divisor = divisor;
        this.rising = rising;
        this.length = length;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        int t = Math.min(scheduleType == ScheduleType.EPOCH ? epoch : iteration, length - 1);
        double first = rate / divisor;
        double top = rising * length - 1;
        return t < top ? between(first, rate, t / top) : between(rate, first / LAST_DIVISOR, fallen(t, top));
    }

    private double fallen(int t, double top) {
        double begin = Math.max(0, top);
        return length - 1 > begin ? (t - begin) / (length - 1 - begin) : 0;
    }

    private static double between(double from, double to, double part) {
        return to + (from - to) * (1 + Math.cos(Math.PI * part)) / 2;
    }

    public ScheduleType getScheduleType() {
        return scheduleType;
    }

    public double getRate() {
        return rate;
    }

    public double getDivisor() {
        return divisor;
    }

    public double getRising() {
        return rising;
    }

    public int getLength() {
        return length;
    }

    /** This schedule itself, because nothing in it changes. */
    @Override
    @SuppressWarnings("CloneDeclaresCloneNotSupported")
    public ISchedule clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneCycleSchedule that
                && scheduleType == that.scheduleType
                && rate == that.rate
                && divisor == that.divisor
                && rising == that.rising
                && length == that.length;
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheduleType, rate, divisor, rising, length);
    }
}
