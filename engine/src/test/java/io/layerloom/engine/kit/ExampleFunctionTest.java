package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ExampleFunctionTest {

    /** Gives many numbers of each example. */
    private static final class Many extends ExampleFunction {

        private static final long serialVersionUID = 1;

        @Override
        protected double[] result(double[][] in, long[][] sizes) {
            throw new AssertionError("There is no room for it.");
        }

        @Override
        protected void back(double[][] in, long[][] sizes, double[] slopes, double[][] back) {}

        @Override
        protected long[] sizesFor(long[][] in) {
            return new long[] {40_000, 60_000};
        }

        @Override
        public String toString() {
            return "Many";
        }
    }

    @Test
    void moreThanAnArrayHoldsIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> new Many().apply(new INDArray[] {Nd4j.zeros(2, 3)}, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "2 examples with 2,400,000,000 numbers each are more than one array can hold. Compute fewer of them at once.");
    }
}
