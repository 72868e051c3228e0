package io.layerloom.engine.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The part of a mini-batch that one member of a team works on, with what it needs for itself. */
final class Share {

    private final int member;
    private final Blas blas = new Blas();
    private final Map<Class<?>, Object> own = new HashMap<>();
    private float[] scratch = {};
    private int from;
    private int to;

    Share(int member) {
        this.member = member;
    }

    /** Takes the part of this member in so many examples, divided evenly. */
    void take(int examples, int members) {
        from = (int) ((long) examples * member / members);
        to = (int) ((long) examples * (member + 1) / members);
    }

    int member() {
        return member;
    }

    Blas blas() {
        return blas;
    }

    /** What a kind of kernels needs for each member and keeps from step to step. */
    <T> T own(Class<T> kind, Supplier<T> maker) {
        return kind.cast(own.computeIfAbsent(kind, key -> maker.get()));
    }

    /** The first example. */
    int from() {
        return from;
    }

    /** The example behind the last one. */
    int to() {
        return to;
    }

    int count() {
        return to - from;
    }

    /** Numbers to note something in, at least so many, with anything in them. */
    float[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new float[length];
        }
        return scratch;
    }
}
