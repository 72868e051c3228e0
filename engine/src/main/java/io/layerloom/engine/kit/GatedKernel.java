package io.layerloom.engine.kit;

import java.util.List;
import java.util.OptionalDouble;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationSwish;

/**
 * x · σ(k · x): SiLU with k = 1 (Ramachandran, Zoph, Le, Searching for activation functions, 2017), and with k = 1.702 the sigmoid approximation of GELU (Hendrycks, Gimpel, Gaussian error
 * linear units, 2016), which is DL4J's. Right to 4 · 10⁻⁷ of x.
 */
final class GatedKernel extends Kernel {

    private static final double GELU = 1.702;

    private final Inlet in;
    private final Signal out;
    private final float half;

    GatedKernel(Inlet in, Signal out, double k) {
        this.in = in;
        this.out = out;
        this.half = (float) (k / 2);
    }

    /** The k of a function of DL4J; empty if it is no such function. */
    static OptionalDouble gate(IActivation function) {
        if (function instanceof ActivationSwish) {
            return OptionalDouble.of(1);
        }
        return function instanceof ActivationGELU gelu && !gelu.isPrecise()
                ? OptionalDouble.of(GELU)
                : OptionalDouble.empty();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        out.pad(in.signal().padding());
    }

    @Override
    boolean takesPadding() {
        return true;
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
        float[] x = in.signal().values();
        float[] y = out.values();
        for (int i = share.from() * out.size(); i < share.to() * out.size(); i++) {
            // σ(z) = (tanh(z / 2) + 1) / 2
            y[i] = x[i] * (0.5f * QuickTanh.of(half * x[i]) + 0.5f);
        }
    }

    private void backward(Share share) {
        if (!in.signal().isLearning()) {
            return;
        }
        float[] x = in.signal().values();
        float[] slopes = out.slopes();
        int from = share.from() * out.size();
        int to = share.to() * out.size();
        for (int i = from; i < to; i++) {
            float s = 0.5f * QuickTanh.of(half * x[i]) + 0.5f;
            slopes[i] *= s + 2 * half * x[i] * s * (1 - s);
        }
        in.takeSlopes(slopes, from, from, to - from);
    }
}
