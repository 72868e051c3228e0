package io.layerloom.engine.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs of texts, one a line: the source, a tab, the target that a network is to write for it. */
public final class TextPairs {

    private final String name;
    private final List<String> sources;
    private final List<String> targets;

    private TextPairs(String name, List<String> sources, List<String> targets) {
        this.name = name;
        this.sources = sources;
        this.targets = targets;
    }

    /**
     * Reads pairs.
     *
     * @throws DataException if the file is no UTF-8, has no pairs, or a line does not hold two texts with a tab between
     */
    public static TextPairs read(Path file) throws IOException {
        return of(String.valueOf(file.getFileName()), Lines.read(file));
    }

    /** Reads pairs from a stream, which stays open. */
    public static TextPairs read(InputStream in, String name) throws IOException {
        return of(name, Lines.read(in, name));
    }

    private static TextPairs of(String name, String content) throws DataException {
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) content.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split("\t", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new DataException(
                        "%s, line %d: %s; each line must hold a source, a tab and its target.",
                        name, number, fault(parts));
            }
            sources.add(parts[0].strip());
            targets.add(parts[1].strip());
        }
        if (sources.isEmpty()) {
            throw new DataException(
                    "%s holds no pairs of texts; each line must hold a source, a tab and its target.", name);
        }
        return new TextPairs(name, sources, targets);
    }

    private static Sentence fault(String[] parts) {
        if (parts.length == 1) {
            return Sentence.of("there is no tab");
        }
        if (parts.length > 2) {
            return Sentence.of("there are %,d tabs", parts.length - 1);
        }
        return parts[0].isBlank()
                ? Sentence.of("there is no source before the tab")
                : Sentence.of("there is no target behind the tab");
    }

    /** How many pairs there are. */
    public int size() {
        return sources.size();
    }

    /** The source of a row. */
    public String source(int row) {
        return sources.get(row);
    }

    /** The target of a row. */
    public String target(int row) {
        return targets.get(row);
    }

    /**
     * The vocabulary of the sources of the training rows.
     *
     * @param size how many numbers there may be, padding and unknown included
     */
    public Vocabulary sourceVocabulary(int[] trainRows, Vocabulary.Unit unit, int size) {
        return vocabulary(sources, trainRows, unit, size);
    }

    /** That of the targets; two numbers more stand for the marks of their beginning and end. */
    public Vocabulary targetVocabulary(int[] trainRows, Vocabulary.Unit unit, int size) {
        return vocabulary(targets, trainRows, unit, size);
    }

    private static Vocabulary vocabulary(List<String> texts, int[] rows, Vocabulary.Unit unit, int size) {
        return Vocabulary.of(Arrays.stream(rows).mapToObj(texts::get).toList(), unit, size);
    }

    /**
     * All pairs as a network takes them, padded and masked: the numbers of each source, and of each target behind the mark of its beginning.
     *
     * @param longestSource how many tokens of a source are read
     * @param longestTarget how many tokens of a target there may be; one step more holds the mark of its beginning
     * @throws DataException if a target is longer, for which half a target would be learned as a whole one
     */
    public Examples examples(Vocabulary source, int longestSource, Vocabulary target, int longestTarget)
            throws DataException {
        int steps = longestTarget + 1;
        Memory.require((long) (longestSource + steps) * size(), name);
        float[] first = new float[longestSource * size()];
        float[] second = new float[steps * size()];
        int[] firstLengths = new int[size()];
        int[] secondLengths = new int[size()];
        for (int row = 0; row < size(); row++) {
            int[] read = source.encode(sources.get(row), longestSource);
            put(read, first, row * longestSource);
            firstLengths[row] = read.length;
            int[] written = target.encode(targets.get(row), Integer.MAX_VALUE);
            requireRoom(row, written.length, longestTarget);
            second[row * steps] = target.begin();
            put(written, second, row * steps + 1);
            secondLengths[row] = written.length + 1;
        }
        return Examples.unlabelled(first, new long[] {longestSource}, size())
                .withLengths(firstLengths)
                .pairedWith(second, new long[] {steps}, secondLengths);
    }

    private static void put(int[] numbers, float[] to, int at) {
        for (int i = 0; i < numbers.length; i++) {
            to[at + i] = numbers[i];
        }
    }

    private void requireRoom(int row, int tokens, int most) throws DataException {
        if (tokens > most) {
            throw new DataException(
                    "%s, pair %d: the target has %,d characters or words, but the longest may have %,d; set that higher, or leave the pair out.",
                    name, row + 1, tokens, most);
        }
    }
}
