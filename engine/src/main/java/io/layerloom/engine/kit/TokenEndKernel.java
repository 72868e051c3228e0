package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The end of a network that tells the token behind each step, or the one hidden there: softmax, and a {@link TokenLoss}. */
final class TokenEndKernel extends EndKernel {

    private final Inlet in;
    private final Signal out;
    private final int tokens;
    private final int steps;
    private float[] wanted = {};
    private double[] losses = {};

    private TokenEndKernel(Inlet in, Signal out) {
        this.in = in;
        this.out = out;
        this.tokens = Rows.of(out).features();
        this.steps = Rows.of(out).steps();
    }

    /** The kernels of an output layer for each step; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(RnnOutputLayer.class)
                .filter(settings -> site.shape().length == 2
                        && settings.hasBias()
                        && settings.getLossFn() instanceof TokenLoss
                        && settings.getActivationFn() instanceof ActivationSoftmax)
                .map(settings -> kernels(site, settings))
                .orElse(List.of());
    }

    private static List<Kernel> kernels(Site site, RnnOutputLayer settings) {
        RowLinear sums = new RowLinear(
                DataType.FLOAT,
                "",
                Math.toIntExact(settings.getNIn()),
                Math.toIntExact(settings.getNOut()),
                settings.getWeightInitFn(),
                true,
                settings.getBiasInit());
        var layer = site.vertex().getLayer();
        List<Kernel> kernels = new ArrayList<>(RowKernel.at(
                site,
                sums,
                settings.getNOut(),
                layer.paramTable(),
                settings.initializer().getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray()),
                0));
        Inlet in = new Inlet(site.result());
        kernels.add(new TokenEndKernel(in, site.give(new Rows(settings.getNOut(), site.shape()[1]))));
        return kernels;
    }

    @Override
    boolean gives(Signal signal) {
        return out == signal;
    }

    /** For each step the number of the token, and then for each how much it counts. */
    @Override
    void expect(INDArray expected, int examples) {
        if (expected.length() != 2L * examples * steps) {
            throw new IllegalArgumentException(
                    "%d examples with a token and its weight for each of %d steps are expected. Received: %s"
                            .formatted(examples, steps, Arrays.toString(expected.shape())));
        }
        wanted = expected.dup('c').data().asFloat();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, false);
        out.pad(in.signal().padding());
        if (losses.length < examples) {
            losses = new double[examples];
        }
    }

    @Override
    boolean takesPadding() {
        return true;
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> softmax(share, training)));
    }

    private void softmax(Share share, boolean training) {
        float[] row = new float[tokens];
        for (int example = share.from(); example < share.to(); example++) {
            double loss = 0;
            for (int step = 0; step < steps; step++) {
                int at = (example * steps + step) * tokens;
                in.signal().layout().values().get(at, row, 0, tokens);
                LossKernel.softmax(row, 0, row, tokens);
                out.layout().values().put(at, row, 0, tokens);
                if (training) {
                    loss -= weight(example, step) * Math.log(Math.max(TokenLoss.LEAST, row[token(example, step)]));
                }
            }
            losses[example] = loss;
        }
    }

    private int token(int example, int step) {
        return (int) wanted[2 * example * steps + step];
    }

    private float weight(int example, int step) {
        return in.signal().padding().at(example, step) ? 0 : wanted[(2 * example + 1) * steps + step];
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::compare));
    }

    private void compare(Share share) {
        float[] row = new float[tokens];
        for (int example = share.from(); example < share.to(); example++) {
            for (int step = 0; step < steps; step++) {
                int at = (example * steps + step) * tokens;
                float weight = weight(example, step);
                out.layout().values().get(at, row, 0, tokens);
                row[token(example, step)] -= 1;
                for (int i = 0; i < tokens; i++) {
                    row[i] *= weight;
                }
                in.signal().layout().slopes().put(at, row, 0, tokens);
            }
        }
    }

    @Override
    double loss(int examples) {
        double sum = 0;
        for (int example = 0; example < examples; example++) {
            sum += losses[example];
        }
        return sum;
    }
}
