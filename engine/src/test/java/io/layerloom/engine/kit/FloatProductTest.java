package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.kit.FloatProduct.Operand;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import org.bytedeco.javacpp.FloatPointer;

/** Products of matrices of all sizes, also those for which another library is faster, against plain sums. */
class FloatProductTest {

    @AfterTry
    void asBefore() {
        Parity.asBefore();
    }

    @Property(tries = 200)
    void multipliesMatricesOfAllSizes(
            @ForAll @IntRange(min = 1, max = 80) int rows,
            @ForAll @IntRange(min = 1, max = 80) int columns,
            @ForAll @IntRange(min = 1, max = 200) int inner,
            @ForAll boolean turnA,
            @ForAll boolean turnB,
            @ForAll boolean adding,
            @ForAll boolean dnn) {
        Dnn.allow(dnn);
        requireProduct(new Product(rows, columns, inner, turnA, turnB, adding));
    }

    @Example
    void multipliesVectorsAndMatricesThatAreLarge() {
        for (boolean turned : new boolean[] {true, false}) {
            requireProduct(new Product(1, 300, 400, false, turned, false));
            requireProduct(new Product(1, 300, 400, true, turned, true));
        }
        requireProduct(new Product(8, 300, 800, false, true, true));
        requireProduct(new Product(300, 400, 1, true, false, true));
    }

    @Example
    void givesTheSameBitsAgain() {
        Assume.that(Dnn.found().isPresent());
        int before = OmpThreads.get();
        List<Product> products = List.of(
                new Product(32, 128, 784, false, true, false),
                new Product(300, 64, 500, true, false, false),
                new Product(1, 700, 300, false, true, false));
        for (Product product : products) {
            float[] expected = alone(product, 0);
            try {
                for (int shift = 0; shift < 24; shift++) {
                    OmpThreads.set(1 + shift % 4);
                    assertThat(alone(product, shift)).isEqualTo(expected);
                }
            } finally {
                OmpThreads.set(before);
            }
        }
    }

    /** As layers compute it: in threads of the crew, wherever the numbers lie. */
    private static float[] alone(Product product, int shift) {
        float[][] results = new float[2][];
        Crew.run(2, part -> results[part] = product.computed(shift));
        assertThat(results[1]).isEqualTo(results[0]);
        return results[0];
    }

    private static void requireProduct(Product product) {
        float[] actual = product.computed();
        double[] expected = product.expected();
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-6 * (2 + product.inner)));
        }
    }

    /** Two matrices of numbers between -1 and 1 whose rows have gaps between them, and one that the product may be added to. */
    private record Product(int rows, int columns, int inner, boolean turnA, boolean turnB, boolean adding) {

        private static final int GAP = 3;

        private float[] numbers(int seed, int height, int width) {
            Random random = new Random(31L * seed + inner);
            float[] numbers = new float[height * (width + GAP)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = 2 * random.nextFloat() - 1;
            }
            return numbers;
        }

        private float[] a() {
            return turnA ? numbers(1, inner, rows) : numbers(1, rows, inner);
        }

        private float[] b() {
            return turnB ? numbers(2, columns, inner) : numbers(2, inner, columns);
        }

        private float[] c() {
            return numbers(3, rows, columns);
        }

        private int strideA() {
            return (turnA ? rows : inner) + GAP;
        }

        private int strideB() {
            return (turnB ? inner : columns) + GAP;
        }

        float[] computed() {
            return computed(0);
        }

        /** With the numbers lying so many places further on in memory. */
        float[] computed(int shift) {
            float[] result = c();
            try (FloatPointer a = shifted(a(), shift);
                    FloatPointer b = shifted(b(), shift);
                    FloatPointer c = shifted(result, shift)) {
                FloatProduct.compute(
                        new Operand(a.getPointer(shift), strideA(), turnA),
                        new Operand(b.getPointer(shift), strideB(), turnB),
                        rows,
                        columns,
                        inner,
                        adding ? 1 : 0,
                        new Operand(c.getPointer(shift), columns + GAP, false));
                c.getPointer(shift).get(result);
            }
            return result;
        }

        private static FloatPointer shifted(float[] numbers, int shift) {
            FloatPointer pointer = new FloatPointer(numbers.length + (long) shift);
            pointer.getPointer(shift).put(numbers);
            return pointer;
        }

        /** What is in the gaps stays as it is. */
        double[] expected() {
            float[] a = a();
            float[] b = b();
            float[] c = c();
            double[] sums = new double[c.length];
            for (int i = 0; i < c.length; i++) {
                int row = i / (columns + GAP);
                int column = i % (columns + GAP);
                sums[i] = adding || column >= columns ? c[i] : 0;
                for (int k = 0; k < inner && column < columns; k++) {
                    double left = turnA ? a[k * strideA() + row] : a[row * strideA() + k];
                    double right = turnB ? b[column * strideB() + k] : b[k * strideB() + column];
                    sums[i] += left * right;
                }
            }
            return sums;
        }
    }
}
