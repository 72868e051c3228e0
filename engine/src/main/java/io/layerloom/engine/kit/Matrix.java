package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix outside the heap, or a window on a part of one. Its numbers lie row after row.
 */
final class Matrix {

    final Store store;
    final int rows;
    final int columns;
    final int stride;
    final boolean turned;
    private final int at;

    private Matrix(Store store, int at, int rows, int columns, int stride, boolean turned) {
        this.store = store;
        this.at = at;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
        this.turned = turned;
    }

    /** A matrix of zeros. */
    static Matrix of(DataType type, int rows, int columns) {
        return new Matrix(Store.of(type, (long) rows * columns), 0, rows, columns, columns, false);
    }

    /** The first numbers of a block. */
    static Matrix on(Block block, int rows, int columns) {
        return new Matrix(Store.of(block), 0, rows, columns, columns, false);
    }

    /** The numbers of an array as they lie in memory, without gaps: weights of DL4J, [in, out] in order f, are a matrix of out × in. */
    static Matrix on(INDArray array, int rows, int columns) {
        return new Matrix(Store.of(array), 0, rows, columns, columns, false);
    }

    /** A window. */
    Matrix part(int row, int count, int column, int width) {
        return new Matrix(store, at + row * stride + column, count, width, stride, false);
    }

    /** A window on some columns of all rows. */
    Matrix columns(int from, int count) {
        return part(0, rows, from, count);
    }

    /** A window on all columns of some rows. */
    Matrix rows(int from, int count) {
        return part(from, count, 0, columns);
    }

    /** The same numbers as the transposed matrix, as a factor. */
    Matrix turned() {
        return new Matrix(store, at, rows, columns, stride, !turned);
    }

    /** Becomes {@code a · b}. */
    void product(Matrix a, Matrix b) {
        Store.multiply(a, b, 0, this);
    }

    /** Becomes {@code this + a · b}. */
    void addProduct(Matrix a, Matrix b) {
        Store.multiply(a, b, 1, this);
    }

    /** Becomes equal to another matrix. */
    void copy(Matrix from) {
        Vec values = Vec.of(store.type(), rows * columns);
        from.get(values);
        put(values);
    }

    /** Writes all numbers, row after row. */
    void put(Vec from) {
        if (stride == columns) {
            store.put(at, from, 0, rows * columns);
            return;
        }
        for (int row = 0; row < rows; row++) {
            store.put(at + row * stride, from, row * columns, columns);
        }
    }

    /** Reads all numbers, row after row. */
    void get(Vec to) {
        if (stride == columns) {
            store.get(at, to, 0, rows * columns);
            return;
        }
        for (int row = 0; row < rows; row++) {
            store.get(at + row * stride, to, row * columns, columns);
        }
    }

    /** Writes one row, from the numbers of {@code from} that begin at {@code offset}. */
    void putRow(int row, Vec from, int offset) {
        store.put(at + row * stride, from, offset, columns);
    }

    /** Reads one row, to {@code offset} and behind. */
    void getRow(int row, Vec to, int offset) {
        store.get(at + row * stride, to, offset, columns);
    }

    long address() {
        return store.address(at);
    }
}
