package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Four epochs, the end of the process without warning, and six more give the bits of ten epochs: for every optimizer, with dropout and shuffling. */
@Tag("slow")
@Timeout(600)
class ResumeTest {

    private static final EngineContext CONTEXT = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    Path folder;

    static List<OptimizerType> optimizers() {
        return NodeLibrary.CATALOG.optimizers();
    }

    /** Whatever number of threads turns out to be the fastest; naming it gives the same bits, too. */
    @Test
    void goesOnToTheSameBitsWithThreadsThatWereChosen() throws Exception {
        Document document = Project.open("mnist-mlp").document();
        Document longer = document.with(document.plan().withEpochs(3));
        RunSpec broken = new RunSpec(longer, folder.resolve("broken"), 0, false);
        endAfter(1, broken);
        int threads = RunFolder.open(broken.folder()).provenance().threads();

        String resumed = trained(new RunSpec(longer, broken.folder(), 0, true));
        assertThat(RunFolder.open(broken.folder()).provenance().threads()).isEqualTo(threads);
        assertThat(resumed)
                .as("with %d threads", threads)
                .isEqualTo(trained(new RunSpec(longer, folder.resolve("whole"), threads, false)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void goesOnToTheSameBitsAfterItWasKilled(OptimizerType optimizer) throws Exception {
        Document document = trainedBy(optimizer);
        RunSpec broken = new RunSpec(document, folder.resolve("broken"), 1, false);
        endAfter(4, broken);

        String resumed = trained(new RunSpec(document, broken.folder(), 1, true));
        String whole = trained(new RunSpec(document, folder.resolve("whole"), 1, false));
        TABLE.add("| %s | `%.16s` | `%.16s` |".formatted(optimizer.id(), whole, resumed));
        assertThat(resumed).isEqualTo(whole);
    }

    /** The table of the documents. */
    @AfterAll
    static void writeTable() throws Exception {
        Files.writeString(
                Path.of("target", "resume.md"),
                "| optimizer | ten epochs | four, the end of the process, and six |\n|---|---|---|\n"
                        + String.join("\n", TABLE)
                        + "\n");
    }

    /** Begins a training, and ends its process without warning after some epochs. */
    private static void endAfter(int epochs, RunSpec broken) throws Exception {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        CompletableFuture<Void> reached = new CompletableFuture<>();
        try (RunHandle run = Training.start(broken, CONTEXT, Shell.worker(), event -> {
            if (event instanceof RunEvent.EpochEnd end && end.epoch() == epochs) {
                reached.complete(null);
            }
            if (event instanceof RunEvent.Paused) {
                waiting.complete(null);
            }
        })) {
            reached.get(300, TimeUnit.SECONDS);
            run.pause();
            waiting.get(60, TimeUnit.SECONDS);
            assertThat(ProcessHandle.of(run.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
            assertThat(run.done().get(60, TimeUnit.SECONDS)).isInstanceOf(RunEvent.Failed.class);
        }
    }

    private static String trained(RunSpec spec) throws Exception {
        try (RunHandle run = Training.start(spec, CONTEXT, Shell.worker(), event -> {})) {
            RunEvent last = run.done().get(300, TimeUnit.SECONDS);
            assertThat(last).isInstanceOf(RunEvent.Finished.class);
            return ((RunEvent.Finished) last).paramsSha256();
        }
    }

    /** The sample of the flowers with a dropout between its hidden layers, for ten epochs that are long enough to be stopped in. */
    private static Document trainedBy(OptimizerType optimizer) throws Exception {
        Document iris = Project.open("iris-mlp").document();
        Graph graph = iris.graph();
        NodeId first = graph.named("hidden1").orElseThrow().id();
        NodeId second = graph.named("hidden2").orElseThrow().id();
        NodeId dropout = graph.freshId();
        Values settings = Values.initial(
                NodeLibrary.CATALOG.layer("dropout").orElseThrow().params());
        Graph noisy = graph.without(new Wire(first, second, 0))
                .with(new Node(dropout, "dropout", "drop", settings))
                .with(new Wire(first, dropout, 0))
                .with(new Wire(dropout, second, 0));
        return iris.with(noisy)
                .with(iris.plan()
                        .withEpochs(10)
                        .withBatchSize(1)
                        .withOptimizer(new Component(optimizer.id(), Values.initial(optimizer.params()))));
    }
}
