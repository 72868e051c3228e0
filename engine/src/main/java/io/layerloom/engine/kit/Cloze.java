package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Random;

/**
 * The tokens of one text that are hidden from a network which has to restore them, as BERT learned: of those in use 15 % are chosen, one at least; of the chosen ones 80 % give way to the
 * mask, 10 % to any other token, and 10 % stay as they are, so that the network can trust no token blindly. What is unknown is never chosen, for nothing could be learned there.
 *
 * <p>Source: Devlin, Chang, Lee, Toutanova, BERT: Pre-training of deep bidirectional transformers for language understanding (2018), section 3.1.
 *
 * @param steps that were chosen, from front to back
 * @param shown the numbers of the tokens that the network sees there
 */
record Cloze(int[] steps, int[] shown) {

    /** The number of the first token that stands for something known; those below are padding and anything unknown. */
    static final int FIRST_KNOWN = 2;

    private static final double CHOSEN = 0.15;
    private static final double MASKED = 0.8;
    private static final double OTHER = 0.1;

    /**
     * Chooses.
     *
     * @param text numbers of tokens, one text behind the other
     * @param from where the text begins
     * @param length how many of its steps are in use
     * @param mask the number of the mask, behind those of all tokens
     */
    static Cloze of(float[] text, int from, int length, int mask, Random random) {
        int[] known = new int[length];
        int count = 0;
        for (int step = 0; step < length; step++) {
            if (text[from + step] >= FIRST_KNOWN) {
                known[count++] = step;
            }
        }
        int chosen = Math.min(count, Math.max(1, (int) Math.round(CHOSEN * count)));
        for (int i = 0; i < chosen; i++) {
            int j = i + random.nextInt(count - i);
            int swapped = known[i];
            known[i] = known[j];
            known[j] = swapped;
        }
        int[] steps = Arrays.copyOf(known, chosen);
        Arrays.sort(steps);
        int[] shown = new int[chosen];
        for (int i = 0; i < chosen; i++) {
            shown[i] = shown((int) text[from + steps[i]], mask, random);
        }
        return new Cloze(steps, shown);
    }

    private static int shown(int token, int mask, Random random) {
        double which = random.nextDouble();
        if (which < MASKED) {
            return mask;
        }
        return which < MASKED + OTHER ? FIRST_KNOWN + random.nextInt(mask - FIRST_KNOWN) : token;
    }
}
