package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A product of two matrices, row after row, by that of two libraries which is faster for its size: oneDNN, or the OpenBLAS that comes with ND4J. Which one it is depends on the sizes
 * and the processor alone, so that the same product has the same bits every time.
 */
final class FloatProduct {

    /** For Intel's registers of 512 bits OpenBLAS has code of its own for products of no more than about so many multiplications, which oneDNN does not reach; measured. */
    private static final long SMALL = 250_000;

    /** The same for a few rows. */
    private static final long SMALL_OF_FEW_ROWS = 1_000_000;

    private static final int FEW_ROWS = 12;

    /** The same for a single row. */
    private static final long SMALL_OF_ONE_ROW = 50_000;

    /** On other processors only the call itself counts: on one of AMD with the same registers oneDNN takes a half to an eighth of the time; measured. */
    private static final long TINY = 500;

    private static final boolean HAS_SMALL_CODE = Processor.isIntel();

    private FloatProduct() {}

    /**
     * One of the factors, or the product.
     *
     * @param stride how far the beginnings of two rows are from each other
     * @param turned whether the transposed matrix is the factor
     */
    record Operand(FloatPointer numbers, int stride, boolean turned) {}

    /**
     * Computes {@code c = a · b + keep · c}.
     *
     * @param rows of c
     * @param columns of c
     * @param inner columns of a and rows of b, as they are multiplied
     */
    static void compute(Operand a, Operand b, int rows, int columns, int inner, float keep, Operand c) {
        if (isFasterByDnn(rows, columns, inner)) {
            Dnn.require(dnnl_sgemm(
                    (byte) (a.turned ? 'T' : 'N'),
                    (byte) (b.turned ? 'T' : 'N'),
                    rows,
                    columns,
                    inner,
                    1,
                    a.numbers,
                    a.stride,
                    b.numbers,
                    b.stride,
                    keep,
                    c.numbers,
                    c.stride));
            return;
        }
        if (rows == 1) {
            ofOneRow(a, b, columns, inner, keep, c);
            return;
        }
        cblas_sgemm(
                CblasRowMajor,
                a.turned ? CblasTrans : CblasNoTrans,
                b.turned ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                a.numbers,
                a.stride,
                b.numbers,
                b.stride,
                keep,
                c.numbers,
                c.stride);
    }

    /** A single row is a vector, whose product with a matrix has a function of its own in OpenBLAS: it takes an eighth of the time of the general one where there is no code for small products; measured. */
    private static void ofOneRow(Operand a, Operand b, int columns, int inner, float keep, Operand c) {
        cblas_sgemv(
                CblasRowMajor,
                b.turned ? CblasNoTrans : CblasTrans,
                b.turned ? columns : inner,
                b.turned ? inner : columns,
                1,
                b.numbers,
                b.stride,
                a.numbers,
                a.turned ? a.stride : 1,
                keep,
                c.numbers,
                1);
    }

    private static boolean isFasterByDnn(int rows, int columns, int inner) {
        long multiplications = (long) rows * columns * inner;
        return Dnn.found()
                .filter(dnn -> multiplications > (HAS_SMALL_CODE && dnn.isWide() ? smallest(rows) : TINY))
                .isPresent();
    }

    private static long smallest(int rows) {
        return rows == 1 ? SMALL_OF_ONE_ROW : rows <= FEW_ROWS ? SMALL_OF_FEW_ROWS : SMALL;
    }
}
