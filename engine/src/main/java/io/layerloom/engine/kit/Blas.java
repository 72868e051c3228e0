package io.layerloom.engine.kit;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/** Products of matrices by the OpenBLAS that comes with ND4J, called without a detour. For one thread at a time. */
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
        product(CblasNoTrans, CblasNoTrans, x, y, x.columns, c, adding);
    }

    /** c = x · yᵀ, added to what is there where {@code adding}. */
    void multiplyByTransposed(Panel x, Panel y, Panel c, boolean adding) {
        product(CblasNoTrans, CblasTrans, x, y, x.columns, c, adding);
    }

    /** c = xᵀ · y, added to what is there where {@code adding}. */
    void multiplyTransposed(Panel x, Panel y, Panel c, boolean adding) {
        product(CblasTrans, CblasNoTrans, x, y, x.rows, c, adding);
    }

    private void product(int turnX, int turnY, Panel x, Panel y, int inner, Panel into, boolean adding) {
        a.to(x.block, x.at);
        b.to(y.block, y.at);
        c.to(into.block, into.at);
        cblas_sgemm(
                CblasRowMajor,
                turnX,
                turnY,
                into.rows,
                into.columns,
                inner,
                1,
                a,
                x.stride,
                b,
                y.stride,
                adding ? 1 : 0,
                c,
                into.stride);
    }
}
