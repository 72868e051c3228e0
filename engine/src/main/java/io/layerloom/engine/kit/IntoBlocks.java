package io.layerloom.engine.kit;

import java.util.List;

/** Brings images from the heap to where {@link Dnn} works on them, and their slopes back. */
final class IntoBlocks extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final Reform reform;

    IntoBlocks(Inlet in, Signal out) {
        this.in = in;
        this.out = out;
        this.reform = new Reform(Blocked.of(out));
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        reform.prepare(members);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> reform.in(in.signal(), Blocked.of(out).values(), share)));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning()
                ? List.of(Step.each(share -> reform.out(Blocked.of(out).slopes(), in, share)))
                : List.of();
    }
}
