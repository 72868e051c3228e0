package io.layerloom.engine.kit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads mini-batches with a recurrent layer in one direction. The examples are dealt out in parts, which threads may take through the layer at the same time; a part keeps its memory
 * for the next batch of the same size.
 */
final class RecurrentReader {

    /** DL4J's names for the weights of what comes in, the weights from step to step, and the bias; the same for all of its recurrent layers. */
    static final String INPUT = "W";

    static final String PAST = "RW";
    static final String BIAS = "b";

    private final Recurrence.Layer layer;
    private final String prefix;
    private final RecurrentWeights weights;
    private final Matrix gradient;
    private Recurrence[] parts = {};
    private Skips[] skips = {};
    private int examples;

    RecurrentReader(Cell cell, DataType type, long inputs, long units) {
        this(cell, type, inputs, units, false, "");
    }

    /** A reader, backwards if {@code reversed}, whose weights have names with a prefix. */
    RecurrentReader(Cell cell, DataType type, long inputs, long units, boolean reversed, String prefix) {
        this.prefix = prefix;
        this.layer = new Recurrence.Layer(cell, type, Math.toIntExact(inputs), Math.toIntExact(units), reversed);
        this.weights = new RecurrentWeights(cell, type, layer.inputs(), layer.units());
        Matrix joined = weights.joined();
        this.gradient = Matrix.of(type, joined.rows, joined.columns);
    }

    /**
     * Reads a batch from beginning to end; answers what the units give at each step.
     *
     * @param in the sequences, [examples, features, steps]
     * @param mask zero where a step is padding, [examples, steps]
     * @param params the weights by DL4J's names
     * @param training whether {@link #back} will follow
     */
    INDArray read(
            INDArray in,
            Optional<INDArray> mask,
            Function<String, INDArray> params,
            boolean training,
            LayerWorkspaceMgr workspaces) {
        begin(in, mask, params, Crew.parts(Math.toIntExact(in.size(0)), work(in)), training);
        long[] shape = {in.size(0), layer.units(), in.size(2)};
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, layer.type(), shape, 'f');
        Crew.run(parts(), part -> forward(part, Sequences.of(in), Sequences.of(out)));
        return out;
    }

    /** Takes the gradient of what the units gave back; answers the gradient of what came in, and keeps that of the weights for {@link #gradients}. */
    INDArray back(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        long[] shape = {epsilon.size(0), layer.inputs(), epsilon.size(2)};
        INDArray in = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, layer.type(), shape, 'f');
        Crew.run(parts(), part -> backward(part, Sequences.of(epsilon), Sequences.of(in)));
        Crew.run(parts(), share -> gradient(share, parts()));
        return in;
    }

    /** Hands the gradients of the weights to DL4J, in arrays of its own. */
    Gradient gradients(Map<String, INDArray> views) {
        Gradient gradients = new DefaultGradient();
        gradients(views, gradients);
        return gradients;
    }

    /** Adds the gradients of the weights to those of other readers. */
    void gradients(Map<String, INDArray> views, Gradient gradients) {
        for (String name : new String[] {INPUT, PAST, BIAS}) {
            gradients.setGradientFor(prefix + name, array(views, name));
        }
        weights.split(gradient, array(views, INPUT), array(views, PAST), array(views, BIAS));
    }

    private INDArray array(Map<String, INDArray> views, String name) {
        INDArray array = views.get(prefix + name);
        if (array == null) {
            throw new IllegalStateException(
                    "A recurrent layer has no " + prefix + name + ". It has: " + views.keySet());
        }
        return array;
    }

    /** Multiply-adds for reading a batch once. */
    double work(INDArray in) {
        return (double) gradient.rows * gradient.columns * in.size(0) * in.size(2);
    }

    /** Prepares for a batch that is dealt out in so many parts. */
    void begin(INDArray in, Optional<INDArray> mask, Function<String, INDArray> params, int count, boolean training) {
        requireShape(in);
        examples = Math.toIntExact(in.size(0));
        int steps = Math.toIntExact(in.size(2));
        if (parts.length != count) {
            parts = new Recurrence[count];
            skips = new Skips[count];
        }
        for (int part = 0; part < count; part++) {
            int from = first(part);
            int size = first(part + 1) - from;
            if (parts[part] == null || !parts[part].fits(steps, size, training)) {
                parts[part] = new Recurrence(layer, steps, size, training);
            }
            skips[part] = mask.map(array -> Skips.of(array, from, size)).orElseGet(() -> Skips.none(steps));
        }
        weights.join(params.apply(prefix + INPUT), params.apply(prefix + PAST), params.apply(prefix + BIAS));
    }

    private void requireShape(INDArray in) {
        if (in.rank() != 3 || in.size(1) != layer.inputs()) {
            throw new IllegalArgumentException("A recurrent layer needs [examples, %d features, steps]. Received: %s"
                    .formatted(layer.inputs(), java.util.Arrays.toString(in.shape())));
        }
    }

    int parts() {
        return parts.length;
    }

    private int first(int part) {
        return (int) ((long) examples * part / parts.length);
    }

    private int size(int part) {
        return first(part + 1) - first(part);
    }

    private Sequences of(int part, Sequences all) {
        return all.examples(first(part), size(part));
    }

    /** Reads a part; {@code out} takes what the units give at each step. */
    void forward(int part, Sequences in, Sequences out) {
        parts[part].forward(weights.joined(), of(part, in), skips[part], of(part, out));
    }

    /** What the units hold after the last step of all examples, unit after unit. */
    Vec last() {
        Vec all = Vec.of(layer.type(), layer.units() * examples);
        for (int part = 0; part < parts.length; part++) {
            for (int unit = 0; unit < layer.units(); unit++) {
                all.copy(parts[part].last(), unit * size(part), unit * examples + first(part), size(part));
            }
        }
        return all;
    }

    /** Takes the gradient of what the units gave back through a part; {@code in} takes the gradient of what came in. */
    void backward(int part, Sequences epsilon, Sequences in) {
        back(part, epsilon, Vec.of(layer.type(), layer.units() * size(part)), in);
    }

    /** Takes the gradient of what the units held in the end back through a part, all examples' given; they gave nothing else, so {@code nothing} holds zeros. */
    void backwardFromLast(int part, Sequences nothing, Vec last, Sequences in) {
        Vec own = Vec.of(layer.type(), layer.units() * size(part));
        for (int unit = 0; unit < layer.units(); unit++) {
            own.copy(last, unit * examples + first(part), unit * size(part), size(part));
        }
        back(part, nothing, own, in);
    }

    private void back(int part, Sequences epsilon, Vec last, Sequences in) {
        parts[part].backward(weights.joined(), of(part, epsilon), last, of(part, in));
    }

    /** After all parts are back: computes one of several shares of the gradient of the weights. */
    void gradient(int share, int shares) {
        int from = gradient.rows * share / shares;
        int count = gradient.rows * (share + 1) / shares - from;
        for (int part = 0; part < parts.length; part++) {
            parts[part].gradient(gradient, from, count, part == 0);
        }
    }
}
