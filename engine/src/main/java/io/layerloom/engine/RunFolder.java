package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.TensorFile;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    static final String START = "start.json";
    static final String START_WEIGHTS = "start.safetensors";
    static final String LOG = "worker.log";
    static final String GPU_LOG = "gpu.log";
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
            throw new NoSuchFileException(folder.toString(), null, tr("holds no run"));
        }
        return at(folder);
    }

    /** Whether a run may begin in a folder: there is nothing, or at most what a run left behind that failed before it had learned anything. */
    public static boolean isFree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder) || at(folder).isRunning()) {
            return false;
        }
        Set<String> own = new HashSet<>(Set.of(LOG, PREDICTOR_LOG, LOCK, GPU_LOG, START, START_WEIGHTS));
        if (Files.isRegularFile(folder.resolve(PROVENANCE)) && !at(folder).hasCheckpoint()) {
            own.addAll(Set.of(PROJECT, PROVENANCE, METRICS, DATA, "checkpoint"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> own.contains(file.getFileName().toString()));
        }
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

    /** When its folder was last changed, for a run whose files do not tell when it began. */
    public Instant changed() {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
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
        // Not Files.lines: a crash may also have cut a character in two, which that refuses.
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(path.resolve(METRICS)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .flatMap(line -> RunEvents.fromJson(line).stream())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Seconds of training that the run has told of, also of what was lost after its last checkpoint. */
    double seconds() throws IOException {
        return metrics().stream().mapToDouble(RunFolder::seconds).max().orElse(0);
    }

    private static double seconds(RunEvent event) {
        if (event instanceof RunEvent.Iteration iteration) {
            return iteration.seconds();
        }
        if (event instanceof RunEvent.Pretraining layer) {
            return layer.seconds();
        }
        if (event instanceof RunEvent.EpochEnd end) {
            return end.seconds();
        }
        return event instanceof RunEvent.Finished finished ? finished.seconds() : 0;
    }

    /** How far it has come. A run that its file calls running, though no process trains it, was interrupted. */
    public Provenance.State state() throws IOException {
        if (provenance().state() != Provenance.State.RUNNING || isRunning()) {
            return provenance().state();
        }
        // Read once more: it may have ended, and let go of its lock, since it was read.
        Provenance.State kept = provenance().state();
        return kept == Provenance.State.RUNNING ? Provenance.State.INTERRUPTED : kept;
    }

    /** What the run told, and at its end that it was interrupted, where its process could not say so itself. */
    public List<RunEvent> story() throws IOException {
        List<RunEvent> told = new ArrayList<>(metrics());
        Provenance.State state = state();
        boolean ended = !told.isEmpty() && told.get(told.size() - 1).isLast();
        if (ended) {
            return told;
        }
        if (state == Provenance.State.INTERRUPTED) {
            told.add(interruption());
        } else if (state == Provenance.State.RUNNING) {
            told.add(new RunEvent.Failed(
                    tr("Another process trains this run now. Open it again later to see what it has learned."),
                    "",
                    false));
        }
        return told;
    }

    private RunEvent.Failed interruption() {
        if (!hasCheckpoint()) {
            return new RunEvent.Failed(
                    tr("Training broke off when its process ended. Nothing was saved yet; train again."), "", false);
        }
        return new RunEvent.Failed(
                tr("Training broke off when its process ended. It can go on from its last checkpoint."), "", true);
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

    /** The file of the weights that the run started from; empty if it drew them all. */
    public Optional<Path> startWeights() {
        return Optional.of(path.resolve(START_WEIGHTS)).filter(Files::isRegularFile);
    }

    /** The earlier run that the first weights are from, and what was taken of them; empty if all were drawn. */
    public Optional<Origin> origin() throws IOException {
        return Origin.of(this);
    }

    /** The names of the classes; empty where numbers are predicted. */
    public List<String> classes() throws IOException {
        return dataCard().classes();
    }

    /** The characters or words that the network of the run knows; empty where it reads no texts. */
    public Optional<Vocabulary> vocabulary() throws IOException {
        DataCard card = dataCard();
        return Stream.concat(card.texts().stream(), card.pairs().stream().map(InputEncoder.Pairs::source))
                .findFirst()
                .map(InputEncoder.Texts::vocabulary);
    }

    DataCard dataCard() throws IOException {
        return Json.read(path.resolve(DATA), DataCard.class);
    }

    /** Whether the run is not over, no process trains it, and a checkpoint is there to go on from. */
    public boolean resumable() {
        return hasCheckpoint() && !isOver() && !isRunning();
    }

    /** Whether there is a state to go on from. A run that is over has one, too: it can be trained for more epochs than were planned at first. */
    public boolean hasCheckpoint() {
        return Files.isRegularFile(path.resolve(CHECKPOINT));
    }

    /**
     * How far a run had come.
     *
     * @param epochs that were done
     * @param batches of the next epoch that were done
     */
    public record Reached(int epochs, int batches) {}

    /** How far it had come when the last checkpoint was written. */
    public Reached reached() throws IOException {
        try {
            Map<String, String> words =
                    TensorFile.read(path.resolve(CHECKPOINT)).metadata();
            return new Reached(
                    Integer.parseInt(words.getOrDefault("epoch", "")),
                    Integer.parseInt(words.getOrDefault("batch", "")));
        } catch (NumberFormatException | DataException e) {
            throw new IOException(tr("The checkpoint of the run in %s is damaged; train it anew.", path), e);
        }
    }

    /** Whether it broke off where it would break off again, though a checkpoint is there. */
    boolean isHopeless() throws IOException {
        List<RunEvent> told = metrics();
        return !told.isEmpty()
                && told.get(told.size() - 1) instanceof RunEvent.Failed failed
                && !failed.left()
                && !failed.resumable();
    }

    /** Whether it came to an end: its network was measured and its weights are kept. */
    public boolean isOver() {
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

    /** The last lines of what a worker wrote to its standard error; empty if there are none. */
    String lastOfLog(String name) {
        Path log = path.resolve(name);
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
