package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The {@linkplain PictureLoss loss of pictures} as DL4J asks for it.
 *
 * <p>DL4J's layer hands over [batch · height · width, channels].
 */
public final class PixelLoss implements ILossFunction, Kernel.Source {

    private static final long serialVersionUID = 1;

    private final int height;
    private final int width;
    private final double entropy;
    private final double gamma;
    private final double dice;

    /**
     * A loss.
     *
     * @param height rows of pixels
     * @param width columns of pixels
     * @param entropy the weight of the cross-entropy
     * @param gamma how much less the pixels count there that are right anyway
     * @param dice the weight of the Dice loss
     */
    public PixelLoss(
            @JsonProperty("height") int height,
            @JsonProperty("width") int width,
            @JsonProperty("entropy") double entropy,
            @JsonProperty("gamma") double gamma,
            @JsonProperty("dice") double dice) {
        if (height < 1 || width < 1 || Math.min(entropy, Math.min(gamma, dice)) < 0) {
            throw new IllegalArgumentException(
                    "A picture has rows and columns, and no weight of a loss is below zero. Received: %d, %d, %s, %s, %s"
                            .formatted(height, width, entropy, gamma, dice));
        }
        this.height = height;
        this.width = width;
        this.entropy = entropy;
        this.gamma = gamma;
        this.dice = dice;
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return site.settings(CnnLossLayer.class)
                .filter(settings -> site.seesImages() && settings.getFormat() == CNN2DFormat.NCHW)
                .filter(settings -> site.shape()[1] == height && site.shape()[2] == width)
                .<List<Kernel>>map(
                        settings -> List.of(new PixelEndKernel(site.inlet(), site.give(site.shape()), ofPicture())))
                .orElse(List.of());
    }

    /** How many pixels a picture has. */
    int pixels() {
        return height * width;
    }

    private PictureLoss ofPicture() {
        return new PictureLoss(pixels(), entropy, gamma, dice);
    }

    /** The losses of some pictures, added up, from labels and probabilities of the shape [batch, channels, height, width]. */
    double sum(INDArray labels, INDArray probabilities) {
        int size = Math.toIntExact(labels.length() / labels.size(0));
        double[] wanted = RowMajor.of(labels);
        double[] given = RowMajor.of(probabilities);
        PictureLoss loss = ofPicture();
        double sum = 0;
        for (int from = 0; from < wanted.length; from += size) {
            sum += loss.of(Arrays.copyOfRange(wanted, from, from + size), Arrays.copyOfRange(given, from, from + size));
        }
        return sum;
    }

    @Override
    public double computeScore(INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        double sum = Arrays.stream(losses(labels, sums, function)).sum();
        return average ? sum / examples(sums) : sum;
    }

    /** The loss of each picture, divided evenly among its pixels. */
    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        double[] losses = losses(labels, sums, function);
        double[] each = new double[(int) sums.size(0)];
        for (int row = 0; row < each.length; row++) {
            each[row] = losses[row / pixels()] / pixels();
        }
        return Nd4j.createFromArray(each).reshape(each.length, 1).castTo(sums.dataType());
    }

    private double[] losses(INDArray labels, INDArray sums, IActivation function) {
        require(labels, sums, function);
        PictureLoss loss = ofPicture();
        double[] losses = new double[examples(sums)];
        double[] probabilities = new double[pixels() * (int) sums.size(1)];
        for (int example = 0; example < losses.length; example++) {
            loss.activate(picture(sums, example), probabilities);
            losses[example] = loss.of(picture(labels, example), probabilities);
        }
        return losses;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray sums, IActivation function, INDArray mask) {
        require(labels, sums, function);
        PictureLoss loss = ofPicture();
        int channels = (int) sums.size(1);
        double[] probabilities = new double[pixels() * channels];
        double[] slopes = new double[pixels() * channels];
        double[][] all = new double[(int) sums.size(0)][channels];
        for (int example = 0; example < examples(sums); example++) {
            loss.activate(picture(sums, example), probabilities);
            loss.slopes(picture(labels, example), probabilities, slopes);
            for (int at = 0; at < slopes.length; at++) {
                all[example * pixels() + at % pixels()][at / pixels()] = slopes[at];
            }
        }
        return Nd4j.createFromArray(all).castTo(sums.dataType());
    }

    /** A picture's numbers channel by channel, of [batch · pixels, channels]. */
    private double[] picture(INDArray rows, int example) {
        int channels = (int) rows.size(1);
        double[] picture = new double[pixels() * channels];
        for (int at = 0; at < picture.length; at++) {
            picture[at] = rows.getDouble((long) example * pixels() + at % pixels(), at / pixels());
        }
        return picture;
    }

    private int examples(INDArray rows) {
        return Math.toIntExact(rows.size(0) / pixels());
    }

    private void require(INDArray labels, INDArray sums, IActivation function) {
        boolean fitting =
                sums.size(1) == 1 ? function instanceof ActivationSigmoid : function instanceof ActivationSoftmax;
        if (sums.rank() != 2 || sums.size(0) % pixels() != 0 || !labels.equalShapes(sums) || !fitting) {
            throw new IllegalArgumentException(
                    "Pictures of %d×%d pixels go through softmax, or one channel through sigmoid, and labels are of the same shape. Received: %s, %s, %s"
                            .formatted(
                                    height,
                                    width,
                                    Arrays.toString(sums.shape()),
                                    Arrays.toString(labels.shape()),
                                    function));
        }
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray sums, IActivation function, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, sums, function, mask, average), computeGradient(labels, sums, function, mask));
    }

    public int getHeight() {
        return height;
    }

    public int getWidth() {
        return width;
    }

    public double getEntropy() {
        return entropy;
    }

    public double getGamma() {
        return gamma;
    }

    public double getDice() {
        return dice;
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelLoss && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The constructor call that makes this loss. */
    @Override
    public String toString() {
        return "PixelLoss(%d, %d, %s, %s, %s)".formatted(height, width, entropy, gamma, dice);
    }
}
