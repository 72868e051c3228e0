package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.RunSpec;
import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network drawn with blocks trains to the same bits as one drawn without, and so does its export. */
class BlocksTrainTest {

    @TempDir
    Path folder;

    @Test
    void aRepeatedBlockTrainsToTheBitsOfItsLayers() {
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
        Path project = folder.resolve("project");
        SampleRuns.verify(folder.resolve("drawn"), "residual", project);
        assertThat(project.resolve("src/main/java/residual/Model.java"))
                .content()
                .contains("// block_1");
    }

    private static Document sample(String id) {
        Document document = SampleRuns.document(id);
        return document.with(document.plan().withEpochs(1));
    }

    private String train(Document document, String name) {
        return SampleRuns.train(new RunSpec(document, folder.resolve(name), 1, false))
                .paramsSha256();
    }
}
