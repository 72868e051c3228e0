package io.layerloom.engine.kit;

import io.layerloom.engine.kit.FloatProduct.Operand;

/** Products of matrices in blocks. For one thread at a time. */
final class Blas {

    private final Block.View a = new Block.View();
    private final Block.View b = new Block.View();
    private final Block.View c = new Block.View();

    /**
     * A matrix in a block.
     *
     * @param at where it begins
     * @param stride how far the beginnings of two rows are from each other
     */
    record Panel(Block block, int at, int rows, int columns, int stride) {

        /** A matrix whose rows lie side by side. */
        static Panel of(Block block, int at, int rows, int columns) {
            return new Panel(block, at, rows, columns, columns);
        }
    }

    /** c = x · y, added to what is there where {@code adding}. */
    void multiply(Panel x, Panel y, Panel c, boolean adding) {
        product(false, false, x, y, x.columns, c, adding);
    }

    /** c = x · yᵀ, added to what is there where {@code adding}. */
    void multiplyByTransposed(Panel x, Panel y, Panel c, boolean adding) {
        product(false, true, x, y, x.columns, c, adding);
    }

    /** c = xᵀ · y, added to what is there where {@code adding}. */
    void multiplyTransposed(Panel x, Panel y, Panel c, boolean adding) {
        product(true, false, x, y, x.rows, c, adding);
    }

    private void product(boolean turnX, boolean turnY, Panel x, Panel y, int inner, Panel into, boolean adding) {
        a.to(x.block, x.at);
        b.to(y.block, y.at);
        c.to(into.block, into.at);
        FloatProduct.compute(
                new Operand(a, x.stride, turnX),
                new Operand(b, y.stride, turnY),
                into.rows,
                into.columns,
                inner,
                adding ? 1 : 0,
                new Operand(c, into.stride, false));
    }
}
