package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Each group of channels of each example brought to mean 0 and variance 1, then scaled and shifted channel by channel: Wu and He, Group normalization (2018). With a group for each channel
 * it is instance normalization: Ulyanov, Vedaldi and Lempitsky, Instance normalization (2016). The same in training and prediction, and whatever else is in the batch.
 */
public final class GroupNorm extends LearningFunction {

    private static final String GAMMA = "gamma";
    private static final String BETA = "beta";

    private int groups = 1;
    private double epsilon = 1e-5;

    /** For JSON. */
    public GroupNorm() {}

    /**
     * A normalization.
     *
     * @param groups how many groups of channels there are; their number divides that of the channels
     * @param epsilon what is added to the variance
     */
    public GroupNorm(int groups, double epsilon) {
        this.groups = groups;
        this.epsilon = epsilon;
    }

    @Override
    public List<LearnedArray> learned() {
        return List.of(LearnedArray.row(GAMMA, getNIn(), 1), LearnedArray.row(BETA, getNIn(), 0));
    }

    @Override
    protected INDArray apply(INDArray in, Map<String, INDArray> learned) {
        INDArray normal = normal(grouped(in)).reshape('c', byChannel(in));
        return normal.mul(column(learned, GAMMA)).addi(column(learned, BETA)).reshape('c', in.shape());
    }

    /** With normal values n, slopes d in them and means over a group: (d − mean d − n · mean(d · n)) ÷ √(variance + ε). */
    @Override
    protected INDArray back(
            INDArray in, Map<String, INDArray> learned, INDArray gradient, Map<String, INDArray> slopes) {
        INDArray groupwise = grouped(in);
        INDArray normal = normal(groupwise);
        INDArray dy = gradient.dup('c').reshape('c', byChannel(in));
        view(slopes, BETA).assign(dy.sum(0, 2).reshape(1, in.size(1)));
        view(slopes, GAMMA)
                .assign(dy.mul(normal.reshape('c', byChannel(in))).sum(0, 2).reshape(1, in.size(1)));
        INDArray d = dy.mul(column(learned, GAMMA)).reshape('c', groupwise.shape());
        INDArray along = normal.mul(d.mul(normal).mean(true, 1));
        return d.sub(d.mean(true, 1)).subi(along).divi(deviation(groupwise)).reshape('c', in.shape());
    }

    private INDArray grouped(INDArray in) {
        return in.dup('c').reshape('c', in.size(0) * groups, in.length() / in.size(0) / groups);
    }

    private INDArray normal(INDArray groupwise) {
        return groupwise.sub(groupwise.mean(true, 1)).divi(deviation(groupwise));
    }

    private INDArray deviation(INDArray groupwise) {
        INDArray centred = groupwise.sub(groupwise.mean(true, 1));
        return Transforms.sqrt(centred.muli(centred.dup()).mean(true, 1).addi(epsilon), false);
    }

    private static long[] byChannel(INDArray in) {
        return new long[] {in.size(0), in.size(1), in.length() / in.size(0) / in.size(1)};
    }

    private static INDArray column(Map<String, INDArray> learned, String name) {
        INDArray row = view(learned, name);
        return row.dup('c').reshape('c', 1, row.length(), 1);
    }

    private static INDArray view(Map<String, INDArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name));
    }

    public int getGroups() {
        return groups;
    }

    public void setGroups(int groups) {
        this.groups = groups;
    }

    public double getEpsilon() {
        return epsilon;
    }

    public void setEpsilon(double epsilon) {
        this.epsilon = epsilon;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof GroupNorm that
                && groups == that.groups
                && epsilon == that.epsilon;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), groups, epsilon);
    }
}
