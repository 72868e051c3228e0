package io.layerloom.engine;

import io.layerloom.engine.kit.TensorFile;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run on disk: the project as it was trained, where it comes from, what it told, what it learned. Each file is whole at any time, whenever the process that writes it ends.
 */
public final class RunFolder {

    static final String PROJECT = "project.loom";
    static final String PROVENANCE = "run.json";
    static final String METRICS = "metrics.jsonl";
    static final String WEIGHTS = "weights.safetensors";
    static final String EVALUATION = "evaluation.json";
    static final String DATA = "data.json";
    static final String CHECKPOINT = "checkpoint/state.safetensors";
    static final String LOG = "worker.log";
    static final String PREDICTOR_LOG = "predictor.log";
    static final String LOCK = "lock";

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    static RunFolder at(Path folder) {
        return new RunFolder(folder.toAbsolutePath());
    }

    /**
     * The run that is kept in a folder.
     *
     * @throws NoSuchFileException if the folder holds no run
     */
    public static RunFolder open(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(PROVENANCE)) || !Files.isRegularFile(folder.resolve(PROJECT))) {
            throw new NoSuchFileException(folder.toString(), null, "holds no run");
        }
        return at(folder);
    }

    /** All runs directly under a folder, the newest first; folders that hold no run are left out. */
    public static List<RunFolder> list(Path runsRoot) throws IOException {
        if (!Files.isDirectory(runsRoot)) {
            return List.of();
        }
        List<RunFolder> runs = new ArrayList<>();
        try (Stream<Path> folders = Files.list(runsRoot)) {
            folders.filter(folder -> Files.isRegularFile(folder.resolve(PROVENANCE))
                            && Files.isRegularFile(folder.resolve(PROJECT)))
                    .forEach(folder -> runs.add(at(folder)));
        }
        runs.sort(Comparator.comparing(RunFolder::created).reversed());
        return runs;
    }

    private String created() {
        try {
            return provenance().created().toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** The project as it was trained. */
    public Document document() throws IOException {
        return ProjectFile.read(path.resolve(PROJECT));
    }

    /** Where the run comes from. */
    public Provenance provenance() throws IOException {
        return Json.read(path.resolve(PROVENANCE), Provenance.class);
    }

    /** What the run told, in order; empty for a run that has not begun. A line that was cut off by a crash is left out. */
    public List<RunEvent> metrics() throws IOException {
        if (!Files.isRegularFile(path.resolve(METRICS))) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(path.resolve(METRICS), StandardCharsets.UTF_8)) {
            return lines.flatMap(line -> RunEvents.fromJson(line).stream()).toList();
        }
    }

    /** How well it did on the test part; empty until the run is over. */
    public Optional<Evaluation> evaluation() throws IOException {
        Path file = path.resolve(EVALUATION);
        return Files.isRegularFile(file) ? Optional.of(Json.read(file, Evaluation.class)) : Optional.empty();
    }

    /** The file of the learned weights, in the safetensors format; there once the run is over. */
    public Path weights() {
        return path.resolve(WEIGHTS);
    }

    /** The names of the classes; empty where numbers are predicted. */
    public List<String> classes() throws IOException {
        return dataCard().classes();
    }

    DataCard dataCard() throws IOException {
        return Json.read(path.resolve(DATA), DataCard.class);
    }

    /** Whether the run is not over, no process trains it, and a checkpoint is there to go on from. */
    public boolean resumable() {
        return hasCheckpoint() && !isOver() && !isRunning();
    }

    boolean hasCheckpoint() {
        return Files.isRegularFile(path.resolve(CHECKPOINT));
    }

    /** Epochs that were done when the last checkpoint was written. */
    int checkpointEpoch() throws IOException {
        String epoch = TensorFile.read(path.resolve(CHECKPOINT)).metadata().getOrDefault("epoch", "0");
        try {
            return Integer.parseInt(epoch);
        } catch (NumberFormatException e) {
            throw new IOException("The checkpoint names no epoch. Received: " + epoch, e);
        }
    }

    private boolean isOver() {
        return Files.isRegularFile(path.resolve(EVALUATION));
    }

    /** Whether a process, this one or another, trains it now. */
    public boolean isRunning() {
        Path file = path.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The last lines of what the worker wrote to its standard error; empty if there are none. */
    String lastOfLog() {
        Path log = path.resolve(LOG);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            int wanted = (int) Math.min(channel.size(), 4096);
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(wanted);
            channel.read(bytes, channel.size() - wanted);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
