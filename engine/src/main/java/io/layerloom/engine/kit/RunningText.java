package io.layerloom.engine.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A text without labels, cut into pieces of one length. Each piece begins with the token that the one before ended with, so that every token but the very first is foretold once; what is left
 * at the end is too short for a piece and stays out.
 */
public final class RunningText {

    private final String name;
    private final List<String> tokens;
    private final Vocabulary.Unit unit;
    private final int steps;

    private RunningText(String name, List<String> tokens, Vocabulary.Unit unit, int steps) {
        this.name = name;
        this.tokens = tokens;
        this.unit = unit;
        this.steps = steps;
    }

    /**
     * Reads a text.
     *
     * @param steps characters or words in a piece, 2 or more
     * @throws DataException if the text is no UTF-8, or too short for a single piece
     */
    public static RunningText read(Path file, Vocabulary.Unit unit, int steps) throws IOException {
        return of(String.valueOf(file.getFileName()), Lines.read(file), unit, steps);
    }

    /** Reads a text from a stream, which stays open. */
    public static RunningText read(InputStream in, String name, Vocabulary.Unit unit, int steps) throws IOException {
        return of(name, Lines.read(in, name), unit, steps);
    }

    private static RunningText of(String name, String content, Vocabulary.Unit unit, int steps) throws DataException {
        String text = content.replace("\r\n", "\n");
        List<String> tokens = Vocabulary.split(text, unit);
        if (tokens.size() < steps) {
            throw new DataException(
                    "%s has %,d characters or words, fewer than the %,d of one piece; give more text or make the pieces shorter.",
                    name, tokens.size(), steps);
        }
        return new RunningText(name, List.copyOf(tokens), unit, steps);
    }

    /** How many pieces there are. */
    public int size() {
        return 1 + (tokens.size() - steps) / (steps - 1);
    }

    private List<String> piece(int row) {
        return tokens.subList(row * (steps - 1), row * (steps - 1) + steps);
    }

    /** A piece as it stands in the text; words are put together with blanks. */
    public String text(int row) {
        return String.join(unit == Vocabulary.Unit.WORDS ? " " : "", piece(row));
    }

    /**
     * The vocabulary of the training rows.
     *
     * @param size how many numbers there may be, padding and unknown included
     */
    public Vocabulary vocabulary(int[] trainRows, int size) {
        return Vocabulary.ofTokens(
                Arrays.stream(trainRows)
                        .mapToObj(this::piece)
                        .flatMap(List::stream)
                        .toList(),
                unit,
                size);
    }

    /** All pieces as a network takes them: numbers of a vocabulary. */
    public Examples examples(Vocabulary vocabulary) throws DataException {
        Memory.require((long) steps * size(), name);
        float[] features = new float[steps * size()];
        for (int row = 0; row < size(); row++) {
            int[] numbers = vocabulary.numbers(piece(row));
            for (int i = 0; i < steps; i++) {
                features[row * steps + i] = numbers[i];
            }
        }
        return Examples.ofTexts(features, new long[] {steps}, size());
    }
}
