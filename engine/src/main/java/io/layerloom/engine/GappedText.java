package io.layerloom.engine;

import io.layerloom.engine.kit.Vocabulary;
import java.util.List;

/** Texts with gaps for a network that restores masked tokens. */
public final class GappedText {

    /** Every so many tokens, the first gap after half of them. */
    private static final int APART = 6;

    private GappedText() {}

    /**
     * A text with gaps in the place of some of its tokens, as far as a network reads it; without gaps where none of them is a known one of letters.
     *
     * @param steps how many tokens the network reads
     */
    public static String of(String text, Vocabulary vocabulary, int steps) {
        boolean words = vocabulary.unit() == Vocabulary.Unit.WORDS;
        List<String> tokens = Vocabulary.split(text.replace(Vocabulary.MASK_SIGN, " "), vocabulary.unit());
        List<String> known = vocabulary.tokens();
        StringBuilder gapped = new StringBuilder();
        int since = APART / 2;
        for (String token : tokens.subList(0, Math.min(tokens.size(), steps))) {
            boolean gap = since >= APART && known.contains(token) && Character.isLetter(token.codePointAt(0));
            since = gap ? 1 : since + 1;
            boolean apart = words && (gap || Character.isLetterOrDigit(token.codePointAt(0)));
            gapped.append(apart && gapped.length() > 0 ? " " : "").append(gap ? Vocabulary.MASK_SIGN : token);
        }
        return gapped.toString();
    }
}
