package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180)
class WorkerTest {

    @TempDir
    Path folder;

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Test
    @Tag("slow")
    void trainsAnswersAndEnds() throws Exception {
        RunHandle run = start("real", document(3), false);
        RunEvent.Finished finished = (RunEvent.Finished) run.done().get();
        float[] answer = run.predict(row()).get();
        assertThat(answer).hasSize(3);
        assertThat(answer[0] + answer[1] + answer[2]).isBetween(0.999f, 1.001f);
        assertThatThrownBy(() -> run.predict(new Input.Text("?")).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("This network takes a row of a table. Received: a text");
        assertThat(events).last().isEqualTo(finished);
        assertThat(run.folder().metrics()).contains(finished);
        run.close();
        assertThat(ProcessHandle.of(run.pid())
                        .map(ProcessHandle::onExit)
                        .orElse(CompletableFuture.completedFuture(null)))
                .succeedsWithin(Duration.ofSeconds(20));

        try (Predictor predictor = Predictor.open(run.folder(), TestData.context(), FakeWorker.command("real"))) {
            assertThat(predictor.predict(row()).get()).isEqualTo(answer);
        }
        Expectations expected = Predictor.expectations(run.folder(), FakeWorker.command("real"), 5)
                .get();
        assertThat(expected.outputs()).hasSize(15);
        assertThat(expected.configurationJson()).contains("DenseLayer");
        RunEvent.Finished oneEpoch = (RunEvent.Finished) Training.start(
                        new RunSpec(document(1), folder.resolve("one"), 1, false),
                        TestData.context(),
                        FakeWorker.command("real"),
                        event -> {})
                .done()
                .get();
        assertThat(expected.retrainedSha256()).isEqualTo(oneEpoch.paramsSha256());
    }

    @Test
    @Tag("slow")
    void speaksTheLanguageOfTheWindow() throws Exception {
        RunHandle run = start("real", document(1), false);
        run.done().get();
        Language.use(Language.CHINESE);
        try {
            assertThatThrownBy(() -> run.predict(new Input.Text("?")).get()).hasRootCauseMessage("此网络接收表格的一行。实际为：文本");
        } finally {
            Language.use(Language.ENGLISH);
            run.close();
        }
    }

    @Test
    @Tag("slow")
    void goesOnAfterBeingKilledAsIfNothingHadHappened() throws Exception {
        Document document = document(60);
        RunEvent.Finished whole = (RunEvent.Finished) Training.start(
                        new RunSpec(document, folder.resolve("whole"), 1, false),
                        TestData.context(),
                        FakeWorker.command("real"),
                        event -> {})
                .done()
                .get();

        CompletableFuture<Void> saved = new CompletableFuture<>();
        RunHandle killed = Training.start(
                new RunSpec(document, folder.resolve("run"), 1, false),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {
                    if (event instanceof RunEvent.CheckpointSaved) {
                        saved.complete(null);
                    }
                });
        saved.get();
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        RunEvent.Failed failed = (RunEvent.Failed) killed.done().get();
        assertThat(failed.message()).contains("signal 9").contains("can go on from its last checkpoint");
        assertThat(failed.resumable()).isTrue();
        RunFolder left = RunFolder.open(folder.resolve("run"));
        assertThat(left.provenance().state()).isEqualTo(Provenance.State.FAILED);
        assertThat(left.resumable()).isTrue();

        RunEvent.Finished resumed =
                (RunEvent.Finished) start("real", document, true).done().get();
        assertThat(resumed.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(resumed.test()).isEqualTo(whole.test());
        assertThat(left.resumable()).isFalse();
    }

    @Test
    @Tag("slow")
    void isTrainedForMoreEpochsKilledAndGoneOnWithToTheSameBits() throws Exception {
        Document four = document(4, 6_000);
        Document ten = document(10, 6_000);
        RunEvent.Finished whole = (RunEvent.Finished) Training.start(
                        new RunSpec(ten, folder.resolve("whole"), 1, false),
                        TestData.context(),
                        FakeWorker.command("real"),
                        event -> {})
                .done()
                .get();

        assertThat(start("real", four, false).done().get()).isInstanceOf(RunEvent.Finished.class);
        CompletableFuture<RunHandle> longer = new CompletableFuture<>();
        CompletableFuture<Void> paused = new CompletableFuture<>();
        longer.complete(Training.start(
                new RunSpec(ten, folder.resolve("run"), 1, true),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {
                    if (event instanceof RunEvent.EpochEnd end && end.epoch() == 6) {
                        longer.join().pause();
                    }
                    if (event instanceof RunEvent.Paused) {
                        paused.complete(null);
                    }
                }));
        paused.get();
        ProcessHandle.of(longer.get().pid()).orElseThrow().destroyForcibly();
        assertThat(((RunEvent.Failed) longer.get().done().get()).resumable()).isTrue();

        RunEvent.Finished resumed =
                (RunEvent.Finished) start("real", ten, true).done().get();
        assertThat(resumed.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(resumed.test()).isEqualTo(whole.test());
    }

    @Test
    @Tag("slow")
    void aStepThatHangsIsNoticedThoughTheProcessLives() throws Exception {
        RunEvent.Failed failed = (RunEvent.Failed) start("impatient", TestCatalog.hanging(document(1_000)), false)
                .done()
                .get();
        assertThat(failed.message())
                .startsWith("The training process ended unexpectedly (Layerloom ended it: a step was not done after ")
                .contains("seconds, where the slowest step before took 0.")
                .contains("Training can go on from its last checkpoint");
        assertThat(failed.resumable()).isTrue();
    }

    @Test
    void savesItsStateBeforeItEnds() throws Exception {
        CompletableFuture<Void> trained = new CompletableFuture<>();
        RunHandle run = Training.start(
                new RunSpec(document(100_000), folder.resolve("run"), 1, false),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {
                    if (event instanceof RunEvent.Iteration) {
                        trained.complete(null);
                    }
                });
        trained.get();
        run.close();
        RunEvent.Failed failed = (RunEvent.Failed) run.done().get();
        assertThat(failed.message()).startsWith("Training was ended in epoch ").endsWith("It can go on from there.");
        assertThat(failed.resumable()).isTrue();
        assertThat(run.folder().provenance().state()).isEqualTo(Provenance.State.INTERRUPTED);
        assertThat(run.folder().metrics()).last().isEqualTo(failed);
    }

    @Test
    void aRunWhoseWorkerCannotStartIsNotedAsBroken() {
        WorkerCommand nowhere =
                new WorkerCommand(List.of(folder.resolve("no-java").toString()), Map.of());
        assertThatThrownBy(() -> Training.start(
                        new RunSpec(document(1), folder.resolve("run"), 1, false),
                        TestData.context(),
                        nowhere,
                        event -> {}))
                .isInstanceOf(IOException.class);
        assertThat(RunFolder.at(folder.resolve("run")))
                .satisfies(run -> assertThat(run.provenance().state()).isEqualTo(Provenance.State.FAILED));
    }

    @Test
    void pausesGoesOnAndStops() throws Exception {
        CompletableFuture<Void> paused = new CompletableFuture<>();
        CompletableFuture<Void> resumed = new CompletableFuture<>();
        RunHandle run = Training.start(
                new RunSpec(document(100_000), folder.resolve("run"), 1, false),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {
                    if (event instanceof RunEvent.Paused) {
                        paused.complete(null);
                    }
                    if (event instanceof RunEvent.Resumed) {
                        resumed.complete(null);
                    }
                });
        run.pause();
        paused.get();
        assertThat(run.folder().isRunning()).isTrue();
        run.resume();
        resumed.get();
        run.stop();
        assertThat(((RunEvent.Finished) run.done().get()).outcome()).isEqualTo(Outcome.STOPPED);
        run.close();
    }

    @Test
    void aCrashBecomesASentenceWithItsLastWords() throws Exception {
        RunEvent.Failed failed =
                (RunEvent.Failed) start("crash", document(1), false).done().get();
        assertThat(failed.message()).contains("exit status 3").contains("train again");
        assertThat(failed.details()).contains("a last word");
        assertThat(events).hasSize(2);
    }

    @Test
    void aRunThatCannotBeLoadedRefusesEveryQuestion() throws Exception {
        RunFolder broken = start("crash", document(1), false).folder();
        try (Predictor predictor = Predictor.open(broken, TestData.context(), FakeWorker.command("real"))) {
            for (int question = 0; question < 2; question++) {
                assertThat(predictor.predict(row()))
                        .failsWithin(Duration.ofSeconds(60))
                        .withThrowableThat()
                        .withCauseInstanceOf(TrainingException.class);
            }
            assertThat(predictor.isAlive()).isFalse();
        }
    }

    @Test
    void rubbishIsPassedOver() throws Exception {
        RunHandle run = start("garbage", document(1), false);
        assertThat(((RunEvent.Failed) run.done().get()).message()).isEqualTo("The end.");
        run.close();
    }

    @Test
    void aWorkerThatFloodsIsEnded() throws Exception {
        RunEvent.Failed failed =
                (RunEvent.Failed) start("flood", document(1), false).done().get();
        assertThat(failed.message()).contains("a line without end");
    }

    @Test
    void aWorkerThatHangsIsEnded() throws Exception {
        RunHandle run = WorkerRun.start(
                new RunSpec(document(1), folder.resolve("run"), 1, false),
                TestData.context(),
                Launch.onCpu(FakeWorker.command("hang")),
                Duration.ofSeconds(2),
                events::add);
        RunEvent.Failed failed = (RunEvent.Failed) run.done().get(60, TimeUnit.SECONDS);
        assertThat(failed.message()).contains("silent for 2 seconds");
    }

    @Test
    void oneFolderTakesOneTrainingAtATime() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        RunHandle run = Training.start(
                new RunSpec(document(100_000), folder.resolve("run"), 1, false),
                TestData.context(),
                FakeWorker.command("real"),
                event -> {
                    if (event instanceof RunEvent.Started) {
                        started.complete(null);
                    }
                });
        started.get();
        assertThatThrownBy(() -> start("real", document(1), false)).hasMessageContaining("another process");
        run.close();
        assertThat(run.done().get()).isInstanceOf(RunEvent.Failed.class);
    }

    private static Input row() {
        return new Input.Row(Map.of("a", "2", "b", "0", "c", "0", "d", "0"));
    }

    private Document document(int epochs) throws Exception {
        return document(epochs, 300);
    }

    private Document document(int epochs, int examples) throws Exception {
        Document document = TestCatalog.network(4, 16, 0.2, 3, false);
        return document.with(TrainingPlan.INITIAL
                .withEpochs(epochs)
                .withOptimizer(TestCatalog.optimizer("Adam", 0.01))
                .withData(TestData.clouds(folder, examples)));
    }

    private RunHandle start(String behaviour, Document document, boolean resume) throws Exception {
        return Training.start(
                new RunSpec(document, folder.resolve("run"), 1, resume),
                TestData.context(),
                FakeWorker.command(behaviour),
                events::add);
    }
}
