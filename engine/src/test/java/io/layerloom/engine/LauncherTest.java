package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.CudaPackage;
import io.layerloom.engine.gpu.Gpu;
import io.layerloom.engine.gpu.GpuCheck;
import io.layerloom.engine.gpu.GpuFacts;
import io.layerloom.engine.gpu.NvidiaSmi;
import io.layerloom.engine.gpu.Sighting;
import io.layerloom.graph.Capacity;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who trains a run, and what becomes of it where the card that was chosen does not work; there is no card here, so that is tested with workers that fail in each way. */
@Timeout(180)
class LauncherTest {

    private static final Card CARD = new Card(
            1,
            "NVIDIA GeForce RTX 3090",
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            false);

    @TempDir
    Path folder;

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void putsTheLibrariesInFrontAndNamesTheCard() {
        Launch launch = launcher().decide(check(new Gpu.Ready(CARD, "Beware.")));
        assertThat(launch.notices()).containsExactly("Beware.");
        assertThat(launch.cpu().environment()).isEmpty();
        WorkerCommand onCard = launch.gpu().orElseThrow().command();
        assertThat(onCard.environment())
                .containsEntry("LAYERLOOM_GPU", "NVIDIA GeForce RTX 3090")
                .containsEntry("CUDA_VISIBLE_DEVICES", "1")
                .containsEntry("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
        String front = folder.resolve("cuda/11.6-linux-x86_64/a-1.jar").toString();
        assertThat(onCard.command())
                .containsExactly("java", "-cp", front + File.pathSeparator + "app.jar", "Main", "worker");
    }

    @Test
    void saysWhyThereIsNoCard() {
        Launch missing = launcher().decide(check(new Gpu.NotInstalled(CARD, "")));
        assertThat(missing.gpu()).isEmpty();
        assertThat(missing.notices())
                .containsExactly(
                        "The CUDA libraries for the NVIDIA GeForce RTX 3090 are not installed, so training runs on the CPU; the preferences install them.");
        assertThat(launcher().decide(check(new Gpu.Unusable("Because."))).notices())
                .containsExactly("Because.");
    }

    @Test
    void aCardGivesATrainingItsMemoryWhereItTellsHowMuchItHas() {
        Card known = new Card(
                1,
                "NVIDIA T4",
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(15_360),
                OptionalLong.of(15_000),
                OptionalInt.empty(),
                false);
        assertThat(WorkerMemory.of(Optional.of(known)))
                .isEqualTo(new Capacity((15_360L - 768) << 20, Optional.of("NVIDIA T4")));
        assertThat(WorkerMemory.of(Optional.of(CARD)).caution()).isPresent();
        assertThat(WorkerMemory.of(Optional.empty()).card()).isEmpty();
    }

    @Test
    void asksTheDriverOnlyIfACardIsWanted() throws IOException {
        RunSpec spec = new RunSpec(document(), folder.resolve("run"), 1, false);
        // Nobody asked for a card, and nothing is installed: not a word.
        for (Compute silent : List.of(Compute.CPU, Compute.AUTO)) {
            Launch launch = launcher().launch(silent, spec);
            assertThat(launch.cpu()).isEqualTo(launcher().cpu());
            assertThat(launch.gpu()).isEmpty();
            assertThat(launch.notices()).isEmpty();
        }
        assertThat(launcher().launch(Compute.GPU, spec).notices()).hasSize(1);
    }

    @Test
    void trainsOnTheProcessorWhereCudaCannotBeLoaded() throws Exception {
        RunHandle run = start("real", "real", Duration.ofSeconds(60));
        assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
        assertThat(notices())
                .containsExactly(
                        "The NVIDIA GeForce RTX 3090 could not be used (CUDA could not be loaded), so training runs on the CPU; gpu.log in the folder of the run says more.");
        assertThat(run.folder().metrics()).anyMatch(RunEvent.Notice.class::isInstance);
        assertThat(run.folder().provenance().backend()).startsWith("CPU");
        run.close();
    }

    @Test
    void trainsOnTheProcessorWhereTheCardTakesItsWorkerAlong() throws Exception {
        RunHandle run = start("crash", "real", Duration.ofSeconds(60));
        assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
        assertThat(notices().get(0)).contains("(its process ended, exit status 3)");
        assertThat(run.folder().path().resolve("gpu.log")).content().contains("a last word");
        run.close();
    }

    @Test
    void aButtonThatWasPressedWhileTheCardWokeHoldsForTheProcessor() throws Exception {
        RunHandle run = start("hang", "real", Duration.ofSeconds(3));
        run.stop();
        RunEvent.Finished finished = (RunEvent.Finished) run.done().get();
        assertThat(finished.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(notices().get(0)).contains("silent for 3 seconds");
        run.close();
    }

    @Test
    void trainsOnTheCardOnceItIsAwake() throws Exception {
        RunHandle run = start("card", "crash", Duration.ofSeconds(60));
        assertThat(((RunEvent.Failed) run.done().get()).message()).isEqualTo("NVIDIA GeForce RTX 3090: [Beware.]");
        assertThat(events).first().isEqualTo(new RunEvent.Preparing("Waking the NVIDIA GeForce RTX 3090"));
        run.close();
    }

    @Test
    void aRunThatIsClosedWhileItsCardWakesDoesNotBeginElsewhere() throws Exception {
        RunHandle run = start("hang", "real", Duration.ofSeconds(60));
        run.close();
        assertThat(((RunEvent.Failed) run.done().get()).message()).startsWith("The training process was ended.");
        assertThat(notices()).isEmpty();
    }

    /** Such a worker hears no button, as one in the midst of a mini-batch of minutes does not. */
    @Test
    void aWorkerThatHearsNothingIsEndedAtOnce() throws Exception {
        RunHandle run = start("hang", "real", Duration.ofSeconds(60));
        run.stop();
        run.end();
        RunEvent.Failed ended = (RunEvent.Failed) run.done().get(30, TimeUnit.SECONDS);
        assertThat(ended.left()).isTrue();
        assertThat(ended.message()).startsWith("The training process was ended.");
    }

    @Test
    void saysThatARunGoesOnElsewhere() {
        assertThat(Backend.change("GPU · NVIDIA T4", "CPU · oneDNN"))
                .contains(
                        "This run began on GPU · NVIDIA T4 and goes on on CPU · oneDNN, so its numbers can differ in their last digits from those of a run in one go.");
        assertThat(Backend.change("CPU", "CPU")).isEmpty();
        assertThat(Backend.change("", "CPU")).isEmpty();
        assertThat(Backend.isGpu("GPU · NVIDIA T4")).isTrue();
        assertThat(Backend.words("GPU · NVIDIA T4", 2)).isEqualTo("GPU · NVIDIA T4");
        assertThat(Backend.words("CPU", 1)).isEqualTo("CPU · 1 thread");
        assertThat(Backend.expected(3)).endsWith(" · 3 threads");
    }

    private List<String> notices() {
        return events.stream()
                .filter(RunEvent.Notice.class::isInstance)
                .map(event -> ((RunEvent.Notice) event).sentence())
                .toList();
    }

    private RunHandle start(String onCard, String onCpu, Duration patience) throws IOException {
        WorkerCommand card = FakeWorker.command(onCard).with(Map.of(CardWorker.CARD, CARD.name()));
        Launch launch = new Launch(
                FakeWorker.command(onCpu),
                Optional.of(new Launch.OnCard(card, CARD)),
                List.of("Beware."),
                Optional.empty());
        RunSpec spec = new RunSpec(document(), folder.resolve("run"), 1, false);
        return WorkerRun.start(spec, TestData.context(), launch, patience, events::add);
    }

    private Document document() throws IOException {
        return TestCatalog.network(4, 16, 0.2, 3, false)
                .with(TrainingPlan.INITIAL
                        .withEpochs(2)
                        .withOptimizer(TestCatalog.optimizer("Adam", 0.01))
                        .withData(TestData.clouds(folder, 300)));
    }

    private Launcher launcher() {
        CudaPackage one = new CudaPackage("linux-x86_64", List.of(new CudaPackage.Jar("org.x", "a", "1", "", 4)));
        WorkerCommand command = new WorkerCommand(List.of("java", "-cp", "app.jar", "Main", "worker"), Map.of());
        return new Launcher(command, new CudaFolder(folder.resolve("cuda"), Optional.of(one)), NvidiaSmi.ofMachine());
    }

    private static GpuCheck check(Gpu verdict) {
        GpuFacts facts = new GpuFacts("Linux", "amd64", new Sighting.NoDriver(), true, Optional.empty());
        return new GpuCheck(facts, List.of(), verdict);
    }
}
