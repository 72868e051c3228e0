package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentTest {
    private static final double MOST_ALIKE = 0.6;

    @ParameterizedTest
    @CsvSource({"zh.tsv, 600", "en.tsv, 591"})
    void both_labels_are_equally_frequent(String file, long each) throws IOException {
        assertThat(rows(file).stream().collect(Collectors.groupingBy(Row::label, Collectors.counting())))
                .isEqualTo(Map.of("positive", each, "negative", each));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh.tsv", "en.tsv"})
    void every_text_is_one_clean_sentence(String file) throws IOException {
        assertThat(rows(file))
                .allSatisfy(row -> assertThat(row.text())
                        .isEqualTo(row.text().strip())
                        .hasSizeBetween(6, 120)
                        .doesNotContain("\t", "  ", "\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh.tsv", "en.tsv"})
    void no_text_occurs_twice(String file) throws IOException {
        assertThat(rows(file))
                .extracting(row -> row.text().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    /** Compares the pairs of neighbouring characters (words in English) of every two sentences of one label. */
    @ParameterizedTest
    @ValueSource(strings = {"zh.tsv", "en.tsv"})
    void no_two_texts_of_a_label_are_nearly_alike(String file) throws IOException {
        Map<String, Map<String, Set<String>>> pairs = new HashMap<>();
        for (Row row : rows(file)) {
            Map<String, Set<String>> seen = pairs.computeIfAbsent(row.label(), label -> new HashMap<>());
            Set<String> mine = neighbours(row.text(), file);
            seen.forEach((text, theirs) -> assertThat(alike(mine, theirs))
                    .as("%s / %s", text, row.text())
                    .isLessThanOrEqualTo(MOST_ALIKE));
            seen.put(row.text(), mine);
        }
    }

    private static double alike(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return both / (double) (a.size() + b.size() - both);
    }

    private static Set<String> neighbours(String text, String file) {
        String[] units = file.startsWith("zh")
                ? text.replaceAll("[,:]", "").split("")
                : text.toLowerCase(Locale.ROOT).split("[^a-z']+");
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < units.length; i++) {
            pairs.add(units[i - 1] + ' ' + units[i]);
        }
        return pairs;
    }

    private record Row(String label, String text) {}

    private static List<Row> rows(String file) throws IOException {
        String all = new String(SampleDataTest.read("sentiment", file), StandardCharsets.UTF_8);
        assertThat(all).endsWith("\n").doesNotContain("\r");
        return all.lines().map(SentimentTest::row).toList();
    }

    private static Row row(String line) {
        String[] fields = line.split("\t", -1);
        assertThat(fields).as(line).hasSize(2);
        return new Row(fields[0], fields[1]);
    }
}
