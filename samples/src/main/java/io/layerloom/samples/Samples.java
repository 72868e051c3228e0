package io.layerloom.samples;

import java.util.List;
import java.util.Optional;

/** The catalogue of the sample projects. A new sample is one entry here, one project file and one picture. */
public final class Samples {
    private static final List<Sample> ALL = List.of(
            new Sample(
                    "mnist-mlp",
                    "Digits with dense layers",
                    "The first network that most people train: every pixel feeds 128 neurons, and those feed one output"
                            + " for each digit.",
                    "mnist",
                    List.of("image", "classification", "dense", "beginner")),
            new Sample(
                    "mnist-cnn",
                    "Digits with convolutions",
                    "Two convolutions with pooling find strokes wherever they lie, and make far fewer mistakes than"
                            + " the dense network.",
                    "mnist",
                    List.of("image", "classification", "convolution", "pooling")),
            new Sample(
                    "mnist-residual",
                    "Digits with shortcuts",
                    "A small residual network: one shortcut adds, another concatenates; batch normalization and global"
                            + " pooling take the place of large dense layers.",
                    "mnist",
                    List.of("image", "classification", "residual", "batch normalization", "branches")),
            new Sample(
                    "text-lstm",
                    "Feeling of Chinese sentences",
                    "An LSTM reads a Chinese review character by character and says whether the writer was pleased.",
                    "sentiment",
                    List.of("text", "classification", "lstm", "embedding", "chinese")),
            new Sample(
                    "text-rnn-en",
                    "Feeling of English sentences",
                    "The simplest recurrent layer reads an English review word by word; compare it with the LSTM.",
                    "sentiment",
                    List.of("text", "classification", "rnn", "embedding", "english")),
            new Sample(
                    "iris-mlp",
                    "Iris species from a table",
                    "Four measurements of a flower, three species, 150 rows: trains in a few seconds.",
                    "iris",
                    List.of("table", "classification", "dense", "beginner")));

    private Samples() {}

    /** All samples, in the order in which they are shown. */
    public static List<Sample> all() {
        return ALL;
    }

    /** The sample of that id, or nothing. */
    public static Optional<Sample> byId(String id) {
        return ALL.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }
}
