package io.layerloom.canvas;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/** Finds things by some of the letters of their name, in order: {@code mp2} finds "Max pooling 2D". Names that begin with just these letters come first. */
public final class FuzzySearch {

    /** More than any letters apart can be worth. */
    private static final int PREFIX = 10_000;

    private static final int START_OF_NAME = 12;
    private static final int START_OF_WORD = 8;
    private static final int IN_A_ROW = 5;
    private static final int ANYWHERE = 1;

    private FuzzySearch() {}

    /** The items that match, the best first; equally good ones in the given order. All of them for an empty query. */
    public static <T> List<T> find(String query, List<T> items, Function<T, String> name) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return items;
        }
        record Hit<T>(T item, int score) {}
        return items.stream()
                .flatMap(item -> score(wanted, name.apply(item)).stream().mapToObj(score -> new Hit<>(item, score)))
                .sorted(Comparator.comparingInt(hit -> -hit.score()))
                .map(Hit::item)
                .toList();
    }

    /** The items whose name has the query in it, those first that begin with it, then those of which a word does; equally good ones in the given order. All of them for an empty query. */
    public static <T> List<T> named(String query, List<T> items, Function<T, String> name) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return items.stream()
                .filter(item -> name.apply(item).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparingInt(
                        item -> place(wanted, name.apply(item).toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** The items of whose words the query strings beginnings together, as {@code clt} does of "Close tab", in the given order. Letters scattered within words do not count: of many long names, some have any letters. */
    public static <T> List<T> abbreviated(String query, List<T> items, Function<T, String> name) {
        String wanted = query.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        return items.stream()
                .filter(item -> isAbbreviation(wanted, name.apply(item).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isAbbreviation(String wanted, String text) {
        // Where the letters so far may end: before the text, or behind a letter of it.
        BitSet ends = new BitSet();
        ends.set(0);
        for (int q = 0; q < wanted.length(); q++) {
            BitSet next = new BitSet();
            int first = ends.nextSetBit(0);
            for (int at = first; at >= 0 && at < text.length(); at++) {
                boolean row = q > 0 && ends.get(at);
                if (text.charAt(at) == wanted.charAt(q) && (row || beginsWord(text, at))) {
                    next.set(at + 1);
                }
            }
            ends = next;
        }
        return !ends.isEmpty();
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** 0 at the beginning of a name, 1 at that of a word, 2 within one. */
    private static int place(String wanted, String text) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (beginsWord(text, at)) {
                return at == 0 ? 0 : 1;
            }
        }
        return 2;
    }

    /** Whether a name has these letters in this order. */
    static boolean matches(String query, String name) {
        return score(query.strip().toLowerCase(Locale.ROOT), name).isPresent();
    }

    /** How well a name matches; empty if a letter is missing. */
    static OptionalInt score(String query, String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int[][] best = new int[query.length() + 1][text.length() + 1];
        for (int[] row : best) {
            Arrays.fill(row, Integer.MIN_VALUE);
        }
        Arrays.fill(best[0], 0);
        for (int q = 1; q <= query.length(); q++) {
            char letter = query.charAt(q - 1);
            for (int t = q; t <= text.length(); t++) {
                int skipped = best[q][t - 1];
                int taken = Integer.MIN_VALUE;
                if (letter == ' ' || text.charAt(t - 1) == letter) {
                    int before = best[q - 1][t - 1];
                    if (before > Integer.MIN_VALUE) {
                        boolean row = q > 1 && t > 1 && text.charAt(t - 2) == query.charAt(q - 2);
                        taken = before + worth(text, t - 1) + (row ? IN_A_ROW : 0);
                    }
                }
                best[q][t] = Math.max(skipped, taken);
            }
        }
        int score = best[query.length()][text.length()];
        if (score == Integer.MIN_VALUE) {
            return OptionalInt.empty();
        }
        int whole = text.startsWith(query) ? PREFIX : 0;
        return OptionalInt.of(whole + score * 4 - text.length() / 4);
    }

    private static int worth(String text, int at) {
        if (at == 0) {
            return START_OF_NAME;
        }
        return beginsWord(text, at) ? START_OF_WORD : ANYWHERE;
    }
}
