package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;

/** The last step of each sequence that is not padding. */
final class LastStepKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final int steps;
    private final int features;

    private LastStepKernel(Inlet in, Signal out) {
        this.in = in;
        this.out = out;
        this.features = out.size();
        this.steps = in.signal().size() / features;
    }

    /** The kernel of a {@link LastStep}; none if what comes in are no sequences. */
    static List<Kernel> at(Site site) {
        long[] shape = site.shape();
        return shape.length == 2 ? List.of(new LastStepKernel(Rows.inlet(site), site.give(shape[0]))) : List.of();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
    }

    @Override
    boolean takesPadding() {
        return true;
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> {
            for (int example = share.from(); example < share.to(); example++) {
                int at = (example * steps + last(example)) * features;
                in.signal().layout().values().get(at, out.values(), example * features, features);
            }
        }));
    }

    private int last(int example) {
        return Math.max(0, in.signal().padding().counting(example, steps) - 1);
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void backward(Share share) {
        float[] slopes = new float[steps * features];
        float[] others = new float[steps * features];
        for (int example = share.from(); example < share.to(); example++) {
            Arrays.fill(slopes, 0);
            System.arraycopy(out.slopes(), example * features, slopes, last(example) * features, features);
            in.takeBlockedSlopes(slopes, example * slopes.length, slopes.length, others);
        }
    }
}
