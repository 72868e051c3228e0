package io.layerloom.engine.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Texts with a class each, one a line: the name of the class, a tab, the text. */
public final class LabelledText {

    private static final int MAX_CLASSES = 1000;
    private static final int MAX_LABEL = 100;

    private final String name;
    private final List<String> texts;
    private final List<String> labels;
    private final List<String> classNames;

    private LabelledText(String name, List<String> texts, List<String> labels, List<String> classNames) {
        this.name = name;
        this.texts = texts;
        this.labels = labels;
        this.classNames = classNames;
    }

    /**
     * Reads labelled texts.
     *
     * @throws DataException if a line has no label or no text, or there are fewer than two classes
     */
    public static LabelledText read(Path file) throws IOException {
        return of(String.valueOf(file.getFileName()), Lines.read(file));
    }

    /** Reads labelled texts from a stream, which stays open. */
    public static LabelledText read(InputStream in, String name) throws IOException {
        return of(name, Lines.read(in, name));
    }

    private static LabelledText of(String name, String content) throws DataException {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) content.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int tab = line.indexOf('\t');
            String label = tab < 0 ? "" : line.substring(0, tab).strip();
            String text = line.substring(tab + 1).strip();
            if (label.isEmpty() || text.isEmpty() || label.length() > MAX_LABEL) {
                throw new DataException(
                        "%s, line %d: %s; each line must hold a label, a tab and a text.",
                        name, number, fault(tab, label, text));
            }
            labels.add(label);
            texts.add(text);
        }
        List<String> classNames = List.copyOf(new TreeSet<>(labels));
        if (classNames.size() < 2 || classNames.size() > MAX_CLASSES) {
            throw new DataException(
                    "%s holds %,d different labels; 2 to %,d can be told apart.", name, classNames.size(), MAX_CLASSES);
        }
        return new LabelledText(name, texts, labels, classNames);
    }

    private static Sentence fault(int tab, String label, String text) {
        if (tab < 0) {
            return Sentence.of("there is no tab");
        }
        if (text.isEmpty()) {
            return Sentence.of("there is no text behind the tab");
        }
        return label.isEmpty()
                ? Sentence.of("there is no label before the tab")
                : Sentence.of("the label has %,d characters", label.length());
    }

    /** How many texts there are. */
    public int size() {
        return texts.size();
    }

    /** The text of a row. */
    public String text(int row) {
        return texts.get(row);
    }

    /** The names of the classes in alphabetical order. */
    public List<String> classNames() {
        return classNames;
    }

    /** The class of each text. */
    public int[] classes() {
        return labels.stream().mapToInt(classNames::indexOf).toArray();
    }

    /**
     * The vocabulary of the training rows.
     *
     * @param size how many numbers there may be, padding and unknown included
     */
    public Vocabulary vocabulary(int[] trainRows, Vocabulary.Unit unit, int size) {
        return Vocabulary.of(Arrays.stream(trainRows).mapToObj(texts::get).toList(), unit, size);
    }

    /** All texts as a network takes them: numbers of a vocabulary, cut or padded to {@code maxLength} steps, the padding masked. */
    public Examples examples(Vocabulary vocabulary, int maxLength) throws DataException {
        Memory.require((long) maxLength * texts.size(), name);
        float[] features = new float[maxLength * texts.size()];
        int[] lengths = new int[texts.size()];
        for (int row = 0; row < lengths.length; row++) {
            int[] numbers = vocabulary.encode(texts.get(row), maxLength);
            lengths[row] = numbers.length;
            for (int i = 0; i < numbers.length; i++) {
                features[row * maxLength + i] = numbers[i];
            }
        }
        return Examples.ofClasses(features, new long[] {maxLength}, classes(), classNames)
                .withLengths(lengths);
    }
}
