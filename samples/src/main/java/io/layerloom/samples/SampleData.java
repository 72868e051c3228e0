package io.layerloom.samples;

import static java.util.Map.entry;

import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The data sets that ship with the program: a balanced subset of MNIST, Iris, labelled sentences in Chinese and
 * English, little fables without labels, dates in pairs of texts, and pictures with boxes or masks, which the program draws itself. Each of the others is a handful of files in a format that the program also reads
 * from a folder.
 */
public final class SampleData {
    /** The file beside every data set that names its authors, its licence, how it was made and the SHA-256 of each file. */
    public static final String SOURCE = "SOURCE.md";

    private static final SortedMap<String, List<String>> FILES =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    entry("dates", List.of("dates.tsv")),
                    entry("fables", List.of("fables.txt")),
                    entry("iris", List.of("iris.csv")),
                    entry(
                            "mnist",
                            List.of(
                                    "train-images-idx3-ubyte.gz",
                                    "train-labels-idx1-ubyte.gz",
                                    "t10k-images-idx3-ubyte.gz",
                                    "t10k-labels-idx1-ubyte.gz")),
                    entry("sentiment", List.of("zh.tsv", "en.tsv")),
                    entry("shapes", List.of()),
                    entry("questions", List.of()))));

    private SampleData() {}

    /** The ids of all data sets, in alphabetical order. */
    public static SortedSet<String> datasets() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(FILES.keySet()));
    }

    /** The names of the data files of {@code dataset}, without {@link #SOURCE}. */
    public static List<String> files(String dataset) {
        List<String> files = FILES.get(dataset);
        if (files == null) {
            throw new IllegalArgumentException(
                    "There is no sample data set of that name; choose one of " + datasets() + ". Received: " + dataset);
        }
        return files;
    }

    /** Opens a data file of {@code dataset}, or its {@link #SOURCE}; the caller closes it. */
    public static InputStream open(String dataset, String file) {
        List<String> files = files(dataset);
        if (!files.contains(file) && !file.equals(SOURCE)) {
            throw new IllegalArgumentException("The sample data set " + dataset + " has no such file; choose one of "
                    + files + ". Received: " + file);
        }
        return Resources.open("data/" + dataset + "/" + file);
    }
}
