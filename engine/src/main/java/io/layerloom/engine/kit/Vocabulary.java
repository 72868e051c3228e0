package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers for characters or words. 0 stands for the padding behind a short text and 1 for anything unknown; the others go from the most frequent one down.
 */
public final class Vocabulary {

    /** The number behind the end of a short text. */
    public static final int PADDING = 0;

    /** The number of everything that is not in the vocabulary. */
    public static final int UNKNOWN = 1;

    private final Unit unit;
    private final List<String> tokens;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What people write in the place of a token that a network is to guess. */
    public static final String MASK_SIGN = "_";

    /** What a text is divided into. */
    public enum Unit {
        /** Characters in lower case, without blanks. */
        CHARACTERS,
        /** Words in lower case; punctuation marks and Chinese characters stand for themselves. */
        WORDS,
        /** Every character as it stands, also blanks and line ends, so that a text can be put together again. */
        EXACT
    }

    /** The vocabulary of these characters or words, which get the numbers from 2 up. */
    public Vocabulary(Unit unit, List<String> tokens) {
        this.unit = unit;
        this.tokens = List.copyOf(tokens);
        for (String token : tokens) {
            numbers.put(token, Cloze.FIRST_KNOWN + numbers.size());
        }
    }

    /**
     * The most frequent characters or words of some texts; of equally frequent ones, those first in the order of Unicode.
     *
     * @param size how many numbers there may be, padding and unknown included
     */
    public static Vocabulary of(Iterable<String> texts, Unit unit, int size) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.addAll(split(text, unit)));
        return ofTokens(all, unit, size);
    }

    /** The most frequent of some characters or words, as in {@link #of}. */
    static Vocabulary ofTokens(Iterable<String> all, Unit unit, int size) {
        Map<String, Integer> frequency = new HashMap<>();
        all.forEach(token -> frequency.merge(token, 1, Integer::sum));
        Comparator<Map.Entry<String, Integer>> order =
                Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return new Vocabulary(
                unit,
                frequency.entrySet().stream()
                        .sorted(order)
                        .limit(Math.max(0, size - Cloze.FIRST_KNOWN))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Characters or words. */
    public Unit unit() {
        return unit;
    }

    /** The characters or words in the order of their numbers, which begin with 2. */
    public List<String> tokens() {
        return tokens;
    }

    /** The number of the mask, which hides tokens from a network that has to restore them: the one behind all others. */
    public int mask() {
        return Cloze.FIRST_KNOWN + tokens.size();
    }

    /** Of the texts that a network writes as the targets of others: the number of the mark that they begin with, behind those of all tokens. */
    public int begin() {
        return mask();
    }

    /** The number of the mark that they end with, the one behind that. */
    public int end() {
        return begin() + 1;
    }

    /** The numbers of a text, at most {@code maxLength}. */
    public int[] encode(String text, int maxLength) {
        return numbers(split(text, unit).stream().limit(maxLength).toList());
    }

    /** The numbers of some characters or words. */
    int[] numbers(List<String> some) {
        return some.stream()
                .mapToInt(token -> numbers.getOrDefault(token, UNKNOWN))
                .toArray();
    }

    /** What of a text has no number, each once, in the order in which it comes. */
    public List<String> unknown(String text) {
        return split(text, unit).stream()
                .filter(token -> !numbers.containsKey(token))
                .distinct()
                .toList();
    }

    /** The text of some numbers; padding is left out, and what is unknown is shown as �. */
    public String decode(int... tokenNumbers) {
        StringBuilder text = new StringBuilder();
        for (int number : tokenNumbers) {
            String token = number == PADDING
                    ? ""
                    : number < Cloze.FIRST_KNOWN || number - Cloze.FIRST_KNOWN >= tokens.size()
                            ? "\uFFFD"
                            : tokens.get(number - Cloze.FIRST_KNOWN);
            boolean apart = unit == Unit.WORDS && text.length() > 0 && Character.isLetterOrDigit(token.codePointAt(0));
            text.append(apart ? " " : "").append(token);
        }
        return text.toString();
    }

    /** Divides a text into what its unit says. */
    public static List<String> split(String text, Unit unit) {
        if (unit == Unit.EXACT) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean joins =
                    unit == Unit.WORDS && (Character.isLetterOrDigit(c) || c == '\'') && !Character.isIdeographic(c);
            if (joins) {
                word.appendCodePoint(c);
                return;
            }
            flush(word, out);
            if (!Character.isWhitespace(c)) {
                out.add(Character.toString(c));
            }
        });
        flush(word, out);
        return out;
    }

    private static void flush(StringBuilder word, List<String> out) {
        if (word.length() > 0) {
            out.add(word.toString());
            word.setLength(0);
        }
    }
}
