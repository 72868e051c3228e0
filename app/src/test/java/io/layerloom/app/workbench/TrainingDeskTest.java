package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launch;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.ProjectFile;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** However a start fails, the desk is free again and one sentence says why. */
@ExtendWith(ApplicationExtension.class)
class TrainingDeskTest {

    @TempDir
    Path folder;

    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final List<RunEvent> told = new CopyOnWriteArrayList<>();
    private final List<RunSpec> wanted = new CopyOnWriteArrayList<>();
    private final Notices notices = new Notices();

    private TrainingDesk desk(WorkerCommand command) {
        EngineContext engine = new EngineContext(NodeLibrary.CATALOG, SampleData::open);
        Tasks tasks = new Tasks(work -> new Thread(work).start(), bugs::add);
        Workbench workbench = new Workbench(NodeLibrary.CATALOG);
        Projects projects = new Projects(workbench, new SettingsFile(folder.resolve("settings.json")), tasks, notices);
        Shelf shelf = new Shelf(projects, folder.resolve("runs"), () -> false, tasks, notices);
        TrainingDesk.Listener listener = new TrainingDesk.Listener() {
            @Override
            public void begin(Path run, List<RunEvent> earlier) {
                told.clear();
            }

            @Override
            public void accept(RunEvent event) {
                told.add(event);
            }
        };
        try (InputStream in = Samples.byId("iris-mlp").orElseThrow().openProject()) {
            workbench.open(ProjectFile.read(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        TrainingDesk.Means means = new TrainingDesk.Means() {
            @Override
            public int threads() {
                return 3;
            }

            @Override
            public Launch launch(RunSpec spec) {
                wanted.add(spec);
                return Launch.onCpu(command);
            }
        };
        return new TrainingDesk(workbench, shelf, new Track(), engine, means, tasks, notices, listener, () -> false);
    }

    private String startAndFail(WorkerCommand command) {
        TrainingDesk desk = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            TrainingDesk made = desk(command);
            made.train();
            assertThat(made.isKept()).isFalse();
            return made;
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(
                        30_000, () -> desk.stateProperty().get() == TrainingDesk.State.IDLE));
        assertThat(told).hasSize(1).first().isInstanceOf(RunEvent.Failed.class);
        assertThat(notices.shown()).extracting(Notice::action).containsExactly(Optional.empty());
        return notices.shown().get(0).text();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        String nowhere = folder.resolve("no-such-java").toString();
        assertThat(startAndFail(new WorkerCommand(List.of(nowhere), Map.of())))
                .startsWith("Training cannot start: ")
                .contains("no-such-java");
        assertThat(wanted).extracting(RunSpec::threads).containsExactly(3);
        assertThat(bugs).isEmpty();
    }

    @Test
    void aMistakeInTheProgramLeavesTheDeskFree() {
        // No system takes a variable of this name, which Java says by an unchecked exception.
        WorkerCommand impossible = new WorkerCommand(List.of("java"), Map.of("A=B", "C"));
        assertThat(startAndFail(impossible)).startsWith("Training cannot start: Layerloom made a mistake.");
        assertThat(bugs).hasSize(1).first().isInstanceOf(IllegalArgumentException.class);
    }
}
