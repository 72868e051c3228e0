package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** What a network predicts for some rows of a data set, and how far off it is. */
public final class Measurement {

    /** DL4J counts no probability as smaller. */
    private static final double LEAST = 1e-10;

    /** Each step gives a number for every token, so less goes into a batch than of other examples. */
    private static final int FORETELLING_BATCH = 32;

    /** A grid of boxes has many numbers, and a mask even more, so less goes into a batch here, too. */
    private static final int DETECTING_BATCH = 32;

    private final double loss;
    private final float[] outputs;
    private final int width;
    private final int[] rows;
    private final Examples data;
    private final Foretold foretold;
    private final Optional<BoxGrid> grid;
    private final Optional<Pixels> pixels;

    private Measurement(
            double loss,
            float[] outputs,
            int width,
            int[] rows,
            Examples data,
            Foretold foretold,
            Optional<BoxGrid> grid,
            Optional<Pixels> pixels) {
        this.loss = loss;
        this.outputs = outputs;
        this.width = width;
        this.rows = rows;
        this.data = data;
        this.foretold = foretold;
        this.grid = grid;
        this.pixels = pixels;
    }

    /** What the pixels of the measured pictures were taken for, and how often rightly. */
    private record Pixels(byte[] masks, PixelCounts counts) {}

    /** What became of the steps that were to tell a token, the next one or a hidden one, or of the examples that were real or generated: how many there were, how many were right, and their cross-entropy, added up. */
    private record Foretold(long steps, long right, double loss) {
        static final Foretold NONE = new Foretold(0, 0, 0);
    }

    /** Measures a network on rows of a data set. */
    public static Measurement of(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        if (data.isOfTokens()) {
            return ofTokens(net, data, rows, batchSize, feed);
        }
        if (data.isDetecting()) {
            return ofDetecting(net, data, rows, batchSize, feed);
        }
        if (data.isSegmenting()) {
            return ofSegmenting(net, data, rows, batchSize, feed);
        }
        if (data.isContested()) {
            return TrainingMethod.of(net)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Only a network with a generator tells real from generated examples."))
                    .measure(data, rows, batchSize, feed);
        }
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
        double loss = done == 0 ? Double.NaN : sum / done + Penalties.of(net);
        return new Measurement(
                loss, outputs, width, rows.clone(), data, Foretold.NONE, Optional.empty(), Optional.empty());
    }

    /**
     * What a discriminator makes of some rows and of as many generated examples.
     *
     * @param loss its loss over all of them, added up
     * @param right how many of both it told rightly
     * @param outputs what it gave for the rows
     */
    static Measurement ofContest(double loss, int right, float[] outputs, int[] rows, Examples data, double penalties) {
        Foretold told = new Foretold(2L * rows.length, right, loss);
        double mean = rows.length == 0 ? Double.NaN : loss / (2 * rows.length) + penalties;
        return new Measurement(mean, outputs, 1, rows.clone(), data, told, Optional.empty(), Optional.empty());
    }

    /** What comes out is just what the loss is made of, so that one pass gives both. */
    private static Measurement ofDetecting(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        YoloLoss loss = loss(net)
                .orElseThrow(() ->
                        new IllegalArgumentException("Only a network that ends with a grid of boxes finds objects."));
        Batches batches = Batches.of(data, rows, Math.min(batchSize, DETECTING_BATCH), feed);
        int width = loss.grid().size();
        float[] outputs = new float[rows.length * width];
        double sum = 0;
        for (int i = 0, done = 0; i < batches.count(); done += batches.size(i), i++) {
            MultiDataSet batch = batches.get(i);
            INDArray output = net.output(false, batch.getFeatures())[0];
            sum += loss.sum(batch.getLabels(0), output);
            float[] values = output.dup('c').data().asFloat();
            System.arraycopy(values, 0, outputs, done * width, values.length);
        }
        double mean = rows.length == 0 ? Double.NaN : sum / rows.length + Penalties.of(net);
        return new Measurement(
                mean, outputs, width, rows.clone(), data, Foretold.NONE, Optional.of(loss.grid()), Optional.empty());
    }

