package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** The end of most networks. Softmax and sigmoid with their cross entropies are computed here, everything else by DL4J's own functions. */
final class LossKernel extends EndKernel {

    /** DL4J counts no probability as smaller. */
    private static final double LEAST = 1e-10;

    /** Nor that of a yes or no. */
    private static final double LEAST_OF_TWO = 1e-5;

    private final Inlet in;
    private final Signal out;
    private final IActivation activation;
    private final ILossFunction loss;
    private final boolean crossEntropy;
    private final boolean binary;
    private final boolean byIndex;
    private INDArray labels = Nd4j.empty();
    private float[] wanted = {};
    private int batch;

    LossKernel(Inlet in, Signal out, IActivation activation, ILossFunction loss) {
        this.in = in;
        this.out = out;
        this.activation = activation;
        this.loss = loss;
        this.byIndex = loss instanceof LossSparseMCXENT;
        this.crossEntropy = activation instanceof ActivationSoftmax
                && loss instanceof LossMCXENT entropy
                && entropy.getWeights() == null;
        this.binary = activation instanceof ActivationSigmoid
                && loss instanceof LossBinaryXENT entropy
                && entropy.getWeights() == null;
    }

    /** A loss whose labels have nothing to do with the number of its outputs, such as the boxes of a picture. */
    interface FreeLabels {}

    /** The kernels of a layer of DL4J with a loss; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        Optional<OutputLayer> output = site.settings(OutputLayer.class).filter(settings -> site.shape().length == 1);
        if (output.isPresent()) {
            DenseKernel sums = DenseKernel.sums(site, output.get().getNOut(), Nonlinearity.NONE);
            return List.of(
                    sums,
                    end(
                            new Inlet(site.result()),
                            site,
                            site.result().shape(),
                            output.get().getActivationFn(),
                            output.get().getLossFn()));
        }
        return site.settings(LossLayer.class)
                .filter(settings -> site.shape().length == 1)
                .<List<Kernel>>map(settings -> List.of(
                        end(site.inlet(), site, site.shape(), settings.getActivationFn(), settings.getLossFn())))
                .orElse(List.of());
    }

    /** What comes in may be seen in another form, such as an image as a vector; what goes out has that form. */
    private static LossKernel end(Inlet in, Site site, long[] form, IActivation activation, ILossFunction loss) {
        return new LossKernel(in, site.give(form), activation, loss);
    }

    @Override
    boolean gives(Signal signal) {
        return out == signal;
    }

    @Override
    void expect(INDArray expected, int examples) {
        long width = byIndex ? 1 : out.size();
        if (expected.length() != examples * width && !(loss instanceof FreeLabels)) {
            throw new IllegalArgumentException("%d examples with %d labels each are expected. Received: %s"
                    .formatted(examples, width, Arrays.toString(expected.shape())));
        }
        labels = expected;
        wanted = crossEntropy || binary ? numbers(expected) : wanted;
    }

    /** An array's numbers, row by row. */
    private static float[] numbers(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, false);
        batch = examples;
    }

    @Override
    List<Step> forward(boolean training) {
        if (binary) {
            return List.of(Step.each(this::sigmoid));
        }
        return List.of(
                activation instanceof ActivationSoftmax
                        ? Step.each(this::softmax)
                        : Step.one(() -> activate(training)));
    }

    @Override
    List<Step> backward() {
        return List.of(crossEntropy || binary ? Step.each(this::compare) : Step.one(() -> differentiate()));
    }

    private void softmax(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        int width = out.size();
        for (int row = share.from() * width; row < share.to() * width; row += width) {
            softmax(x, row, y, width);
        }
    }

    /** Turns the numbers from one place on into probabilities, at the same place of {@code y}. */
    static void softmax(float[] x, int from, float[] y, int width) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + width; i++) {
            most = Math.max(most, x[i]);
        }
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            y[i] = (float) Math.exp(x[i] - most);
            sum += y[i];
        }
        float factor = (float) (1 / sum);
        for (int i = from; i < from + width; i++) {
            y[i] *= factor;
        }
    }

    private void sigmoid(Share share) {
        float[] x = in.signal().values();
        float[] y = out.values();
        for (int i = share.from() * out.size(); i < share.to() * out.size(); i++) {
            y[i] = (float) (1 / (1 + Math.exp(-x[i])));
        }
    }

    /** For both entropies, the slope in the sums before the activation is what was given less what should have been. */
    private void compare(Share share) {
        float[] y = out.values();
        float[] slopes = in.signal().slopes();
        int width = out.size();
        for (int i = share.from() * width; i < share.to() * width; i++) {
            slopes[i] = y[i] - wanted(i, width);
        }
    }

    private float wanted(int at, int width) {
        return byIndex ? (wanted[at / width] == at % width ? 1 : 0) : wanted[at];
    }

    @Override
    double loss(int examples) {
        if (binary) {
            return ofTwo(examples);
        }
        if (!crossEntropy) {
            return loss.computeScore(labels, sums(examples), activation, null, false);
        }
        float[] y = out.values();
        int width = out.size();
        double sum = 0;
        for (int i = 0; i < examples * width; i++) {
            float part = wanted(i, width);
            if (part != 0) {
                sum -= part * Math.log(Math.max(LEAST, Math.min(1 - LEAST, y[i])));
            }
        }
        return sum;
    }

    private double ofTwo(int examples) {
        float[] y = out.values();
        double sum = 0;
        for (int i = 0; i < examples * out.size(); i++) {
            double yes = Math.max(LEAST_OF_TWO, Math.min(1 - LEAST_OF_TWO, y[i]));
            float part = wanted[i];
            sum -= part == 0 ? 0 : part * Math.log(yes);
            sum -= part == 1 ? 0 : (1 - part) * Math.log(1 - yes);
        }
        return sum;
    }

    private void activate(boolean training) {
        INDArray outputs = activation.getActivation(sums(batch), training).dup('c');
        Block.on(outputs).get(0, out.values(), 0, batch * out.size());
    }

    private void differentiate() {
        INDArray slopes =
                loss.computeGradient(labels, sums(batch), activation, null).dup('c');
        Block.on(slopes).get(0, in.signal().slopes(), 0, batch * out.size());
    }

    /** The weighted sums before the activation function. */
    private INDArray sums(int examples) {
        float[] sums = Arrays.copyOf(in.signal().values(), examples * out.size());
        return Nd4j.create(sums, new long[] {examples, out.size()}, 'c');
    }
}
