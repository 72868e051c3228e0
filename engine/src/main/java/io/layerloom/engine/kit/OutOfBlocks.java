package io.layerloom.engine.kit;

import java.util.List;

/** Brings images from where {@link Dnn} works on them to the heap, and their slopes back. */
final class OutOfBlocks extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final Reform reform;

    OutOfBlocks(Inlet in, Signal out) {
        this.in = in;
        this.out = out;
        this.reform = new Reform(Blocked.of(in.signal()));
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        reform.prepare(members);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> reform.out(Blocked.of(in.signal()).values(), out.values(), share)));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void backward(Share share) {
        Blocked images = Blocked.of(in.signal());
        if (!in.adding()) {
            reform.in(out.slopes(), images.slopes(), share);
            return;
        }
        Block found = DnnLane.of(share).found(share.to() * images.size());
        reform.in(out.slopes(), found, share);
        int begin = share.from() * images.size();
        in.takeBlockedSlopes(found, begin, begin, share.to() * images.size());
    }
}
