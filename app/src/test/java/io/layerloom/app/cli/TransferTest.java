package io.layerloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.MissingOriginException;
import io.layerloom.engine.Origins;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.TensorFile;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that start from what another one has learned. */
class TransferTest {

    private static final EngineContext CONTEXT = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    @TempDir
    static Path folder;

    private static Path source = Path.of("");
    private static RunEvent.Finished learned = null;

    private final List<RunEvent> told = new ArrayList<>();

    @BeforeAll
    static void trainTheSource() throws Exception {
        source = folder.resolve("source");
        learned = Training.inProcess(new RunSpec(iris(12), source, 1, false), CONTEXT, event -> {});
    }

    private static Document iris(int epochs) throws Exception {
        Document iris = Project.open("iris-mlp").document();
        return iris.with(iris.plan().withEpochs(epochs));
    }

    private static NodeId node(Document document, String name) {
        return document.graph().named(name).orElseThrow().id();
    }

    private RunEvent.Finished start(Document document, String name) throws Exception {
        RunSpec spec = new RunSpec(document, folder.resolve(name), 1, false).from(source);
        return Training.inProcess(spec, CONTEXT, told::add);
    }

    private static Map<String, TensorFile.Tensor> weights(String name) throws Exception {
        return TensorFile.read(RunFolder.open(folder.resolve(name)).weights()).tensors();
    }

    @Test
    void beginsWhereTheEarlierRunEnded() throws Exception {
        Document document = iris(1);
        OptimizerType sgd = NodeLibrary.CATALOG.optimizer("sgd").orElseThrow();
        Values still = Values.initial(sgd.params()).with(sgd.learningRate(), least(sgd.learningRate()));
        Document hardly = document.with(document.plan().withOptimizer(new Component("sgd", still)));
        RunEvent.Finished finished = start(hardly, "still");
        assertThat(finished.test().loss()).isCloseTo(learned.test().loss(), within(1e-4));
        assertThat(told)
                .contains(new RunEvent.Inherited(
                        "All 3 layers with weights take them from source of %s.".formatted(folder.getFileName())));
        assertThat(RunFolder.open(folder.resolve("still"))
                        .origin()
                        .orElseThrow()
                        .taken())
                .containsExactly("hidden1", "hidden2", "species");
    }

    private static double least(Param<Double> rate) {
        return rate.kind().check(1e-9).isEmpty() ? 1e-9 : 1e-6;
    }

    @Test
    void whatIsFrozenStaysBitForBitAndTheRestLearns() throws Exception {
        Document document = iris(3);
        Document frozen = Edits.freeze(
                        List.of(node(document, "hidden1"), node(document, "hidden2")), true, NodeLibrary.CATALOG)
                .apply(document);
        start(frozen, "frozen");
        Map<String, TensorFile.Tensor> before = weights("source");
        Map<String, TensorFile.Tensor> after = weights("frozen");
        for (String name : List.of("hidden1_W", "hidden1_b", "hidden2_W", "hidden2_b")) {
            assertThat(after.get(name).values())
                    .as(name)
                    .isEqualTo(before.get(name).values());
        }
        assertThat(after.get("species_W").values())
                .isNotEqualTo(before.get("species_W").values());
    }

    @Test
    void saysWhatBeginsAnewAndWhy() throws Exception {
        Document document = iris(1);
        Param<?> units = NodeLibrary.CATALOG.layer("dense").orElseThrow().params().stream()
                .filter(param -> param.key().equals("units"))
                .findFirst()
                .orElseThrow();
        Document other = Edits.rename(node(document, "species"), "kind").apply(narrow(document, units));
        start(other, "other");
        assertThat(told)
                .filteredOn(RunEvent.Inherited.class::isInstance)
                .extracting(event -> ((RunEvent.Inherited) event).sentence())
                .containsExactly(
                        "1 of 3 layers take their weights from source of %s. Anew begins: hidden2 (16×16 there, 16×8 here), kind (there is no such layer there)."
                                .formatted(folder.getFileName()));
    }

    @SuppressWarnings("unchecked")
    private static Document narrow(Document document, Param<?> units) {
        return Edits.set(node(document, "hidden2"), (Param<Integer>) units, 8).apply(document);
    }

    @Test
    void givesTheSameBitsEachTimeAndAfterAStop() throws Exception {
        RunEvent.Finished whole = start(iris(4), "whole");
        assertThat(start(iris(4), "again").paramsSha256()).isEqualTo(whole.paramsSha256());
        start(iris(2), "half");
        RunSpec on = new RunSpec(iris(4), folder.resolve("half"), 1, true);
        assertThat(Training.inProcess(on, CONTEXT, event -> {}).paramsSha256()).isEqualTo(whole.paramsSha256());
    }

    @Test
    void refusesRunsThatAreMissingDamagedOrOfNoUse() throws Exception {
        assertRefused(folder.resolve("nowhere"), iris(1), "There is no run in");
        Path damaged = folder.resolve("damaged");
        Files.createDirectories(damaged);
        for (String file : List.of("run.json", "project.loom", "data.json")) {
            Files.copy(source.resolve(file), damaged.resolve(file));
        }
        assertRefused(damaged, iris(1), "has no trained weights to start from");
        byte[] weights = Files.readAllBytes(source.resolve("weights.safetensors"));
        Files.write(damaged.resolve("weights.safetensors"), java.util.Arrays.copyOf(weights, weights.length / 2));
        assertRefused(damaged, iris(1), "are damaged");
        Document strange = iris(1);
        for (String name : List.of("hidden1", "hidden2", "species")) {
            strange = Edits.rename(node(strange, name), name + "_x").apply(strange);
        }
        assertRefused(source, strange, "No layer of the network can start from the run in");
    }

    private static void assertRefused(Path from, Document document, String sentence) {
        RunSpec spec = new RunSpec(document, folder.resolve("refused"), 1, false).from(from);
        assertThatThrownBy(() -> Training.inProcess(spec, CONTEXT, event -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aProjectStandsForItsLatestRunAndWithoutOneSaysWhatToDo() throws Exception {
        Path project = folder.resolve("flowers.loom");
        assertThatThrownBy(() -> Origins.find(project.toString(), sample -> List.of()))
                .isInstanceOf(MissingOriginException.class)
                .hasMessage(
                        "The training starts from the latest run of flowers.loom, but that was not trained yet. Train it first.");
        Path run = folder.resolve("flowers.runs").resolve("run-001");
        Training.inProcess(new RunSpec(iris(1), run, 1, false), CONTEXT, event -> {});
        assertThat(Origins.find(project.toString(), sample -> List.of())).isEqualTo(run.toAbsolutePath());
    }
}
