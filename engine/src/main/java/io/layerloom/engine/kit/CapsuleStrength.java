package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The length of each capsule, which says how sure it is that what it stands for is there: Sabour, Frosst, Hinton, Dynamic routing between capsules (2017). A sequence of capsules, [dimensions, capsules],
 * becomes a vector.
 */
public final class CapsuleStrength extends ExampleFunction {

    @Override
    protected double[] result(double[][] in, long[][] sizes) {
        double[] strengths = new double[(int) sizes[0][1]];
        for (int at = 0; at < in[0].length; at++) {
            strengths[at % strengths.length] += in[0][at] * in[0][at];
        }
        for (int capsule = 0; capsule < strengths.length; capsule++) {
            strengths[capsule] = Math.sqrt(strengths[capsule]);
        }
        return strengths;
    }

    /** A capsule without length has no slope. */
    @Override
    protected void back(double[][] in, long[][] sizes, double[] slopes, double[][] back) {
        double[] strengths = result(in, sizes);
        for (int at = 0; at < in[0].length; at++) {
            int capsule = at % strengths.length;
            back[0][at] = strengths[capsule] == 0 ? 0 : slopes[capsule] * in[0][at] / strengths[capsule];
        }
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {in[0][1]};
    }

    /** A vector has no steps. */
    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "CapsuleStrength()";
    }
}
