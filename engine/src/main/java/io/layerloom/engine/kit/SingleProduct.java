package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Products of matrices of single precision, called without a detour: by oneDNN where there is one, which makes machine code for the processor at hand, and otherwise by the OpenBLAS that comes with
 * ND4J, which takes code for a processor of twenty years ago where it does not know a newer one.
 */
final class SingleProduct {

    private SingleProduct() {}

    /**
     * Computes c = a · b, added to what is there where {@code adding}. Each matrix lies row after row, so many numbers apart as its stride says.
     *
     * @param turnA whether the transposed matrix of what lies at {@code a} is meant
     * @param turnB the same for {@code b}
     * @param inner how many numbers are multiplied and added up for each one of {@code c}
     */
    static void of(
            boolean turnA,
            boolean turnB,
            int rows,
            int columns,
            int inner,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            boolean adding,
            FloatPointer c,
            int strideC) {
        float keep = adding ? 1 : 0;
        // Where a matrix is multiplied by a single vector, OpenBLAS is the faster one.
        if (columns > 1 && Dnn.found().isPresent()) {
            Dnn.require(dnnl_sgemm(
                    letter(turnA), letter(turnB), rows, columns, inner, 1, a, strideA, b, strideB, keep, c, strideC));
            return;
        }
        int orderA = turnA ? CblasTrans : CblasNoTrans;
        int orderB = turnB ? CblasTrans : CblasNoTrans;
        cblas_sgemm(CblasRowMajor, orderA, orderB, rows, columns, inner, 1, a, strideA, b, strideB, keep, c, strideC);
    }

    private static byte letter(boolean turned) {
        return (byte) (turned ? 'T' : 'N');
    }
}
