package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.constraint.BaseConstraint;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps the spectral norm of weights from growing above a bound: the most by which their matrix can lengthen a vector. Greater weights are divided by what they have too much, after each step
 * (Gouk, Frank, Pfahringer, Cree, Regularisation of neural networks by enforcing Lipschitz continuity, 2021); with a bound of 1 it steadies the discriminator of an adversarial pair, as the
 * division within the layer does (Miyato, Kataoka, Koyama, Yoshida, Spectral normalization for generative adversarial networks, 2018).
 *
 * <p>Weights count as a matrix with one row for each unit or channel. For a dense layer its norm is the most by which the layer can lengthen what it gets; for a convolution, whose kernels meet in neighbouring
 * places, it is the measure that Miyato et al. use, and the layer may lengthen up to √(height · width of the kernel) times as much. The norm is found by power iteration from numbers drawn with a seed
 * that never changes, which comes to it from below; nothing is kept from step to step, so that a training goes on with the same bits after the end of a process.
 */
public final class SpectralNormConstraint extends BaseConstraint {

    private static final int FEWEST_ROUNDS = 10;
    private static final int MOST_ROUNDS = 100;

    /** A norm that has grown by no more than this part of itself, and that so many times in a row, is the one. */
    private static final double SETTLED = 1e-4;

    private static final int QUIET_ROUNDS = 3;
    private static final long SEED = 1;

    private double most;

    private SpectralNormConstraint() {}

    /**
     * The constraint.
     *
     * @param most the bound
     * @param dimensions those of the weights that lead to one unit together
     */
    public SpectralNormConstraint(double most, int... dimensions) {
        super(null, dimensions);
        this.most = most;
    }

    /** The bound. */
    public double getMost() {
        return most;
    }

    /** Sets the bound; for DL4J, which reads settings so. */
    public void setMost(double most) {
        this.most = most;
    }

    @Override
    public void apply(INDArray weights) {
        double norm = normOf(weights);
        if (norm > most) {
            weights.muli(most / norm);
        }
    }

    double normOf(INDArray weights) {
        int[] units = IntStream.range(0, weights.rank())
                .filter(axis -> Arrays.stream(dimensions).noneMatch(inner -> inner == axis))
                .toArray();
        int[] order = IntStream.concat(Arrays.stream(units), Arrays.stream(dimensions))
                .toArray();
        int rows = Math.toIntExact(Arrays.stream(units).mapToLong(weights::size).reduce(1, Math::multiplyExact));
        double[] numbers =
                weights.permute(order).dup('c').reshape(weights.length()).toDoubleVector();
        return norm(numbers, rows);
    }

    /** The spectral norm of a matrix, row after row. */
    private static double norm(double[] matrix, int rows) {
        int columns = matrix.length / rows;
        double[] in = new Random(SEED).doubles(columns, -1, 1).toArray();
        double norm = 0;
        int quiet = 0;
        for (int round = 0; round < FEWEST_ROUNDS || (round < MOST_ROUNDS && quiet < QUIET_ROUNDS); round++) {
            double length = Math.sqrt(product(in, 0, in, 0, columns));
            if (length == 0 || !Double.isFinite(length)) {
                return length;
            }
            double[] out = new double[rows];
            for (int row = 0; row < rows; row++) {
                out[row] = product(matrix, row * columns, in, 0, columns) / length;
            }
            double next = Math.sqrt(product(out, 0, out, 0, rows));
            quiet = next - norm <= SETTLED * next ? quiet + 1 : 0;
            norm = next;
            in = transposedProduct(matrix, out, columns);
        }
        return norm;
    }

    private static double product(double[] x, int fromX, double[] y, int fromY, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            a += x[fromX + i] * y[fromY + i];
            b += x[fromX + i + 1] * y[fromY + i + 1];
            c += x[fromX + i + 2] * y[fromY + i + 2];
            d += x[fromX + i + 3] * y[fromY + i + 3];
        }
        for (; i < count; i++) {
            a += x[fromX + i] * y[fromY + i];
        }
        return a + b + (c + d);
    }

    private static double[] transposedProduct(double[] matrix, double[] out, int columns) {
        double[] in = new double[columns];
        for (int row = 0; row < out.length; row++) {
            double by = out[row];
            int from = row * columns;
            for (int i = 0; i < columns; i++) {
                in[i] += by * matrix[from + i];
            }
        }
        return in;
    }

    @Override
    public SpectralNormConstraint clone() {
        return new SpectralNormConstraint(most, dimensions.clone());
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SpectralNormConstraint that && that.most == most;
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof SpectralNormConstraint;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Double.hashCode(most);
    }

    @Override
    public String toString() {
        return "SpectralNormConstraint(most=" + most + ", dimensions=" + Arrays.toString(dimensions) + ")";
    }
}
