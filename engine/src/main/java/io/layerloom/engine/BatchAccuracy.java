package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.FastGraph;
import io.layerloom.engine.kit.Head;
import io.layerloom.engine.kit.OutputMeasurement;
import io.layerloom.engine.kit.PixelCounts;
import io.layerloom.engine.kit.PixelMeasurement;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The accuracy of each mini-batch, almost for free, from what the network gave in the step itself. Where DL4J computes it, that is the activations of its forward pass, all but the last
 * layer's, which is small enough to compute once more.
 */
final class BatchAccuracy extends BaseTrainingListener {

    private final FastGraph net;
    private final List<Head> heads;
    private Examples data;
    private int[] rows = {};
    private double heard = Double.NaN;

    BatchAccuracy(FastGraph net, Examples data) {
        this.net = net;
        this.data = data;
        this.heads = data.isClassified() ? Head.of(net) : List.of();
        if (!heads.isEmpty()) {
            net.addListeners(this);
        }
    }

    /** Says what the examples are from now on, as in another epoch. */
    void learnFrom(Examples ofEpoch) {
        data = ofEpoch;
    }

    /** Says which rows come next. */
    void expect(int[] batchRows) {
        rows = batchRows;
        heard = Double.NaN;
    }

    /** The part of the last mini-batch that was classified rightly, before the step, or of its pixels where a program computes them; NaN if nothing is classified. */
    double last() {
        if (data.isSegmenting()) {
            return net.lastOutput().map(this::pixelAccuracy).orElse(Double.NaN);
        }
        return data.isClassified() ? net.lastOutput().map(this::accuracy).orElse(heard) : Double.NaN;
    }

    private double pixelAccuracy(FastGraph.Output output) {
        PixelCounts counts = new PixelCounts(data.classNames().size());
        for (int i = 0; i < rows.length; i++) {
            byte[] really = data.mask(rows[i]);
            counts.add(
                    really, PixelMeasurement.mask(output.values(), i * output.width(), output.width(), really.length));
        }
        return counts.accuracy();
    }

    private double accuracy(FastGraph.Output output) {
        int[] labels = data.classes();
        int right = 0;
        for (int i = 0; i < rows.length; i++) {
            right += OutputMeasurement.standsFor(labels[rows[i]], output.values(), i * output.width(), output.width())
                    ? 1
                    : 0;
        }
        return (double) right / rows.length;
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        Head head = heads.get(0);
        INDArray before = activations.get(head.from());
        if (before == null) {
            return;
        }
        INDArray sums = head.weightedSums(before);
        // Activation functions keep the order of their inputs, so the largest sum is the largest output.
        INDArray decisive = sums.size(1) == 1 ? head.outputs(sums) : sums;
        float[] values = decisive.data().asFloat();
        int right = 0;
        for (int i = 0; i < rows.length; i++) {
            right += predicted(values, decisive, i) == data.classes()[rows[i]] ? 1 : 0;
        }
        heard = (double) right / rows.length;
    }

    /** The place of the largest number in a row, whichever way the rows lie in memory. */
    private static int predicted(float[] values, INDArray matrix, int row) {
        int width = (int) matrix.size(1);
        int from = (int) (row * matrix.stride(0));
        int step = (int) matrix.stride(1);
        if (width == 1) {
            return values[from] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < width; i++) {
            best = values[from + i * step] > values[from + best * step] ? i : best;
        }
        return best;
    }
}
