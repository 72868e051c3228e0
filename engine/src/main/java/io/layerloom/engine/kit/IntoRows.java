package io.layerloom.engine.kit;

import java.util.List;

/** Brings sequences from the heap, where each feature's steps lie side by side, to rows outside it, where each step's features do; and their slopes back. */
final class IntoRows extends Kernel {

    private final Inlet in;
    private final Signal out;

    IntoRows(Inlet in, Signal out) {
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
            float[] example = new float[size];
            float[] rows = new float[size];
            for (int at = share.from() * size; at < share.to() * size; at += size) {
                in.signal().read(at, example, 0, size);
                turn(example, Rows.of(out).features(), rows);
                out.layout().values().put(at, rows, 0, size);
            }
        }));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void backward(Share share) {
        int size = out.size();
        float[] rows = new float[size];
        float[] found = new float[size];
        for (int at = share.from() * size; at < share.to() * size; at += size) {
            out.layout().slopes().get(at, rows, 0, size);
            turn(rows, size / Rows.of(out).features(), found);
            in.takeSlopes(found, 0, at, size);
        }
    }

    /** Writes an example that lies in so many parts, one behind the other, so that the numbers at the same place of all parts lie side by side. */
    static void turn(float[] from, int parts, float[] to) {
        int places = from.length / parts;
        for (int part = 0; part < parts; part++) {
            for (int place = 0; place < places; place++) {
                to[place * parts + part] = from[part * places + place];
            }
        }
    }
}
