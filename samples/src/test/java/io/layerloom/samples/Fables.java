package io.layerloom.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The program that wrote the little fables from which a network learns to write. Run {@link #main} on {@code samples/src/main/resources/io/layerloom/samples/data/fables} after a change; a test
 * compares them.
 */
final class Fables {

    static final String FILE = "fables.txt";

    private static final int COUNT = 400;
    private static final List<String> ANIMALS =
            List.of("fox", "crow", "wolf", "lamb", "mouse", "owl", "goat", "bear", "hen", "frog");
    private static final List<String> MOODS =
            List.of("hungry", "clever", "proud", "small", "old", "lazy", "brave", "tired");
    private static final List<String> PLACES =
            List.of("by the river", "in the wood", "on a hill", "at the well", "under a tree", "near the mill");
    private static final List<String> GOODS = List.of("bread", "cheese", "grapes", "honey", "corn", "apples");
    private static final List<String> VERBS = List.of("sang a song", "ran home", "hid all day", "lay down to sleep");
    private static final List<String> MORALS = List.of(
            "Share what you have, and you will never be alone",
            "He who is proud will be poor",
            "A kind word opens every door",
            "Haste makes an empty table",
            "The small can help the great");

    private final Random random = new Random(1);

    private Fables() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.write(folder.resolve(FILE), text().getBytes(StandardCharsets.UTF_8));
    }

    /** All fables with an empty line between them. */
    static String text() {
        Fables fables = new Fables();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            all.append(fables.fable()).append("\n\n");
        }
        return all.toString();
    }

    private String fable() {
        String one = any(ANIMALS);
        String other = any(ANIMALS);
        while (other.equals(one)) {
            other = any(ANIMALS);
        }
        String good = any(GOODS);
        boolean gives = random.nextBoolean();
        String opening = "%s %s met %s %s %s. The %s had some %s."
                .formatted(article(any(MOODS), true), one, article(any(MOODS), false), other, any(PLACES), other, good);
        String asking = "\"Give me your %s,\" said the %s.".formatted(good, one);
        String answer = gives
                ? "\"Let us share,\" said the %s, and they ate the %s.".formatted(other, good)
                : "\"No, the %s is mine,\" said the %s. So the %s %s."
                        .formatted(good, other, random.nextBoolean() ? one : other, any(VERBS));
        return "%s %s %s\n%s.".formatted(opening, asking, answer, gives ? MORALS.get(even()) : MORALS.get(odd()));
    }

    private int even() {
        return 2 * random.nextInt(3);
    }

    private int odd() {
        return 1 + 2 * random.nextInt(2);
    }

    private static String article(String word, boolean first) {
        String article = "aeiou".indexOf(word.charAt(0)) < 0 ? "a" : "an";
        return (first ? article.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + article.substring(1) : article)
                + " " + word;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
