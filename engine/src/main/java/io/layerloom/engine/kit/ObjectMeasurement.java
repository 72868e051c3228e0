package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** The objects that a network finds on pictures. */
public final class ObjectMeasurement extends Measurement {

    /** A picture has many numbers about its objects, so less goes into a batch than of other examples. */
    private static final int BATCH = 32;

    private final ObjectLoss meaning;
    private final float[] outputs;

    private ObjectMeasurement(ComputationGraph net, double loss, int[] rows, ObjectLoss meaning, float[] outputs) {
        super(net, loss, rows.length, rows);
        this.meaning = meaning;
        this.outputs = outputs;
    }

    /** Measures a network on rows of a data set. What comes out is just what the loss is made of, so that one pass gives both. */
    public static ObjectMeasurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        ObjectLoss loss = loss(net)
                .orElseThrow(() ->
                        new IllegalArgumentException("Only a network that ends with a loss for objects finds any."));
        Batches batches = Batches.of(data, rows, Math.min(batchSize, BATCH), feed);
        int width = loss.size();
        float[] outputs = new float[rows.length * width];
        double sum = 0;
        for (int i = 0, done = 0; i < batches.count(); done += batches.size(i), i++) {
            MultiDataSet batch = batches.get(i);
            INDArray output = net.output(false, batch.getFeatures())[0];
            sum += loss.sum(batch.getLabels(0), output);
            float[] values = output.dup('c').data().asFloat();
            System.arraycopy(values, 0, outputs, done * width, values.length);
        }
        return new ObjectMeasurement(net, sum, rows, loss, outputs);
    }

    /** The objects that the numbers of one picture say are there, the surest first; empty if the network does not find any. */
    public static Optional<List<Detection>> objects(ComputationGraph net, float[] values) {
        return loss(net).map(loss -> loss.objects(numbers(values, 0, loss.size())));
    }

    private static Optional<ObjectLoss> loss(ComputationGraph net) {
        return net.getOutputLayer(0).conf().getLayer() instanceof LossLayer end
                        && end.getLossFn() instanceof ObjectLoss loss
                ? Optional.of(loss)
                : Optional.empty();
    }

    /** NaN: the figure of merit for objects is {@link AveragePrecision}. */
    @Override
    public double accuracy() {
        return Double.NaN;
    }

    /** What the network has found on a measured picture, the surest first. */
    public List<Detection> detections(int example) {
        return meaning.objects(numbers(outputs, example, meaning.size()));
    }

    private static double[] numbers(float[] outputs, int example, int size) {
        double[] own = new double[size];
        for (int i = 0; i < size; i++) {
            own[i] = outputs[example * size + i];
        }
        return own;
    }
}
