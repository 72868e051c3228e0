package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The numbers of sequences, or vectors, outside the heap: a row for each step, in which all features lie side by side. */
final class Rows implements Layout {

    private final long[] shape;
    private final int features;
    private final int steps;
    private Block values = Block.of(0);
    private Block slopes = Block.of(0);

    /** Rows for [features, steps], or [features] with one step. */
    Rows(long... shape) {
        this.shape = shape.clone();
        this.features = Math.toIntExact(shape[0]);
        this.steps = shape.length == 1 ? 1 : Math.toIntExact(shape[1]);
    }

    /** The rows of a signal that lies so. */
    static Rows of(Signal signal) {
        return (Rows) signal.layout();
    }

    /** Where the first signal of a layer comes in as rows. */
    static Inlet inlet(Site site) {
        return site.inlet(new Rows(site.shape()));
    }

    int features() {
        return features;
    }

    int steps() {
        return steps;
    }

    @Override
    public Object form() {
        return LongStream.of(shape).boxed().toList();
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public void prepare(int examples, boolean withSlopes) {
        int length = Math.multiplyExact(examples, features * steps);
        values = values.atLeast(length);
        if (withSlopes) {
            slopes = slopes.atLeast(length);
        }
    }

    @Override
    public Block values() {
        return values;
    }

    @Override
    public Block slopes() {
        return slopes;
    }

    @Override
    public float[] plain(int examples) {
        int size = features * steps;
        float[] all = values.get(0, examples * size);
        float[] turned = new float[size];
        for (int at = 0; at < all.length; at += size) {
            IntoRows.turn(Arrays.copyOfRange(all, at, at + size), steps, turned);
            System.arraycopy(turned, 0, all, at, size);
        }
        return all;
    }

    @Override
    public Kernel in(Inlet from, Signal to) {
        return new IntoRows(from, to);
    }

    @Override
    public Kernel out(Inlet from, Signal to) {
        return new OutOfRows(from, to);
    }
}
