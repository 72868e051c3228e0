package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.TrainingPlan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    @Test
    void anotherBuildGetsAnotherFile() throws Exception {
        Path one = Files.writeString(folder.resolve("one.jar"), "1");
        Path two = Files.writeString(folder.resolve("two.jar"), "2");
        Optional<Path> before = ClassArchive.place(folder, one + File.pathSeparator + two);
        assertThat(before).isPresent().isEqualTo(ClassArchive.place(folder, one + File.pathSeparator + two));
        assertThat(ClassArchive.place(folder, two + File.pathSeparator + one)).isNotEqualTo(before);
        Files.writeString(two, "another build");
        assertThat(ClassArchive.place(folder, one + File.pathSeparator + two)).isNotEqualTo(before);
    }

    @Test
    void classesInFoldersOrNowhereAreNotArchived() {
        assertThat(ClassArchive.place(folder, folder.toString())).isEmpty();
        assertThat(ClassArchive.place(folder, folder.resolve("gone.jar").toString()))
                .isEmpty();
    }

    @Test
    void anArchiveThatIsNotThereIsNotAskedFor() {
        assertThat(ClassArchive.use(Optional.of(folder.resolve("worker-1.jsa"))))
                .isEmpty();
    }

    @Test
    void aDamagedArchiveDoesNotKeepARunFromTraining() throws Exception {
        Path damaged = Files.write(folder.resolve("worker-1.jsa"), new byte[5_000]);
        WorkerCommand plain = FakeWorker.command("real");
        WorkerCommand command = new WorkerCommand(plain.command(), plain.environment(), Optional.of(damaged));
        assertThat(ClassArchive.use(command.archive())).first().asString().endsWith(damaged.toString());
        TrainingPlan plan = TrainingPlan.INITIAL
                .withEpochs(1)
                .withOptimizer(TestCatalog.optimizer("Adam", 0.01))
                .withData(TestData.clouds(folder, 60));
        RunSpec spec =
                new RunSpec(TestCatalog.network(4, 16, 0.2, 3, false).with(plan), folder.resolve("run"), 1, false);
        try (RunHandle run = Training.start(spec, TestData.context(), command, event -> {})) {
            assertThat(run.done().get()).isInstanceOf(RunEvent.Finished.class);
        }
    }

    @Test
    void aWorkerThatBreaksOffLeavesNoArchive() throws Exception {
        Path archive = folder.resolve("cache").resolve("worker-2.jsa");
        WorkerCommand crash = FakeWorker.command("crash");
        WorkerCommand command = new WorkerCommand(crash.command(), crash.environment(), Optional.of(archive));
        assertThat(ClassArchive.make(command, TestCatalog.network(4, 16, 0.2, 3, false)))
                .isFalse();
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }
}
