package io.layerloom.monitor.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PyramidTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 255, 256, 257, 4097, 70_000})
    void answersAsASearchThroughAllValuesWould(int size) {
        Random random = new Random(size);
        Pyramid pyramid = new Pyramid();
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
            pyramid.append(values[i]);
        }
        float[] out = new float[2];
        for (int round = 0; round < 300; round++) {
            int a = random.nextInt(size + 1);
            int b = random.nextInt(size + 1);
            int from = Math.min(a, b);
            int to = Math.max(a, b);
            float least = Float.POSITIVE_INFINITY;
            float greatest = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
            pyramid.extremes(from, to, out);
            assertThat(out).as("%d to %d of %d", from, to, size).containsExactly(least, greatest);
        }
    }

    @Test
    void answersWhileItGrows() {
        Pyramid pyramid = new Pyramid();
        float[] out = new float[2];
        for (int i = 0; i < 5000; i++) {
            pyramid.append(i % 2 == 0 ? i : -i);
            pyramid.extremes(0, i + 1, out);
            int even = i % 2 == 0 ? i : i - 1;
            int odd = i % 2 == 0 ? Math.max(0, i - 1) : i;
            assertThat(out[1]).isEqualTo(even);
            assertThat(out[0]).isEqualTo(odd == 0 ? 0f : -odd);
        }
    }

    @Test
    void ofNothingNothingIsLeast() {
        float[] out = new float[2];
        new Pyramid().extremes(0, 0, out);
        assertThat(out).containsExactly(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }
}
