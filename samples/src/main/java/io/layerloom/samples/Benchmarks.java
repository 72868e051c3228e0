package io.layerloom.samples;

import java.io.InputStream;
import java.util.List;

/** The networks whose speed is measured, as project files without data. */
public final class Benchmarks {

    private static final List<String> ALL = List.of("mlp", "cnn", "lstm", "resnet", "transformer");

    private Benchmarks() {}

    /** The ids of all networks, smaller kinds first. */
    public static List<String> all() {
        return ALL;
    }

    /** Opens the project file of a network; the caller closes it. */
    public static InputStream open(String id) {
        if (!ALL.contains(id)) {
            throw new IllegalArgumentException("There is no such network. Received: " + id);
        }
        return Resources.open("benchmarks/" + id + ".loom");
    }
}