    /** Keeps of the outputs only which class was the likeliest at each pixel. */
    private static Measurement ofSegmenting(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        PixelLoss loss = pixelLoss(net)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Only a network that ends with an output per pixel tells the pixels of pictures apart."));
        Batches batches = Batches.of(data, rows, Math.min(batchSize, DETECTING_BATCH), feed);
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
                byte[] taken = predictedMask(values, from, size, loss.pixels());
                counts.add(data.mask(rows[done]), taken);
                System.arraycopy(taken, 0, masks, done * loss.pixels(), loss.pixels());
            }
        }
        double mean = rows.length == 0 ? Double.NaN : sum / rows.length + Penalties.of(net);
        Pixels found = new Pixels(masks, counts);
        return new Measurement(
                mean, new float[0], 0, rows.clone(), data, Foretold.NONE, Optional.empty(), Optional.of(found));
    }

    private static Optional<PixelLoss> pixelLoss(ComputationGraph net) {
        return net.getOutputLayer(0).conf().getLayer() instanceof CnnLossLayer end
                        && end.getLossFn() instanceof PixelLoss loss
                ? Optional.of(loss)
                : Optional.empty();
    }

    /** The likeliest class of each pixel of an example that a network gives for its picture; empty if it does not tell pixels apart. */
    public static Optional<byte[]> mask(ComputationGraph net, float[] outputs) {
        return pixelLoss(net).map(loss -> predictedMask(outputs, 0, outputs.length, loss.pixels()));
    }

    /** The class of each pixel by its probabilities, which lie class by class; a single one says whether it is of class 1. */
    public static byte[] predictedMask(float[] outputs, int from, int size, int pixels) {
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

    /** What the numbers mean that a network gives for objects; empty if it does not find any. */
    public static Optional<BoxGrid> grid(ComputationGraph net) {
        return loss(net).map(YoloLoss::grid);
    }

    private static Optional<YoloLoss> loss(ComputationGraph net) {
        return net.getOutputLayer(0).conf().getLayer() instanceof LossLayer end
                        && end.getLossFn() instanceof YoloLoss loss
                ? Optional.of(loss)
                : Optional.empty();
    }

    /** Keeps no outputs, of which there are as many for each step as the vocabulary has tokens. */
    private static Measurement ofTokens(ComputationGraph net, Examples data, int[] rows, int batchSize, Feed feed) {
        Batches batches = Batches.of(data, rows, Math.min(batchSize, FORETELLING_BATCH), feed);
        double sum = 0;
        Foretold all = Foretold.NONE;
        for (int i = 0; i < batches.count(); i++) {
            MultiDataSet batch = batches.get(i);
            INDArray output = batch.getFeaturesMaskArrays() == null
                    ? net.output(false, batch.getFeatures())[0]
                    : net.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
            float[] likely = output.dup('c').data().asFloat();
            int size = likely.length / batches.size(i);
            int[] chosen = batches.rows(i);
            for (int example = 0; example < chosen.length; example++) {
                Foretold one = foretold(likely, example * size, size / data.width(), data, chosen[example]);
                sum += one.loss / Math.max(1, one.steps);
                all = new Foretold(all.steps + one.steps, all.right + one.right, all.loss + one.loss);
            }
        }
        double loss = rows.length == 0 ? Double.NaN : sum / rows.length + Penalties.of(net);
        return new Measurement(loss, new float[0], 0, rows.clone(), data, all, Optional.empty(), Optional.empty());
    }

    /** An example whose probabilities lie token by token, each for all steps. */
    private static Foretold foretold(float[] likely, int from, int tokens, Examples data, int row) {
        int steps = data.width();
        int[] asked = data.askedSteps(row);
        double loss = 0;
        int right = 0;
        for (int step : asked) {
            int best = 0;
            for (int token = 1; token < tokens; token++) {
                best = likely[from + token * steps + step] > likely[from + best * steps + step] ? token : best;
            }
            int wanted = data.wantedToken(row, step);
            right += best == wanted ? 1 : 0;
            loss -= Math.log(Math.max(LEAST, likely[from + wanted * steps + step]));
        }
        return new Foretold(asked.length, right, loss);
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

    /**
     * Out of how many tokens the network might as well have chosen blindly: e to the power of the mean cross-entropy of a step. NaN where no tokens are told or nothing was measured.
     */
    public double perplexity() {
        return foretold.steps == 0 || data.isContested() ? Double.NaN : Math.exp(foretold.loss / foretold.steps);
    }

    /** How many steps told a token, the next one or a hidden one; 0 where none are wanted. */
    public long steps() {
        return data.isContested() ? 0 : foretold.steps;
    }

    /**
     * The part of the examples that was classified rightly, or of the steps that told their token rightly, or of the pixels, or of real and generated examples that were told apart; NaN where numbers are predicted or nothing was measured.
     */
    public double accuracy() {
        if (foretold.steps > 0) {
            return (double) foretold.right / foretold.steps;
        }
        if (pixels.isPresent()) {
            return pixels.get().counts().accuracy();
        }
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

    /** What a network that finds objects has found on a measured picture, the surest first; nothing where none are to be found. */
    public List<Detection> detections(int example) {
        return grid.map(found -> found.objects(outputs, example * width)).orElse(List.of());
    }

    /** How often pixels were taken for what; empty where they are not told apart. */
    public Optional<PixelCounts> pixelCounts() {
        return pixels.map(Pixels::counts);
    }

    /** What the pixels of a measured picture were taken for, row by row; nothing where they are not told apart. */
    public byte[] mask(int example) {
        int size = pixels.isEmpty() ? 0 : pixels.get().masks().length / rows.length;
        return pixels.map(all -> Arrays.copyOfRange(all.masks(), example * size, (example + 1) * size))
                .orElse(new byte[0]);
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
