package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.codegen.Verification;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network drawn with blocks trains to the same bits as one drawn without, and so does its export. */
class BlocksTrainTest {

    private static final EngineContext ENGINE = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    private static final WorkerCommand WORKER = new WorkerCommand(
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.layerloom.app.Main",
                    "worker"),
            Map.of());

    @TempDir
    Path folder;

    @Test
    void aRepeatedBlockTrainsToTheBitsOfItsLayers() throws IOException, InterruptedException {
        Document flat = sample("iris-mlp");
        NodeId hidden = flat.graph().nodes().values().stream()
                .filter(node -> node.type().equals("dense"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
        NodeId block = flat.graph().freshId();
        Document drawn = Edits.set(block, Block.REPEAT, 2)
                .apply(BlockEdits.make(List.of(hidden), block, NodeLibrary.CATALOG)
                        .apply(flat));
        Document unpacked = BlockEdits.unpack(block, NodeLibrary.CATALOG).apply(drawn);
        assertThat(train(drawn, "drawn")).isEqualTo(train(unpacked, "unpacked"));
    }

    @Test
    @Tag("slow")
    void aResidualNetworkOfBlocksTrainsToTheSameBitsAndItsExportDoesToo() throws IOException, InterruptedException {
        Document flat = sample("mnist-residual");
        List<NodeId> inner = flat.graph().nodes().values().stream()
                .filter(node -> NodeLibrary.CATALOG
                        .typeOf(node)
                        .filter(type -> !type.isInput() && !type.isOutput())
                        .isPresent())
                .map(Node::id)
                .toList();
        NodeId block = flat.graph().freshId();
        Document drawn = BlockEdits.make(inner, block, NodeLibrary.CATALOG).apply(flat);
        assertThat(drawn.graph().nodes()).hasSize(3);
        assertThat(train(drawn, "drawn")).isEqualTo(train(flat, "flat"));
        ExportService service = new ExportService(ENGINE, WORKER);
        Path project = folder.resolve("project");
        RunFolder run = RunFolder.open(folder.resolve("drawn"));
        service.writeJava(run, "residual", project);
        Verification found = service.verify(run, project, step -> {});
        assertThat(found.message()).startsWith("Compiled and run on its own");
        assertThat(found.verified()).isTrue();
        assertThat(project.resolve("src/main/java/residual/Model.java"))
                .content()
                .contains("// block_1");
    }

    private static Document sample(String id) throws IOException {
        try (InputStream in = Samples.byId(id).orElseThrow().openProject()) {
            Document document = ProjectFile.read(in);
            return document.with(document.plan().withEpochs(1));
        }
    }

    private String train(Document document, String name) throws IOException {
        try (RunHandle handle =
                Training.start(new RunSpec(document, folder.resolve(name), 1, false), ENGINE, WORKER, event -> {})) {
            RunEvent end = handle.done().join();
            assertThat(end).isInstanceOf(RunEvent.Finished.class);
            return ((RunEvent.Finished) end).paramsSha256();
        }
    }
}
