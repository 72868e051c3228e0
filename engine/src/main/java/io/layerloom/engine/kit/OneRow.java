package io.layerloom.engine.kit;

import java.util.Arrays;

/** All numbers of several arrays in one row, those of one behind those of the other: what a loss over all of them takes, because DL4J's layers have a single input. */
public final class OneRow extends ExampleFunction {

    @Override
    protected double[] result(double[][] in, long[][] sizes) {
        return Arrays.stream(in).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    protected void back(double[][] in, long[][] sizes, double[] slopes, double[][] back) {
        int at = 0;
        for (double[] own : back) {
            System.arraycopy(slopes, at, own, 0, own.length);
            at += own.length;
        }
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {
            Arrays.stream(in)
                    .mapToLong(sizes -> Arrays.stream(sizes).reduce(1, (a, b) -> a * b))
                    .sum()
        };
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "OneRow()";
    }
}
