package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Values;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What waits for the data to be looked into begins once, with what they hold then, and never for another source. */
@ExtendWith(ApplicationExtension.class)
class DataProbeTest {

    @TempDir
    Path folder;

    /** Work in the background that has not been done yet. */
    private final Queue<Runnable> background = new ArrayDeque<>();

    private final List<String> begun = new ArrayList<>();
    private final Workbench workbench = new Workbench(NodeLibrary.CATALOG);
    private DataProbe probe;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,b\n3,a\n");
        Files.writeString(folder.resolve("other.csv"), "x,y\n1,a\n2,b\n3,a\n");
        workbench.open(reading("one.csv"));
        probe = onFx(() -> new DataProbe(workbench, SampleData::open, new Tasks(background::add, failure -> {
            throw new AssertionError(failure);
        })));
    }

    private Document reading(String file) {
        Component csv = new Component(
                "csv", new Values(Map.of("file", folder.resolve(file).toString())));
        return Document.EMPTY.with(Document.EMPTY.plan().withData(csv));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    private void askToBegin(String name) {
        onFx(() -> {
            probe.refresh(() -> begun.add(name));
            return true;
        });
    }

    /** Does all work of the background, and what follows from it. */
    private void settle() {
        onFx(() -> {
            for (Runnable work = background.poll(); work != null; work = background.poll()) {
                work.run();
            }
            return true;
        });
    }

    @Test
    void beginsOnceAfterAReadThatIsUnderWay() {
        int before = probe.rereadingsProperty().get();
        askToBegin("first");
        askToBegin("second");
        assertThat(begun).isEmpty();
        settle();
        assertThat(begun).containsExactly("first", "second");
        assertThat(probe.rereadingsProperty().get()).isEqualTo(before);
    }

    @Test
    void readsAFileThatHasChanged() throws IOException {
        settle();
        int before = probe.rereadingsProperty().get();
        askToBegin("unchanged");
        settle();
        assertThat(probe.rereadingsProperty().get()).isEqualTo(before);
        Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,b\n3,a\n4,c\n");
        askToBegin("changed");
        settle();
        assertThat(begun).containsExactly("unchanged", "changed");
        assertThat(workbench.schemaProperty().get().orElseThrow().examples()).isEqualTo(4);
    }

    @Test
    void beginsNothingForAnotherSource() throws IOException {
        settle();
        Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,b\n3,a\n4,c\n");
        askToBegin("training of the first project");
        onFx(() -> {
            workbench.open(reading("other.csv"));
            return true;
        });
        settle();
        assertThat(begun).isEmpty();
    }
}
