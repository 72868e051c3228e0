package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Head;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The accuracy of each mini-batch, almost for free: DL4J shows the activations of its own forward pass, all but the last layer's, which is small enough to compute once more.
 */
final class BatchAccuracy extends BaseTrainingListener {

    private final Examples data;
    private final List<Head> heads;
    private int[] rows = {};
    private double last = Double.NaN;

    BatchAccuracy(ComputationGraph net, Examples data) {
        this.data = data;
        this.heads = data.isClassified() ? Head.of(net) : List.of();
        if (!heads.isEmpty()) {
            net.addListeners(this);
        }
    }

    /** Says which rows come next. */
    void expect(int[] batchRows) {
        rows = batchRows;
        last = Double.NaN;
    }

    /** The part of the last mini-batch that was classified rightly, before the step; NaN if nothing is classified. */
    double last() {
        return last;
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
        last = (double) right / rows.length;
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
