package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** What a network predicts where each example has a class, or numbers that are to be found or given back. */
public final class OutputMeasurement extends Measurement {

    private final float[] outputs;
    private final int width;
    private final Examples data;

    private OutputMeasurement(
            ComputationGraph net, double loss, int[] rows, float[] outputs, int width, Examples data) {
        super(net, loss, rows.length, rows);
        this.outputs = outputs;
        this.width = width;
        this.data = data;
    }

    /** Measures a network on rows of a data set. */
    public static OutputMeasurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
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
            sum += net instanceof FastGraph fast ? fast.addedLoss() : AddedLoss.of(net);
            float[] values = head[0].dup('c').data().asFloat();
            if (i == 0) {
                width = values.length / batches.size(0);
                outputs = new float[rows.length * width];
            }
            System.arraycopy(values, 0, outputs, done * width, values.length);
            done += batches.size(i);
        }
        return new OutputMeasurement(net, sum, rows, outputs, width, data);
    }

    /** One forward pass that gives the outputs and what comes before the last layers; from that their loss follows. */
    private static double throughHeads(ComputationGraph net, List<Head> heads, MultiDataSet batch, INDArray[] first) {
        boolean weighted = heads.stream().allMatch(Head::isWeighted);
        List<String> wanted = new ArrayList<>(weighted ? net.getConfiguration().getNetworkOutputs() : List.of());
        heads.stream().map(Head::from).distinct().forEach(wanted::add);
        INDArray[] activations = net.output(wanted, false, batch.getFeatures(), batch.getFeaturesMaskArrays());
        Head leader = heads.get(0);
        first[0] = weighted
                ? activations[0]
                : leader.outputs(leader.weightedSums(activations[wanted.indexOf(leader.from())]));
        double sum = 0;
        for (int i = 0; i < heads.size(); i++) {
            INDArray before = activations[wanted.indexOf(heads.get(i).from())];
            sum += heads.get(i).loss(batch.getLabels(i), before);
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

    /** The part of the examples that was classified rightly; NaN where numbers are predicted or nothing was measured. */
    @Override
    public double accuracy() {
        if (!data.isClassified() || size() == 0) {
            return Double.NaN;
        }
        int right = 0;
        for (int i = 0; i < size(); i++) {
            right += standsFor(data.classes()[row(i)], outputs, i * width, width) ? 1 : 0;
        }
        return (double) right / size();
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

    /** Whether {@link #predictedClass(float[], int, int)} gives this class. A processor foresees the answer where most of the outputs are right, but never which number is the largest. */
    public static boolean standsFor(int label, float[] outputs, int from, int width) {
        if (width == 1) {
            return predictedClass(outputs, from, width) == label;
        }
        float own = outputs[from + label];
        for (int i = from; i < from + label; i++) {
            if (!(outputs[i] < own)) {
                return false;
            }
        }
        for (int i = from + label + 1; i < from + width; i++) {
            if (outputs[i] > own) {
                return false;
            }
        }
        return true;
    }
}
