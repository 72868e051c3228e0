package io.layerloom.engine.kit;

import java.util.List;

/** Brings sequences from rows outside the heap to where each feature's steps lie side by side, and their slopes back. */
final class OutOfRows extends Kernel {

    private final Inlet in;
    private final Signal out;

    OutOfRows(Inlet in, Signal out) {
        this.in = in;
        this.out = out;
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
        return List.of(Step.each(share -> {
            int size = out.size();
            float[] rows = new float[size];
            float[] turned = new float[size];
            for (int at = share.from() * size; at < share.to() * size; at += size) {
                in.signal().layout().values().get(at, rows, 0, size);
                IntoRows.turn(rows, size / features(), turned);
                System.arraycopy(turned, 0, out.values(), at, size);
            }
        }));
    }

    private int features() {
        return Rows.of(in.signal()).features();
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void backward(Share share) {
        int size = out.size();
        float[] slopes = new float[size];
        float[] rows = new float[size];
        float[] others = new float[size];
        for (int at = share.from() * size; at < share.to() * size; at += size) {
            System.arraycopy(out.slopes(), at, slopes, 0, size);
            IntoRows.turn(slopes, features(), rows);
            in.takeBlockedSlopes(rows, at, size, others);
        }
    }
}
