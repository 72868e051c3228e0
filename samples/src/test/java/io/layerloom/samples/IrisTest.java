package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrisTest {
    @Test
    void the_table_has_a_header_and_150_rows_of_five() throws IOException {
        List<String> lines = lines();

        assertThat(lines).hasSize(151);
        assertThat(lines.get(0)).isEqualTo("sepal_length,sepal_width,petal_length,petal_width,species");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(5));
    }

    /** Fisher's own means (1936); the common copy with two wrong rows gives 3.418, 1.464 and 0.244 for setosa. */
    @ParameterizedTest
    @CsvSource({
        "setosa, 5.006, 3.428, 1.462, 0.246",
        "versicolor, 5.936, 2.770, 4.260, 1.326",
        "virginica, 6.588, 2.974, 5.552, 2.026"
    })
    void every_species_has_fifty_rows_with_the_published_means(
            String species, double sepalLength, double sepalWidth, double petalLength, double petalWidth)
            throws IOException {
        List<double[]> rows = lines().stream()
                .filter(line -> line.endsWith("," + species))
                .map(IrisTest::measures)
                .toList();

        assertThat(rows).hasSize(50);
        double[] published = {sepalLength, sepalWidth, petalLength, petalWidth};
        for (int column = 0; column < published.length; column++) {
            int at = column;
            assertThat(rows.stream().mapToDouble(row -> row[at]).average().orElseThrow())
                    .isCloseTo(published[at], within(1e-9));
        }
    }

    private static double[] measures(String line) {
        return Arrays.stream(line.split(","))
                .limit(4)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<String> lines() throws IOException {
        return new String(SampleDataTest.read("iris", "iris.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
