package io.layerloom.engine.kit;

import io.layerloom.engine.kit.Blas.Panel;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.DenseLayer;

/** Weighted sums of all inputs, as one product of matrices for all examples of a share. */
final class DenseKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final Nonlinearity nonlinearity;
    private final Parameters parameters;
    private final int weightsAt;
    private final int biasAt;
    private final int inputs;
    private final int outputs;
    private final Panel weights;
    private float[] bias = {};
    private Block copied = Block.of(0);
    private Block x = copied;
    private Block y = Block.of(0);

    /**
     * A dense layer.
     *
     * @param weightsAt where its weights begin, those of one output side by side
     * @param biasAt where its biases begin; negative if it has none
     */
    DenseKernel(Inlet in, Signal out, Nonlinearity nonlinearity, Parameters parameters, int weightsAt, int biasAt) {
        this.in = in;
        this.out = out;
        this.nonlinearity = nonlinearity;
        this.parameters = parameters;
        this.weightsAt = weightsAt;
        this.biasAt = biasAt;
        this.inputs = in.signal().size();
        this.outputs = out.size();
        this.weights = Panel.of(parameters.values(), weightsAt, outputs, inputs);
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(DenseLayer.class)
                .filter(settings -> !settings.hasLayerNorm() && site.shape().length == 1)
                .flatMap(settings -> site.nonlinearity(settings.getActivationFn())
                        .<List<Kernel>>map(nonlinearity -> List.of(sums(site, settings.getNOut(), nonlinearity))))
                .orElse(List.of());
    }

    /** The weighted sums of a layer whose parameters are those of a dense one. */
    static DenseKernel sums(Site site, long outputs, Nonlinearity nonlinearity) {
        return new DenseKernel(
                site.readableInlet(), site.give(outputs), nonlinearity, site.parameters(), site.at("W"), site.at("b"));
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        x = in.signal().asGiven().orElseGet(() -> copied = copied.atLeast(Math.multiplyExact(examples, inputs)));
        y = y.atLeast(Math.multiplyExact(examples, outputs));
    }

    @Override
    void refresh(boolean training) {
        if (biasAt >= 0) {
            bias = parameters.values().get(biasAt, outputs);
        }
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(this::forward));
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::backward));
    }

    private void forward(Share share) {
        if (x == copied) {
            x.put(share.from() * inputs, in.signal().values(), share.from() * inputs, share.count() * inputs);
        }
        share.blas().multiplyByTransposed(rows(x, share, inputs), weights, rows(y, share, outputs), false);
        float[] values = out.values();
        int from = share.from() * outputs;
        int to = share.to() * outputs;
        y.get(from, values, from, to - from);
        if (biasAt >= 0) {
            for (int row = from; row < to; row += outputs) {
                for (int i = 0; i < outputs; i++) {
                    values[row + i] += bias[i];
                }
            }
        }
        nonlinearity.apply(values, from, to, 0);
    }

    private void backward(Share share) {
        int from = share.from() * outputs;
        int to = share.to() * outputs;
        float[] slopes = out.slopes();
        nonlinearity.derive(out.values(), slopes, from, to);
        y.put(from, slopes, from, to - from);
        Block found = parameters.slopes(share.member());
        Panel weightSlopes = Panel.of(found, weightsAt, outputs, inputs);
        share.blas().multiplyTransposed(rows(y, share, outputs), rows(x, share, inputs), weightSlopes, false);
        if (biasAt >= 0) {
            found.put(biasAt, sums(slopes, from, to), 0, outputs);
        }
        if (in.signal().isLearning()) {
            // What came in is no longer needed, so its place is free.
            share.blas().multiply(rows(y, share, outputs), weights, rows(x, share, inputs), false);
            in.takeSlopes(x, share.from() * inputs, share.from() * inputs, share.count() * inputs, share);
        }
    }

    private float[] sums(float[] slopes, int from, int to) {
        float[] sums = new float[outputs];
        for (int row = from; row < to; row += outputs) {
            for (int i = 0; i < outputs; i++) {
                sums[i] += slopes[row + i];
            }
        }
        return sums;
    }

    private static Panel rows(Block block, Share share, int width) {
        return Panel.of(block, share.from() * width, share.count(), width);
    }
}
