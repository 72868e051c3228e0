package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** What a network predicts for some rows of a data set, and how far off it is. */
public final class Measurement {

    private final double loss;
    private final float[] outputs;
    private final int width;
    private final int[] rows;
    private final Examples data;

    private Measurement(double loss, float[] outputs, int width, int[] rows, Examples data) {
        this.loss = loss;
        this.outputs = outputs;
        this.width = width;
        this.rows = rows;
        this.data = data;
    }

    /** Measures a network on rows of a data set. */
    public static Measurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        List<Head> heads = Head.of(net);
        Batches batches = Batches.of(data, rows, batchSize, feed);
        double sum = 0;
        float[] outputs = new float[0];
        int width = 0;
        int done = 0;
        for (int i = 0; i < batches.count(); i++) {
            MultiDataSet batch = batches.get(i);
            INDArray[] head = new INDArray[1];
            sum += heads.isEmpty() ? whole(net, batch, head) : throughHeads(net, heads, batch, head);
            float[] values = head[0].dup('c').data().asFloat();
            if (i == 0) {
                width = values.length / batches.size(0);
                outputs = new float[rows.length * width];
            }
            System.arraycopy(values, 0, outputs, done * width, values.length);
            done += batches.size(i);
        }
        double loss = done == 0 ? Double.NaN : sum / done + Penalties.of(net);
        return new Measurement(loss, outputs, width, rows.clone(), data);
    }

    /** One forward pass that gives the outputs and what comes before the last layers; from that their loss follows. */
    private static double throughHeads(ComputationGraph net, List<Head> heads, MultiDataSet batch, INDArray[] first) {
        List<String> wanted = new ArrayList<>(net.getConfiguration().getNetworkOutputs());
        heads.stream().map(Head::from).distinct().forEach(wanted::add);
        INDArray[] activations = net.output(wanted, false, batch.getFeatures(), batch.getFeaturesMaskArrays());
        first[0] = activations[0];
        double sum = 0;
        for (int i = 0; i < heads.size(); i++) {
            INDArray before = activations[wanted.indexOf(heads.get(i).from())];
            sum += heads.get(i).loss(batch.getLabels(i), heads.get(i).weightedSums(before));
        }
        return sum;
    }

    private static double whole(ComputationGraph net, MultiDataSet batch, INDArray[] first) {
        double penalties = net.calcRegularizationScore(true);
        double sum =
                (net.score(batch, false) - penalties) * batch.getFeatures(0).size(0);
        first[0] = net.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
        return sum;
    }

    /** The mean loss of an example, with the L1 and L2 penalties of the layers; NaN if nothing was measured. */
    public double loss() {
        return loss;
    }

    /** The part of the examples that was classified rightly; NaN where numbers are predicted or nothing was measured. */
    public double accuracy() {
        if (!data.isClassified() || rows.length == 0) {
            return Double.NaN;
        }
        int right = 0;
        for (int i = 0; i < rows.length; i++) {
            right += predictedClass(i) == data.classes()[rows[i]] ? 1 : 0;
        }
        return (double) right / rows.length;
    }

    /** How many examples were measured. */
    public int size() {
        return rows.length;
    }

    /** The row of the data set behind a measured example. */
    public int row(int example) {
        return rows[example];
    }

    /** How many numbers the first output gives for an example. */
    public int width() {
        return width;
    }

    /** What the first output gave for all examples, one after the other. */
    public float[] outputs() {
        return outputs.clone();
    }

    /** The class that the first output holds most likely for an example. */
    public int predictedClass(int example) {
        return predictedClass(outputs, example * width, width);
    }

    /** The class that an output stands for: the place of its largest number, or for a single probability whether it is above one half. */
    public static int predictedClass(float[] outputs, int from, int width) {
        if (width == 1) {
            return outputs[from] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (outputs[from + i] > outputs[from + best]) {
                best = i;
            }
        }
        return best;
    }
}
