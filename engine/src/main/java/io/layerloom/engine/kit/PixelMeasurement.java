package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** What a network takes each pixel of pictures for. Of its outputs only the likeliest class of each pixel is kept. */
public final class PixelMeasurement extends Measurement {

    /** Pictures have an output per pixel and class, so less goes into a batch than of other examples. */
    private static final int BATCH = 32;

    private final byte[] masks;
    private final PixelCounts counts;

    private PixelMeasurement(ComputationGraph net, double loss, int[] rows, byte[] masks, PixelCounts counts) {
        super(net, loss, rows.length, rows);
        this.masks = masks;
        this.counts = counts;
    }

    /** Measures a network on rows of a data set. */
    public static PixelMeasurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        PixelLoss loss = loss(net)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Only a network that ends with an output per pixel tells the pixels of pictures apart."));
        Batches batches = Batches.of(data, rows, Math.min(batchSize, BATCH), feed);
        byte[] masks = new byte[Math.multiplyExact(rows.length, loss.pixels())];
        PixelCounts counts = new PixelCounts(data.classNames().size());
        double sum = 0;
        int done = 0;
        for (MultiDataSet batch : batches) {
            INDArray output = net.output(false, batch.getFeatures())[0];
            sum += loss.sum(batch.getLabels(0), output);
            float[] values = output.dup('c').data().asFloat();
            int size = values.length / (int) output.size(0);
            for (int from = 0; from < values.length; from += size, done++) {
                byte[] taken = mask(values, from, size, loss.pixels());
                counts.add(data.mask(rows[done]), taken);
                System.arraycopy(taken, 0, masks, done * loss.pixels(), loss.pixels());
            }
        }
        return new PixelMeasurement(net, sum, rows, masks, counts);
    }

    private static Optional<PixelLoss> loss(ComputationGraph net) {
        return net.getOutputLayer(0).conf().getLayer() instanceof CnnLossLayer end
                        && end.getLossFn() instanceof PixelLoss loss
                ? Optional.of(loss)
                : Optional.empty();
    }

    /** The likeliest class of each pixel of an example that a network gives for its picture; empty if it does not tell pixels apart. */
    public static Optional<byte[]> mask(ComputationGraph net, float[] outputs) {
        return loss(net).map(loss -> mask(outputs, 0, outputs.length, loss.pixels()));
    }

    /** The class of each pixel by its probabilities, which lie class by class; a single one says whether it is of class 1. */
    public static byte[] mask(float[] outputs, int from, int size, int pixels) {
        byte[] mask = new byte[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            if (size == pixels) {
                mask[pixel] = (byte) (outputs[from + pixel] > 0.5f ? 1 : 0);
                continue;
            }
            int best = 0;
            for (int kind = 1; kind < size / pixels; kind++) {
                if (outputs[from + kind * pixels + pixel] > outputs[from + best * pixels + pixel]) {
                    best = kind;
                }
            }
            mask[pixel] = (byte) best;
        }
        return mask;
    }

    /** The part of the pixels that were taken for what they are. */
    @Override
    public double accuracy() {
        return counts.accuracy();
    }

    /** How often pixels were taken for what. */
    public PixelCounts counts() {
        return counts;
    }

    /** What the pixels of a measured picture were taken for, row by row. */
    public byte[] mask(int example) {
        int pixels = masks.length / size();
        return Arrays.copyOfRange(masks, example * pixels, (example + 1) * pixels);
    }
}
