package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Document;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BlockShelfTest {

    @TempDir
    Path folder;

    private final Notices notices = new Notices();

    private BlockShelf shelf() {
        Tasks tasks = new Tasks(Runnable::run, bug -> {
            throw new AssertionError(bug);
        });
        return new BlockShelf(folder, NodeLibrary.CATALOG, tasks, () -> notices);
    }

    private static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The block that is made of one layer of a network, under the name that every first block has. */
    private static Block block(String layer) throws IOException {
        try (InputStream in = Samples.byId("mnist-cnn").orElseThrow().openProject()) {
            Document document = ProjectFile.read(in);
            NodeId id = document.graph().named(layer).orElseThrow().id();
            return BlockEdits.make(Set.of(id), new NodeId("made"), NodeLibrary.CATALOG)
                    .apply(document)
                    .graph()
                    .nodes()
                    .values()
                    .stream()
                    .flatMap(node -> node.block().stream())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> names(BlockShelf shelf) {
        return shelf.layers().stream().map(LayerType::name).toList();
    }

    @Test
    void anotherBlockOfTheSameNameIsKeptBesideTheFirst() throws IOException {
        BlockShelf shelf = shelf();
        Block first = block("conv1");
        Block second = block("hidden");
        assertThat(second.name()).isEqualTo(first.name());
        fx(() -> shelf.keep(first));
        fx(() -> shelf.keep(second));
        assertThat(names(shelf)).containsExactly("block", "block_2");
        Notice told = notices.shown().get(1);
        assertThat(told.text())
                .isEqualTo("The palette has another block called \"block\", so this one is kept there as \"block_2\".");
        fx(() -> shelf.keep(first));
        fx(() -> shelf.keep(second));
        assertThat(names(shelf())).containsExactly("block", "block_2");
        fx(told.action().orElseThrow().run());
        assertThat(names(shelf)).containsExactly("block");
        assertThat(shelf().layers().get(0).block()).contains(second);
    }

    @Test
    void aRenamedBlockIsKeptUnderItsNewNameAndTheFormerOneCanGo() throws IOException {
        BlockShelf shelf = shelf();
        Block block = block("conv1");
        fx(() -> shelf.keep(block));
        fx(() -> shelf.keep(block.named("edges")));
        assertThat(names(shelf)).containsExactly("block", "edges");
        fx(notices.shown().get(1).action().orElseThrow().run());
        assertThat(names(shelf)).containsExactly("edges");
        assertThat(names(shelf())).containsExactly("edges");
    }
}
