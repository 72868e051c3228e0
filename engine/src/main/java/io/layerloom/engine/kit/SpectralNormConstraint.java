package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * places, it is the measure that Miyato et al. use, and the layer may lengthen up to √(height · width of the kernel) times as much. The norm is found by the iteration of
 * Lanczos (An iteration method for the solution of the eigenvalue problem of linear differential and integral operators, 1950) from numbers drawn with a seed that never changes. It comes to the norm from
 * below, and also where other singular values lie near the greatest, of which power iteration falls short. Nothing is kept from step to step, so that a training goes on with the same bits after the end of
 * a process.
 */
public final class SpectralNormConstraint extends BaseConstraint {

    private static final int MOST_ROUNDS = 60;

    /** A norm that has grown by no more than this part of itself, and that so many times in a row, is the one. */
    private static final double SETTLED = 1e-6;

    private static final int QUIET_ROUNDS = 3;

    /** What is left of a new direction when those before it span all that the matrix reaches, as a part of the square of the norm. */
    private static final double EXHAUSTED = 1e-12;

    private static final double PRECISION = 1e-12;
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
        double[] start = new Random(SEED).doubles(rows, -1, 1).toArray();
        double[] next = transposedProduct(matrix, start, columns);
        double length = length(next);
        if (length == 0 || !Double.isFinite(length)) {
            return length;
        }
        List<double[]> directions = new ArrayList<>();
        double[] diagonal = new double[MOST_ROUNDS];
        double[] beside = new double[MOST_ROUNDS];
        double square = 0;
        int quiet = 0;
        for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            double[] direction = divided(next, length);
            directions.add(direction);
            double[] image = product(matrix, rows, direction);
            diagonal[round] = product(image, 0, image, 0, rows);
            double found = greatestEigenvalue(diagonal, beside, round + 1);
            quiet = found - square <= 2 * SETTLED * found ? quiet + 1 : 0;
            square = found;
            next = transposedProduct(matrix, image, columns);
            makePerpendicular(next, directions);
            length = length(next);
            beside[round] = length;
            if (!(length > EXHAUSTED * square)) {
                break;
            }
        }
        return Math.sqrt(square);
    }

    /** The greatest eigenvalue of a symmetric tridiagonal matrix that has none below 0. */
    private static double greatestEigenvalue(double[] diagonal, double[] beside, int size) {
        double below = 0;
        double above = 0;
        for (int i = 0; i < size; i++) {
            below = Math.max(below, diagonal[i]);
            above = Math.max(above, diagonal[i] + (i > 0 ? beside[i - 1] : 0) + (i < size - 1 ? beside[i] : 0));
        }
        while (above - below > PRECISION * above) {
            double middle = (below + above) / 2;
            if (areAllBelow(middle, diagonal, beside, size)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    /** Whether all eigenvalues are less than a number: the pivots of the matrix without it are then all negative (Sylvester's law of inertia). */
    private static boolean areAllBelow(double number, double[] diagonal, double[] beside, int size) {
        double pivot = diagonal[0] - number;
        for (int i = 1; i < size && pivot < 0; i++) {
            pivot = diagonal[i] - number - beside[i - 1] * beside[i - 1] / pivot;
        }
        return pivot < 0;
    }

    private static void makePerpendicular(double[] vector, List<double[]> directions) {
        for (double[] direction : directions) {
            double along = product(vector, 0, direction, 0, vector.length);
            for (int i = 0; i < vector.length; i++) {
                vector[i] -= along * direction[i];
            }
        }
    }

    private static double length(double[] vector) {
        return Math.sqrt(product(vector, 0, vector, 0, vector.length));
    }

    private static double[] divided(double[] vector, double by) {
        return Arrays.stream(vector).map(number -> number / by).toArray();
    }

    private static double[] product(double[] matrix, int rows, double[] vector) {
        double[] out = new double[rows];
        for (int row = 0; row < rows; row++) {
            out[row] = product(matrix, row * vector.length, vector, 0, vector.length);
        }
        return out;
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
