package io.layerloom.engine;

import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A run on disk: the project as it was trained, where it comes from, what it told, what it learned. */
public final class RunFolder {

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** The run that is kept in a folder. */
    public static RunFolder open(Path folder) throws IOException {
        return new RunFolder(folder);
    }

    /** All runs directly under a folder, the newest first; folders that hold no run are left out. */
    public static List<RunFolder> list(Path runsRoot) throws IOException {
        return List.of();
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** The project as it was trained. */
    public Document document() throws IOException {
        throw new IOException("There is no project in " + path);
    }

    /** Where the run comes from. */
    public Provenance provenance() throws IOException {
        throw new IOException("There is no run in " + path);
    }

    /** What the run told, in order; empty for a run that has not begun. */
    public List<RunEvent> metrics() throws IOException {
        return List.of();
    }

    /** How well it did on the test part; empty until the run is over. */
    public Optional<Evaluation> evaluation() throws IOException {
        return Optional.empty();
    }

    /** The file of the learned weights; there once the run is over. */
    public Path weights() {
        return path.resolve("weights.safetensors");
    }

    /** The names of the classes; empty where numbers are predicted. */
    public List<String> classes() throws IOException {
        return List.of();
    }

    /** Whether the run is not over and a checkpoint is there to go on from. */
    public boolean resumable() {
        return false;
    }
}
