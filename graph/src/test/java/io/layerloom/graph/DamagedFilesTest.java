package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Ten thousand project files, each damaged in some way: every one is opened, and then good to work with, or refused with a sentence. */
@Tag("slow")
class DamagedFilesTest {

    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "NaN",
            "1e308",
            "99999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[[[[[[[",
            "\"format\": 4,",
            "2147483648",
            "\"constructor\"",
            "]",
            "}",
            ",",
            "\uFEFF",
            "\\");

    private static final List<String> PARSER = List.of(
            "Unrecognized", "close marker", "CTRL-CHAR", "Unexpected", "Illegal", "StreamReadFeature", "Source:");

    @Property(tries = 10_000)
    void openedOrRefusedWithASentence(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = ProjectFile.toJson(new RandomDocuments(random.nextInt(50)).document(1 + random.nextInt(12)))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes = damaged(bytes, random);
        }
        try {
            Document document = ProjectFile.read(new ByteArrayInputStream(bytes));
            Inference.of(document.graph(), SmallCatalog.CATALOG);
            assertThat(ProjectFile.read(ProjectFile.toJson(document))).isEqualTo(document);
        } catch (ProjectFileException refused) {
            assertThat(refused.getMessage()).matches("(?s)[^\\n]{20,700}\\.");
            assertThat(refused.getMessage()).as("words of the parser").doesNotContain(PARSER);
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> {
                byte[] copy = bytes.clone();
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 4 -> replacedValue(bytes, random);
            default ->
                joined(
                        joined(
                                Arrays.copyOf(bytes, at),
                                STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.UTF_8)),
                        Arrays.copyOfRange(bytes, at, bytes.length));
        };
    }

    /** Some value, however long, becomes another that is well formed where it stands. */
    private static byte[] replacedValue(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int colon = text.indexOf(": ", random.nextInt(text.length()));
        if (colon < 0) {
            return bytes;
        }
        int end = colon + 2;
        while (end < text.length() && ",\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return (text.substring(0, colon + 2) + STRANGE.get(random.nextInt(STRANGE.size())) + text.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
