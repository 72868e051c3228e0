package io.layerloom.engine.kit;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation function over a vector in which the features of each example lie side by side: the usual ones in our own code, all others as DL4J computes them. */
abstract class Curve {

    /** The curve that computes what an activation function of DL4J does. */
    static Curve of(IActivation function) {
        if (function instanceof ActivationTanH) {
            return new Tanh();
        }
        if (function instanceof ActivationSigmoid) {
            return new Sigmoid();
        }
        if (function instanceof ExactGelu) {
            return new Gelu(true);
        }
        if (function instanceof ActivationGELU gelu && !gelu.isPrecise()) {
            return new Gelu(false);
        }
        if (function instanceof ActivationReLU) {
            return new Relu();
        }
        return function instanceof ActivationIdentity ? new Identity() : new Any(function);
    }

    /** Whether the slope follows from the result alone, so that nobody needs to keep what came in. */
    boolean isByResult() {
        return true;
    }

    /** Applies the function in place. */
    abstract void apply(Vec values, int examples);

    /** Multiplies a gradient by the slope; {@code before} may be anything where {@link #isByResult} holds. */
    abstract void timesSlope(Vec gradient, Vec before, Vec result, int examples);

    private static final class Tanh extends Curve {
        @Override
        void apply(Vec values, int examples) {
            values.tanh();
        }

        @Override
        void timesSlope(Vec gradient, Vec before, Vec result, int examples) {
            gradient.timesTanhSlope(result);
        }
    }

    private static final class Sigmoid extends Curve {
        @Override
        void apply(Vec values, int examples) {
            values.sigmoid();
        }

        @Override
        void timesSlope(Vec gradient, Vec before, Vec result, int examples) {
            gradient.timesSigmoidSlope(result);
        }
    }

    private static final class Relu extends Curve {
        @Override
        void apply(Vec values, int examples) {
            values.relu();
        }

        @Override
        void timesSlope(Vec gradient, Vec before, Vec result, int examples) {
            gradient.timesReluSlope(result);
        }
    }

    private static final class Gelu extends Curve {
        private final boolean exact;

        Gelu(boolean exact) {
            this.exact = exact;
        }

        @Override
        boolean isByResult() {
            return false;
        }

        @Override
        void apply(Vec values, int examples) {
            values.gelu(exact);
        }

        @Override
        void timesSlope(Vec gradient, Vec before, Vec result, int examples) {
            gradient.timesGeluSlope(before, exact);
        }
    }

    private static final class Identity extends Curve {
        @Override
        void apply(Vec values, int examples) {}

        @Override
        void timesSlope(Vec gradient, Vec before, Vec result, int examples) {}
    }

    private static final class Any extends Curve {
        private final IActivation function;

        Any(IActivation function) {
            this.function = function;
        }

        @Override
        boolean isByResult() {
            return false;
        }

        @Override
        void apply(Vec values, int examples) {
            values.read(function.getActivation(values.toArray(examples), true));
        }

        @Override
        void timesSlope(Vec gradient, Vec before, Vec result, int examples) {
            INDArray in = before.toArray(examples);
            gradient.read(function.backprop(in, gradient.toArray(examples)).getFirst());
        }
    }
}
