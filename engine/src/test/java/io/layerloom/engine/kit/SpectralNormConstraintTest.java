package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Spectral norms against the singular values that another library computes. */
class SpectralNormConstraintTest {

    /** Weights of a unit of its own and of many alike, as those of a discriminator that has given up. */
    @Example
    void unitsThatAreAlikeCountTogether() {
        requireNorm(new double[][] {{1.1, 0}, {0, 1}, {0, 1}});
        requireNorm(new double[][] {{1.1, 0.002}, {0.001, 1}, {0, 1}});
        Random random = new Random(5);
        double[][] alike = new double[32][64];
        for (int column = 0; column < 64; column++) {
            double shared = random.nextGaussian();
            for (int row = 0; row < 32; row++) {
                alike[row][column] = row == 0 ? 2 * random.nextGaussian() : shared + 1e-4 * random.nextGaussian();
            }
        }
        requireNorm(alike);
    }

    @Property(tries = 100)
    void everyMatrixIsBroughtBelowItsBound(
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 60) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            row[random.nextInt(columns)] = 3 * random.nextGaussian();
            for (int i = 0; i < columns; i++) {
                row[i] += random.nextGaussian();
            }
        }
        requireNorm(matrix);
    }

    @Example
    void weightsBelowTheBoundAndZerosStayAsTheyAre() {
        for (double number : new double[] {0, 0.25}) {
            INDArray weights = Nd4j.valueArrayOf(new long[] {2, 2}, number);
            new SpectralNormConstraint(1, 0).apply(weights);
            assertThat(weights).isEqualTo(Nd4j.valueArrayOf(new long[] {2, 2}, number));
        }
    }

    private static void requireNorm(double[][] matrix) {
        double expected = norm(matrix);
        INDArray weights = Nd4j.createFromArray(matrix);
        assertThat(new SpectralNormConstraint(1, 1).normOf(weights)).isCloseTo(expected, within(1e-3 * expected));
        new SpectralNormConstraint(expected / 2, 1).apply(weights);
        assertThat(norm(weights.toDoubleMatrix())).isCloseTo(expected / 2, within(1e-3 * expected));
    }

    private static double norm(double[][] matrix) {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix)).getNorm();
    }
}
