package io.layerloom.engine.kit;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Some examples of an array of DL4J's form [examples, features, steps], in whatever order its numbers lie. */
final class Sequences {

    private final Store store;
    private final int at;
    private final int examples;
    private final int perExample;
    private final int perFeature;
    private final int perStep;

    private Sequences(Store store, int at, int examples, int perExample, int perFeature, int perStep) {
        this.store = store;
        this.at = at;
        this.examples = examples;
        this.perExample = perExample;
        this.perFeature = perFeature;
        this.perStep = perStep;
    }

    /** All examples of an array; one of two dimensions, as masks are, has one feature. */
    static Sequences of(INDArray array) {
        int last = array.rank() - 1;
        return new Sequences(
                Store.of(array),
                0,
                Math.toIntExact(array.size(0)),
                Math.toIntExact(array.stride(0)),
                last == 2 ? Math.toIntExact(array.stride(1)) : 0,
                Math.toIntExact(array.stride(last)));
    }

    /** The numbers of a matrix that has a row for each feature of each step, and in it one number for each example. */
    static Sequences of(Matrix matrix, int features) {
        return new Sequences(
                matrix.store, 0, matrix.columns, 1, matrix.columns, Math.multiplyExact(matrix.columns, features));
    }

    /** Copies an array [examples, steps, features], in whatever order its numbers lie, to rows of features. */
    static void copy(INDArray from, Matrix rows) {
        Store store = Store.of(from);
        int features = Math.toIntExact(from.size(2));
        int perFeature = Math.toIntExact(from.stride(2));
        Vec row = Vec.of(store.type(), features);
        int at = 0;
        for (int example = 0; example < from.size(0); example++) {
            for (int step = 0; step < from.size(1); step++) {
                int first = Math.toIntExact(example * from.stride(0) + step * from.stride(1));
                store.gather(first, perFeature, row, 0, features);
                rows.rows(at++, 1).put(row);
            }
        }
    }

    /** Writes all features of an example at one step. */
    void putRow(int example, int step, Vec from) {
        store.scatter(at + example * perExample + step * perStep, perFeature, from, 0, from.length());
    }

    /** Some of the examples. */
    Sequences examples(int from, int count) {
        return new Sequences(store, at + from * perExample, count, perExample, perFeature, perStep);
    }

    int examples() {
        return examples;
    }

    /** Reads a feature of all examples at one step. */
    void get(int feature, int step, Vec to, int offset) {
        int first = at + feature * perFeature + step * perStep;
        if (perExample == 1) {
            store.get(first, to, offset, examples);
        } else {
            store.gather(first, perExample, to, offset, examples);
        }
    }

    /** Reads the first {@code features} features of all examples at one step, feature after feature. */
    void get(int features, int step, Vec to) {
        if (perExample == 1 && perFeature == examples) {
            store.get(at + step * perStep, to, 0, features * examples);
            return;
        }
        for (int feature = 0; feature < features; feature++) {
            get(feature, step, to, feature * examples);
        }
    }

    /** Writes the first {@code features} features of all examples at one step. */
    void put(int features, int step, Vec from) {
        int first = at + step * perStep;
        if (perExample == 1 && perFeature == examples) {
            store.put(first, from, 0, features * examples);
            return;
        }
        for (int feature = 0; feature < features; feature++) {
            if (perExample == 1) {
                store.put(first + feature * perFeature, from, feature * examples, examples);
            } else {
                store.scatter(first + feature * perFeature, perExample, from, feature * examples, examples);
            }
        }
    }
}
