package io.layerloom.engine.kit;

import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** An activation function whose slope follows from what it gives, so that what it was given need not be kept. */
interface Nonlinearity {

    /** Leaves everything as it is. */
    Nonlinearity NONE = new Nonlinearity() {
        @Override
        public void apply(float[] numbers, int from, int to, float bias) {
            if (bias != 0) {
                for (int i = from; i < to; i++) {
                    numbers[i] += bias;
                }
            }
        }

        @Override
        public void derive(float[] outputs, float[] slopes, int from, int to) {
            // The slope is 1.
        }
    };

    /** Replaces each number x by f(x + bias). */
    void apply(float[] numbers, int from, int to, float bias);

    /** Turns slopes along the outputs into slopes along what was given. */
    void derive(float[] outputs, float[] slopes, int from, int to);

    /** This form of one of DL4J's functions; empty if there is none. */
    static Optional<Nonlinearity> of(IActivation function) {
        if (function instanceof ActivationIdentity) {
            return Optional.of(NONE);
        }
        if (function.equals(new ActivationReLU())) {
            return Optional.of(new Rectifier(0));
        }
        if (function instanceof ActivationLReLU leaky) {
            float slope = (float) leaky.getAlpha();
            return slope > 0 && slope < 1 ? Optional.of(new Rectifier(slope)) : Optional.empty();
        }
        if (function instanceof ActivationSigmoid) {
            return Optional.of(new Sigmoid());
        }
        if (function instanceof ActivationReLU6) {
            return Optional.of(new Rectifier6());
        }
        if (function instanceof ActivationELU elu && elu.getAlpha() == 1) {
            return Optional.of(new Elu());
        }
        return function instanceof ActivationTanH ? Optional.of(new Tanh()) : Optional.empty();
    }

    /** x where positive, otherwise a part of it. Written without branches, which the compiler could not vectorize. */
    record Rectifier(float part) implements Nonlinearity {

        /** Makes one or more of any normal number. */
        private static final float HUGE = Float.MAX_VALUE;

        @Override
        public void apply(float[] numbers, int from, int to, float bias) {
            if (part == 0) {
                for (int i = from; i < to; i++) {
                    numbers[i] = Math.max(0, numbers[i] + bias);
                }
                return;
            }
            for (int i = from; i < to; i++) {
                float x = numbers[i] + bias;
                numbers[i] = Math.max(x, part * x);
            }
        }

        @Override
        public void derive(float[] outputs, float[] slopes, int from, int to) {
            for (int i = from; i < to; i++) {
                slopes[i] *= Math.max(part, Math.min(1, outputs[i] * HUGE));
            }
        }
    }

    /** x between 0 and 6, and the nearer of the two otherwise. */
    record Rectifier6() implements Nonlinearity {

        @Override
        public void apply(float[] numbers, int from, int to, float bias) {
            for (int i = from; i < to; i++) {
                numbers[i] = Math.max(0, Math.min(6, numbers[i] + bias));
            }
        }

        @Override
        public void derive(float[] outputs, float[] slopes, int from, int to) {
            for (int i = from; i < to; i++) {
                slopes[i] *= Math.min(1, outputs[i] * Rectifier.HUGE) * Math.min(1, (6 - outputs[i]) * Rectifier.HUGE);
            }
        }
    }

    /** x where positive, otherwise eˣ - 1. */
    record Elu() implements Nonlinearity {

        @Override
        public void apply(float[] numbers, int from, int to, float bias) {
            for (int i = from; i < to; i++) {
                float x = numbers[i] + bias;
                numbers[i] = x > 0 ? x : (float) (Math.exp(x) - 1);
            }
        }

        @Override
        public void derive(float[] outputs, float[] slopes, int from, int to) {
            for (int i = from; i < to; i++) {
                slopes[i] *= Math.min(0, outputs[i]) + 1;
            }
        }
    }

    /** 1 / (1 + e⁻ˣ). */
    record Sigmoid() implements Nonlinearity {

        @Override
        public void apply(float[] numbers, int from, int to, float bias) {
            for (int i = from; i < to; i++) {
                numbers[i] = (float) (1 / (1 + Math.exp(-(numbers[i] + bias))));
            }
        }

        @Override
        public void derive(float[] outputs, float[] slopes, int from, int to) {
            for (int i = from; i < to; i++) {
                slopes[i] *= outputs[i] * (1 - outputs[i]);
            }
        }
    }

    /** The hyperbolic tangent. */
    record Tanh() implements Nonlinearity {

        @Override
        public void apply(float[] numbers, int from, int to, float bias) {
            for (int i = from; i < to; i++) {
                numbers[i] = (float) (1 - 2 / (1 + Math.exp(2 * (numbers[i] + bias))));
            }
        }

        @Override
        public void derive(float[] outputs, float[] slopes, int from, int to) {
            for (int i = from; i < to; i++) {
                slopes[i] *= 1 - outputs[i] * outputs[i];
            }
        }
    }
}
