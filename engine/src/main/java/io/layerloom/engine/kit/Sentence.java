package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a person is to read: English words with gaps, and what fills them. The two are kept apart, so that a program that speaks another language finds there what the words are in it.
 *
 * @param words as {@link String#format} takes them, where there is something to fill in
 * @param gaps numbers, names, and other sentences
 */
public record Sentence(String words, List<Object> gaps) {

    public Sentence {
        gaps = List.copyOf(gaps);
    }

    /** A sentence with what fills its gaps. */
    public static Sentence of(String words, Object... gaps) {
        return new Sentence(words, Arrays.asList(gaps));
    }

    /** The sentence in English. */
    @Override
    public String toString() {
        return gaps.isEmpty() ? words : String.format(Locale.ROOT, words, gaps.toArray());
    }
}
