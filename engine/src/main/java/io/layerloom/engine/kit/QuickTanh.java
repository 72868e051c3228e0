package io.layerloom.engine.kit;

/** The hyperbolic tangent in such a form that the compiler of the JVM makes vector instructions of loops over it. */
final class QuickTanh {

    /** From here on the hyperbolic tangent is 1 in single precision. */
    private static final float BOUND = 9;

    private QuickTanh() {}

    /**
     * The hyperbolic tangent, right to 4 · 10⁻⁷: a quotient of polynomials, because calls of {@code Math.tanh} cannot be made vector instructions. The coefficients are those of the
     * linear algebra library Eigen.
     */
    static float of(float number) {
        float x = Math.max(-BOUND, Math.min(BOUND, number));
        float q = x * x;
        float up = q * -2.76076847742355e-16f + 2.00018790482477e-13f;
        up = q * up - 8.60467152213735e-11f;
        up = q * up + 5.12229709037114e-08f;
        up = q * up + 1.48572235717979e-05f;
        up = q * up + 6.37261928875436e-04f;
        up = q * up + 4.89352455891786e-03f;
        float down = q * 1.19825839466702e-06f + 1.18534705686654e-04f;
        down = q * down + 2.26843463243900e-03f;
        down = q * down + 4.89352518554385e-03f;
        return Math.max(-1, Math.min(1, x * up / down));
    }
}
