package io.layerloom.engine.kit;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * Something random that is done to each number while training, and nothing when predicting. What is drawn follows from a seed, the iteration and the place of the number alone, so it is the
 * same for any number of threads, and after going on from a checkpoint.
 */
abstract class RandomKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final long seed;
    private final IntSupplier iteration;

    RandomKernel(Site site) {
        this.in = site.inlet();
        this.out = site.give(site.shape());
        this.seed = site.vertex().getLayer().conf().getSeed()
                + ((long) site.vertex().getVertexIndex() << 32);
        this.iteration = site::iteration;
    }

    /** How many numbers so many examples have. */
    final int size(int examples) {
        return Math.multiplyExact(examples, out.size());
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
    final List<Step> forward(boolean training) {
        return List.of(Step.each(training ? this::draw : this::pass));
    }

    @Override
    final List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void pass(Share share) {
        int from = size(share.from());
        System.arraycopy(in.signal().values(), from, out.values(), from, size(share.count()));
    }

    private void draw(Share share) {
        long start = Noise.start(seed, iteration.getAsInt());
        draw(in.signal().values(), out.values(), size(share.from()), size(share.to()), start);
    }

    /** Makes {@code y} of {@code x} from one place to another, with the random numbers that begin at {@code start}. */
    abstract void draw(float[] x, float[] y, int from, int to, long start);

    private void backward(Share share) {
        int from = size(share.from());
        derive(out.slopes(), from, size(share.to()));
        in.takeSlopes(out.slopes(), from, from, size(share.count()));
    }

    /** Turns slopes of what was made into those of what it was made of. */
    abstract void derive(float[] slopes, int from, int to);
}
