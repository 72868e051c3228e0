package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Every channel of an image times a weight between 0 and 1 that follows from the means of all channels, through two small dense layers: Hu, Shen and Sun, Squeeze-and-excitation networks
 * (2018).
 */
public final class SqueezeExcitation extends LearningFunction {

    private static final String NARROW = "W1";
    private static final String NARROW_BIAS = "b1";
    private static final String WIDE = "W2";
    private static final String WIDE_BIAS = "b2";

    private int units = 1;

    /** For JSON. */
    public SqueezeExcitation() {}

    /**
     * A block.
     *
     * @param units of the narrow layer between
     */
    public SqueezeExcitation(int units) {
        this.units = units;
    }

    @Override
    public List<LearnedArray> learned() {
        return List.of(
                LearnedArray.weights(NARROW, getNIn(), units, getWeightInitFn()),
                LearnedArray.row(NARROW_BIAS, units, 0),
                LearnedArray.weights(WIDE, units, getNIn(), getWeightInitFn()),
                LearnedArray.row(WIDE_BIAS, getNIn(), 0));
    }

    @Override
    protected INDArray apply(INDArray in, Map<String, INDArray> learned) {
        return in.mul(spread(strengths(narrow(means(in), learned), learned)));
    }

    @Override
    protected INDArray back(
            INDArray in, Map<String, INDArray> learned, INDArray gradient, Map<String, INDArray> slopes) {
        INDArray means = means(in);
        INDArray narrow = narrow(means, learned);
        INDArray strengths = strengths(narrow, learned);
        INDArray wide = gradient.mul(in).sum(2, 3).muli(strengths).muli(strengths.rsub(1));
        get(slopes, WIDE).assign(narrow.transpose().mmul(wide));
        get(slopes, WIDE_BIAS).assign(wide.sum(true, 0));
        INDArray before =
                wide.mmul(get(learned, WIDE).transpose()).muli(narrow.gt(0).castTo(in.dataType()));
        get(slopes, NARROW).assign(means.transpose().mmul(before));
        get(slopes, NARROW_BIAS).assign(before.sum(true, 0));
        INDArray ofMeans = before.mmul(get(learned, NARROW).transpose()).divi(in.size(2) * in.size(3));
        return gradient.mul(spread(strengths)).addi(spread(ofMeans));
    }

    private static INDArray means(INDArray in) {
        return in.mean(2, 3);
    }

    private static INDArray narrow(INDArray means, Map<String, INDArray> learned) {
        return Transforms.relu(means.mmul(get(learned, NARROW)).addiRowVector(get(learned, NARROW_BIAS)), false);
    }

    private static INDArray strengths(INDArray narrow, Map<String, INDArray> learned) {
        return Transforms.sigmoid(narrow.mmul(get(learned, WIDE)).addiRowVector(get(learned, WIDE_BIAS)), false);
    }

    /** One number for each channel, to be used at every pixel. */
    private static INDArray spread(INDArray channels) {
        return channels.dup('c').reshape('c', channels.size(0), channels.size(1), 1, 1);
    }

    private static INDArray get(Map<String, INDArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name));
    }

    public int getUnits() {
        return units;
    }

    public void setUnits(int units) {
        this.units = units;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SqueezeExcitation that && units == that.units;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), units);
    }
}
