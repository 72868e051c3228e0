package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The end of a network that tells the class of each pixel: probabilities, and a {@link PictureLoss}. */
final class PixelEndKernel extends EndKernel {

    private final Inlet in;
    private final Signal out;
    private final PictureLoss loss;
    private float[] wanted = {};
    private double[] losses = {};

    PixelEndKernel(Inlet in, Signal out, PictureLoss loss) {
        this.in = in;
        this.out = out;
        this.loss = loss;
    }

    @Override
    boolean gives(Signal signal) {
        return out == signal;
    }

    @Override
    void expect(INDArray expected, int examples) {
        if (expected.length() != (long) examples * out.size()) {
            throw new IllegalArgumentException("%d masks with %,d numbers each are expected. Received: %s"
                    .formatted(examples, out.size(), Arrays.toString(expected.shape())));
        }
        wanted = expected.dup('c').data().asFloat();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, false);
        if (losses.length < examples) {
            losses = new double[examples];
        }
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(this::activate));
    }

    private void activate(Share share) {
        int size = out.size();
        double[] numbers = new double[size];
        double[] probabilities = new double[size];
        for (int example = share.from(); example < share.to(); example++) {
            widen(in.signal().values(), example * size, numbers);
            loss.activate(numbers, probabilities);
            narrow(probabilities, out.values(), example * size);
        }
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::compare));
    }

    private void compare(Share share) {
        int size = out.size();
        double[] labels = new double[size];
        double[] probabilities = new double[size];
        double[] slopes = new double[size];
        for (int example = share.from(); example < share.to(); example++) {
            widen(wanted, example * size, labels);
            widen(out.values(), example * size, probabilities);
            losses[example] = loss.of(labels, probabilities);
            loss.slopes(labels, probabilities, slopes);
            narrow(slopes, in.signal().slopes(), example * size);
        }
    }

    private static void widen(float[] from, int at, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[at + i];
        }
    }

    private static void narrow(double[] from, float[] to, int at) {
        for (int i = 0; i < from.length; i++) {
            to[at + i] = (float) from[i];
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
