package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.TensorFile;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes a run's folder while it trains, and keeps other processes from doing so. */
final class RunWriter implements AutoCloseable {

    private static final long FLUSH_NANOS = 500_000_000L;

    /** What a former run in the same folder leaves behind. */
    private static final List<String> LEARNED = List.of(
            RunFolder.EVALUATION,
            RunFolder.WEIGHTS,
            RunFolder.CHECKPOINT,
            RunFolder.METRICS,
            RunFolder.DATA,
            RunFolder.START,
            RunFolder.START_WEIGHTS);

    private final RunFolder run;
    private final FileChannel lock;
    private final BufferedWriter metrics;
    private long flushed = System.nanoTime();

    private RunWriter(RunFolder run, FileChannel lock, BufferedWriter metrics) {
        this.run = run;
        this.lock = lock;
        this.metrics = metrics;
    }

    /** Makes the folder of a new run, or clears that of a former one; refuses a folder that another process trains in. */
    static RunWriter begin(Path folder, Document document) throws IOException {
        Files.createDirectories(folder.resolve(RunFolder.CHECKPOINT).getParent());
        RunFolder run = RunFolder.at(folder);
        return holding(run, () -> {
            for (String file : LEARNED) {
                Files.deleteIfExists(run.path().resolve(file));
            }
            ProjectFile.write(document, run.path().resolve(RunFolder.PROJECT));
        });
    }

    /** Something that is done to a run's folder. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Does something while no other process can, and keeps it so; a failure lets go of the folder. */
    private static RunWriter holding(RunFolder run, Work work) throws IOException {
        FileChannel lock = lock(run);
        try {
            work.run();
            return new RunWriter(run, lock, metrics(run));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Goes on with a run, perhaps for more epochs than before; what it told after its last checkpoint is forgotten, and so is how it ended. Weights that it ended with stay until others take their place. */
    static RunWriter resume(RunFolder run, Document document, Checkpoint from) throws IOException {
        return holding(run, () -> goBack(run, document, from));
    }

    private static void goBack(RunFolder run, Document document, Checkpoint from) throws IOException {
        ProjectFile.write(document, run.path().resolve(RunFolder.PROJECT));
        List<String> kept = run.metrics().stream()
                .filter(event -> remains(event, from))
                .map(RunEvents::toJson)
                .toList();
        Path file = run.path().resolve(RunFolder.METRICS);
        Path beside = file.resolveSibling(RunFolder.METRICS + ".tmp");
        Files.write(beside, kept);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A layer that was not done with its pre-training begins it anew, and tells of it again. */
    private static boolean remains(RunEvent event, Checkpoint from) {
        return event instanceof RunEvent.Pretraining layer
                ? layer.number() <= from.pretrained()
                : event.remains(from.iteration());
    }

    private static FileChannel lock(RunFolder run) throws IOException {
        FileChannel channel = FileChannel.open(
                run.path().resolve(RunFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(run);
        }
        channel.close();
        throw taken(run);
    }

    private static RunTakenException taken(RunFolder run) {
        return new RunTakenException(
                tr("The run in %s is being trained by another process; wait or stop that.", run.path()));
    }

    private static BufferedWriter metrics(RunFolder run) throws IOException {
        return Files.newBufferedWriter(
                run.path().resolve(RunFolder.METRICS), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    RunFolder run() {
        return run;
    }

    /** Adds a line to the metrics; iterations reach the disk twice a second, anything else at once. */
    void event(RunEvent event) throws IOException {
        metrics.write(RunEvents.toJson(event));
        metrics.write('\n');
        long now = System.nanoTime();
        boolean frequent = event instanceof RunEvent.Iteration || event instanceof RunEvent.Rivalry;
        if (!frequent || now - flushed > FLUSH_NANOS) {
            metrics.flush();
            flushed = now;
        }
    }

    void provenance(Provenance provenance) throws IOException {
        Json.write(provenance, run.path().resolve(RunFolder.PROVENANCE));
    }

    /** Keeps the weights that the run starts from, too, so that it can be made again though the earlier run is gone. */
    void origin(Origin origin) throws IOException {
        Files.copy(origin.weights(), run.path().resolve(RunFolder.START_WEIGHTS), StandardCopyOption.REPLACE_EXISTING);
        Json.write(origin, run.path().resolve(RunFolder.START));
    }

    void data(DataCard card) throws IOException {
        Json.write(card, run.path().resolve(RunFolder.DATA));
    }

    /**
     * Puts a checkpoint in the place of the former one.
     *
     * @throws DataException with a sentence for people if it cannot be written, and the former one is as it was
     */
    void checkpoint(TensorFile state, int iteration) throws DataException {
        Path file = run.path().resolve(RunFolder.CHECKPOINT);
        try {
            state.write(file);
        } catch (IOException e) {
            if (Files.notExists(run.path())) {
                throw new DataException(
                        e,
                        tr(
                                "The folder of the run, %s, was taken away while it was trained, so nothing can be kept any more. Train it again.",
                                run.path()));
            }
            String next = run.hasCheckpoint()
                    ? tr("The one before it is as it was; make room on the disk and go on with the run.")
                    : tr("Make room on the disk and train again.");
            throw new DataException(
                    e,
                    tr(
                            "The checkpoint after iteration %,d could not be written to %s (%s). %s",
                            iteration, String.valueOf(file.getParent()), String.valueOf(e.getMessage()), next));
        }
    }

    /** Weights first, evaluation last: the evaluation says that the run is over. */
    void result(ComputationGraph net, Evaluation test) throws IOException {
        Weights.save(net, run.weights());
        Json.write(test, run.path().resolve(RunFolder.EVALUATION));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            metrics.close();
        }
    }
}
