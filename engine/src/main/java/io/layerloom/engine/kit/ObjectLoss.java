package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * How far what a network says is from the objects on pictures. A subclass looks at one picture after the other, and says what the numbers mean.
 *
 * <p>Labels have the shape [batch, 5 · boxes]: class, left, top, right and bottom of each box, as {@link Box} has them; a box without area is none.
 */
abstract class ObjectLoss implements ILossFunction, LossKernel.FreeLabels {

    private static final long serialVersionUID = 1;

    /** How many numbers a network says of a picture. */
    abstract int size();

    /** The objects that the numbers of a picture say are there, the surest first. */
    abstract List<Detection> objects(double[] numbers);

    /**
     * The loss of one picture.
     *
     * @param objects what really is there
     * @param slopes where the slope of the loss along each number goes; zeros at first
     */
    abstract double loss(double[] numbers, List<Box> objects, double[] slopes);

    /** The losses of some pictures, added up. */
    final double sum(INDArray labels, INDArray output) {
        return Arrays.stream(losses(labels, output, new ActivationIdentity())).sum();
    }

    @Override
    public double computeScore(INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double sum = Arrays.stream(losses(labels, sums, function)).sum();
        return average ? sum / sums.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        return Nd4j.createFromArray(losses(labels, sums, function))
                .reshape(sums.size(0), 1)
                .castTo(sums.dataType());
    }

    private double[] losses(INDArray labels, INDArray sums, IActivation function) {
        double[][] numbers = numbers(sums, function);
        double[] losses = new double[numbers.length];
        for (int example = 0; example < losses.length; example++) {
            losses[example] = loss(numbers[example], boxes(labels, example), new double[size()]);
        }
        return losses;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        return computeGradientAndScore(labels, sums, function, mask, false).getSecond();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double[][] numbers = numbers(sums, function);
        double[][] slopes = new double[numbers.length][size()];
        double sum = 0;
        for (int example = 0; example < numbers.length; example++) {
            sum += loss(numbers[example], boxes(labels, example), slopes[example]);
        }
        return new Pair<>(
                average ? sum / numbers.length : sum,
                Nd4j.createFromArray(slopes).castTo(sums.dataType()));
    }

    private double[][] numbers(INDArray sums, IActivation function) {
        if (!(function instanceof ActivationIdentity) || sums.rank() != 2 || sums.size(1) != size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%,d numbers for a picture are wanted, as they are. Received: %s, %s",
                    size(),
                    Arrays.toString(sums.shape()),
                    function));
        }
        return sums.castTo(DataType.DOUBLE).toDoubleMatrix();
    }

    private static List<Box> boxes(INDArray labels, int example) {
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at + Box.NUMBERS <= labels.size(1); at += Box.NUMBERS) {
            Box box = new Box(
                    labels.getInt(example, at),
                    labels.getDouble(example, at + 1),
                    labels.getDouble(example, at + 2),
                    labels.getDouble(example, at + 3),
                    labels.getDouble(example, at + 4));
            if (box.area() > 0) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    @Override
    public String name() {
        return toString();
    }

    /** The constructor call that makes this loss: equal calls make equal losses. */
    @Override
    public abstract String toString();

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectLoss && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
