package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.NvidiaSmi;
import io.layerloom.graph.Document;
import io.layerloom.graph.Layout;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that waits for a run: who takes it, what it gives, and what becomes of it otherwise. */
@Timeout(180)
class StandbyTest {

    private static final long ENOUGH = 1L << 40;

    @TempDir
    Path folder;

    private final Standby standby = new Standby(ENOUGH);
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        standby.close();
    }

    @Test
    void aRunThatTakesItGivesTheSameBits() throws Exception {
        Document document = document(2_000, 128);
        RunHandle cold = start(spec(document, "cold", 1), Optional.empty());
        RunEvent.Finished expected = (RunEvent.Finished) cold.done().get();
        cold.close();

        assertThat(prepare(document)).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
        long pid = pid();
        RunHandle warm = start(spec(document, "warm", 1), Optional.of(standby));
        assertThat(warm.pid()).isEqualTo(pid);
        assertThat(standby.process()).isEmpty();
        RunEvent.Finished found = (RunEvent.Finished) warm.done().get();
        assertThat(found.paramsSha256()).isEqualTo(expected.paramsSha256());
        assertThat(found.test()).isEqualTo(expected.test());
        assertThat(warm.folder().provenance().dataSha256())
                .isEqualTo(cold.folder().provenance().dataSha256());
        warm.close();
        assertEnds(pid);
    }

    @Test
    void aRunThatTakesItDoesNotTryThreadsAgain() throws Exception {
        Document document = document(16, 32);
        assertThat(prepare(document)).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
        try (RunHandle run = start(spec(document, "run", 0), Optional.of(standby))) {
            assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
            assertThat(events).doesNotContain(new RunEvent.Preparing("Finding the fastest number of threads"));
        }
    }

    @Test
    void aNumberOfThreadsThatWasNamedGivesTheSameBits() throws Exception {
        Document document = document(24, 32);
        RunHandle cold = start(spec(document, "cold", 2), Optional.empty());
        RunEvent.Finished expected = (RunEvent.Finished) cold.done().get();
        cold.close();
        assertThat(standby.prepare(FakeWorker.command("real"), document, 2, TestData.context()))
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(true);
        long pid = pid();
        try (RunHandle warm = start(spec(document, "warm", 2), Optional.of(standby))) {
            assertThat(warm.pid()).isEqualTo(pid);
            assertThat(((RunEvent.Finished) warm.done().get()).paramsSha256()).isEqualTo(expected.paramsSha256());
            assertThat(warm.folder().provenance().threads()).isEqualTo(2);
            assertThat(warm.folder().provenance().threadMillis()).isEmpty();
        }
    }

    @Test
    void dataThatChangedSinceAreReadAgain() throws Exception {
        Document document = document(16, 32);
        assertThat(prepare(document)).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
        TestData.clouds(folder, 450);
        try (RunHandle run = start(spec(document, "run", 1), Optional.of(standby))) {
            assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
            RunEvent.Started started = (RunEvent.Started) events.stream()
                    .filter(RunEvent.Started.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(started.trainExamples() + started.validationExamples() + started.testExamples())
                    .isEqualTo(450);
        }
    }

    @Test
    void aRunThatWantsAnotherProcessStartsItsOwn() throws Exception {
        Document document = document(16, 32);
        CompletableFuture<Boolean> prepared = prepare(document);
        long pid = pid();
        // Two threads stand in the environment of a process, where one was expected.
        try (RunHandle run = start(spec(document, "run", 2), Optional.of(standby))) {
            assertThat(run.pid()).isNotEqualTo(pid);
            assertEnds(pid);
            assertThat(prepared).isCompletedWithValue(false);
            assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
            assertThat(run.folder().provenance().threads()).isEqualTo(2);
        }
    }

    @Test
    @Tag("slow")
    void aRunOfAnotherNetworkTakesItAsWell() throws Exception {
        assertThat(prepare(document(16, 32)))
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(true);
        long pid = pid();
        Document other = document(24, 16);
        RunHandle cold = start(spec(other, "cold", 1), Optional.empty());
        RunEvent.Finished expected = (RunEvent.Finished) cold.done().get();
        cold.close();
        try (RunHandle run = start(spec(other, "warm", 1), Optional.of(standby))) {
            assertThat(run.pid()).isEqualTo(pid);
            assertThat(((RunEvent.Finished) run.done().get()).paramsSha256()).isEqualTo(expected.paramsSha256());
        }
    }

    @Test
    void oneThatDiesIsReplaced() throws Exception {
        Document document = document(16, 32);
        CompletableFuture<Boolean> ready = prepare(document);
        long pid = pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        assertThat(ready).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
        assertThat(pid()).isNotEqualTo(pid);
    }

    @Test
    @Tag("slow")
    void oneThatHasJustDiedIsNotTaken() throws Exception {
        Document document = document(16, 32);
        prepare(document).get();
        ProcessHandle killed = ProcessHandle.of(pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get();
        try (RunHandle run = start(spec(document, "run", 1), Optional.of(standby))) {
            assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
        }
    }

    @Test
    void oneThatDiesAgainAndAgainIsGivenUpAndHurtsNoRun() throws Exception {
        Document document = document(16, 32);
        assertThat(standby.prepare(FakeWorker.command("crash"), document, 0, TestData.context()))
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(false);
        assertThat(standby.process()).isEmpty();
        try (RunHandle run = start(spec(document, "run", 1), Optional.of(standby))) {
            assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
        }
    }

    @Test
    void aNetworkThatCannotBeTrainedIsLeftToItsRun() throws Exception {
        Document document = document(16, 32);
        Document broken = document.with(document.plan()
                .withData(TestData.clouds(folder, 300)
                        .with(TestData.clouds(folder, 300)
                                .values()
                                .with(
                                        DataSettings.FILE,
                                        folder.resolve("gone.csv").toString()))));
        assertThat(prepare(broken)).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(false);
        assertThat(standby.process()).isEmpty();
        assertThat(prepare(broken)).isCompletedWithValue(false);
        assertThat(prepare(document)).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
    }

    @Test
    void editsPrepareTheSameProcessAndMovesOfLayersDoNothing() throws Exception {
        Document document = document(16, 32);
        CompletableFuture<Boolean> first = prepare(document);
        long pid = pid();
        Layout moved = document.layout().with(Map.of(new NodeId("a"), new Point(10, 10)));
        assertThat(prepare(document.with(moved))).isSameAs(first);
        CompletableFuture<Boolean> second = prepare(document(24, 32));
        assertThat(second)
                .isNotSameAs(first)
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(true);
        assertThat(pid()).isEqualTo(pid);
    }

    @Test
    void thereIsNoneOnASmallMachine() throws Exception {
        try (Standby small = new Standby(Standby.LEAST_MEMORY - 1)) {
            assertThat(small.prepare(FakeWorker.command("real"), document(16, 32), 0, TestData.context()))
                    .isCompletedWithValue(false);
            assertThat(small.process()).isEmpty();
        }
    }

    @Test
    void itEndsWithTheProgram() throws Exception {
        Document document = document(16, 32);
        Path project = folder.resolve("project.loom");
        ProjectFile.write(document, project);
        List<String> line = new ArrayList<>(FakeWorker.command("parent").command());
        line.add(project.toString());
        Process parent = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = parent.inputReader()) {
            long pid = Long.parseLong(out.readLine());
            assertThat(ProcessHandle.of(pid)).isPresent();
            parent.destroyForcibly();
            assertEnds(pid);
        }
    }

    @Test
    void itsFirstWordsAreInTheLogOfTheRun() throws Exception {
        Document document = document(16, 32);
        Launcher launcher = new Launcher(
                FakeWorker.command("mumbling"), CudaFolder.of(folder), NvidiaSmi.at(folder.resolve("no-smi")));
        try (launcher) {
            launcher.prepare(Compute.CPU, document, 0, TestData.context()).get();
            RunSpec spec = spec(document, "run", 1);
            try (RunHandle run =
                    Training.start(spec, TestData.context(), launcher.launch(Compute.CPU, spec), events::add)) {
                assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
                assertThat(run.folder().path().resolve(RunFolder.LOG)).content().contains("a first word");
            }
        }
    }

    private CompletableFuture<Boolean> prepare(Document document) {
        return standby.prepare(FakeWorker.command("real"), document, 0, TestData.context());
    }

    private long pid() {
        return standby.process().orElseThrow().pid();
    }

    private static void assertEnds(long pid) {
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null)))
                .succeedsWithin(Duration.ofSeconds(20));
    }

    private RunSpec spec(Document document, String name, int threads) {
        return new RunSpec(document, folder.resolve(name), threads, false);
    }

    private RunHandle start(RunSpec spec, Optional<Standby> ahead) throws IOException {
        Launch launch = new Launch(FakeWorker.command("real"), Optional.empty(), List.of(), ahead);
        return Training.start(spec, TestData.context(), launch, events::add);
    }

    private Document document(int hidden, int batch) throws IOException {
        return TestCatalog.network(4, hidden, 0.2, 3, false)
                .with(TrainingPlan.INITIAL
                        .withEpochs(2)
                        .withBatchSize(batch)
                        .withOptimizer(TestCatalog.optimizer("Adam", 0.01))
                        .withData(TestData.clouds(folder, 300)));
    }
}
