package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real training on a machine that has nothing left: each ends with a sentence, the last good checkpoint and a parent that lives. What a process may take is limited by its shell, so
 * that no machine need be filled for it.
 */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class FullMachineTest {

    /** The values and slopes of 128 examples take 100 MB for a layer of this size. */
    private static final int WIDE = 100_000;

    @TempDir
    Path folder;

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void aFullDiskEndsTheRunWithASentence() throws Exception {
        // The file of what the run tells is the first to reach 64 KB.
        RunHandle run = start(limited("ulimit -f 128"), document(16, 100_000), false);
        RunEvent.Failed failed = (RunEvent.Failed) run.done().get();
        assertThat(failed.message())
                .startsWith("The run in " + run.folder().path() + " cannot be written or read (")
                .endsWith("Make sure that there is room on the disk, and go on from the last checkpoint.");
        assertThat(failed.resumable()).isTrue();
        assertThat(run.folder().state()).isEqualTo(Provenance.State.FAILED);
        assertThat(run.folder().reached().epochs()).isPositive();
        run.close();
        RunFolder left = RunFolder.open(run.folder().path());
        RunHandle again =
                start(FakeWorker.command("real"), document(16, left.reached().epochs() + 2), true);
        assertThat(again.done().get()).isInstanceOf(RunEvent.Finished.class);
        again.close();
    }

    @Test
    void aProcessThatFindsNoMemoryToBeginSaysSo() throws Exception {
        RunHandle run = start(limited("ulimit -v 1000000"), document(16, 1), false);
        RunEvent.Failed failed = (RunEvent.Failed) run.done().get();
        assertThat(failed.message())
                .startsWith(
                        "The training process ended unexpectedly (exit status 1: Could not reserve enough space for ")
                .endsWith(
                        "because the system gives it no more memory. End other programs or raise the limit of this one (ulimit -v). Nothing was saved yet; train again.");
        run.close();
    }

    @Test
    @Tag("slow")
    void aCheckpointThatFindsNoRoomLeavesTheFormerOne() throws Exception {
        // Weights and the state of Adam take 10 MB.
        losesNothing(
                limited("ulimit -f 10000"),
                "The checkpoint after iteration ",
                "make room on the disk and go on with the run.");
    }

    @Test
    @Tag("slow")
    void aFullHeapEndsTheRunWithASentence() throws Exception {
        losesNothing(
                FakeWorker.command("real").options(List.of("-Xmx64m")),
                "The memory of the process is full, of which Java may take ",
                "go on from the last checkpoint.");
    }

    @Test
    @Tag("slow")
    void fullMemoryOutsideOfTheHeapEndsTheRunWithASentence() throws Exception {
        losesNothing(
                FakeWorker.command("real").options(List.of("-Dorg.bytedeco.javacpp.maxBytes=12m")),
                "The memory of the process is full, of which Java may take ",
                "go on from the last checkpoint.");
    }

    /** Begins a run with room enough, goes on with it where there is none, and with room again, to the same bits as in one go. */
    private void losesNothing(WorkerCommand narrow, String beginning, String end) throws Exception {
        Document document = document(WIDE, 3);
        RunHandle whole = Training.start(
                new RunSpec(document, folder.resolve("whole"), 1, false),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {});
        RunEvent.Finished expected = (RunEvent.Finished) whole.done().get();
        whole.close();

        pauseAndEnd(document);
        RunFolder run = RunFolder.open(folder.resolve("run"));
        RunFolder.Reached reached = run.reached();
        RunHandle starved = start(narrow, document, true);
        RunEvent.Failed failed = (RunEvent.Failed) starved.done().get();
        assertThat(failed.message()).startsWith(beginning).endsWith(end);
        assertThat(failed.resumable()).isTrue();
        assertThat(run.state()).isEqualTo(Provenance.State.FAILED);
        assertThat(run.reached()).isEqualTo(reached);
        starved.close();

        RunHandle resumed = start(FakeWorker.command("real"), document, true);
        assertThat(((RunEvent.Finished) resumed.done().get()).paramsSha256()).isEqualTo(expected.paramsSha256());
        resumed.close();
    }

    private void pauseAndEnd(Document document) throws Exception {
        CompletableFuture<RunHandle> begun = new CompletableFuture<>();
        CompletableFuture<Void> paused = new CompletableFuture<>();
        begun.complete(Training.start(
                new RunSpec(document, folder.resolve("run"), 1, false),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {
                    if (event instanceof RunEvent.Iteration) {
                        begun.join().pause();
                    }
                    if (event instanceof RunEvent.Paused) {
                        paused.complete(null);
                    }
                }));
        paused.get();
        ProcessHandle.of(begun.get().pid()).orElseThrow().destroyForcibly();
        assertThat(((RunEvent.Failed) begun.get().done().get()).resumable()).isTrue();
    }

    private RunHandle start(WorkerCommand command, Document document, boolean resume) throws IOException {
        return Training.start(
                new RunSpec(document, folder.resolve("run"), 1, resume), TestData.context(), command, events::add);
    }

    /** A worker that may take only so much of something. */
    private WorkerCommand limited(String limit) throws IOException {
        List<String> line = new ArrayList<>(FakeWorker.command("real").command());
        Path script = folder.resolve("limited-java");
        Files.writeString(script, "#!/bin/sh\n" + limit + "\nexec '" + line.get(0) + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        line.set(0, script.toString());
        return new WorkerCommand(line, java.util.Map.of());
    }

    private Document document(int hidden, int epochs) throws IOException {
        return TestCatalog.network(4, hidden, 0, 3, false)
                .with(TrainingPlan.INITIAL
                        .withEpochs(epochs)
                        .withBatchSize(128)
                        .withOptimizer(TestCatalog.optimizer("Adam", 0.01))
                        .withData(TestData.clouds(folder, 300)));
    }
}
