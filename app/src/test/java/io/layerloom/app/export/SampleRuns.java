package io.layerloom.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.codegen.Verification;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains samples in a process of their own, as the program does, and verifies what is exported of them. */
final class SampleRuns {

    static final EngineContext ENGINE = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    private static final WorkerCommand WORKER = new WorkerCommand(
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.layerloom.app.Main",
                    "worker"),
            Map.of());

    static final ExportService SERVICE = new ExportService(ENGINE, WORKER);

    private SampleRuns() {}

    /** A sample, or a network in its full size, as it ships. */
    static Document document(String id) {
        try (InputStream in = Samples.byId(id).orElseThrow().openProject()) {
            return ProjectFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trains a sample as it ships on two threads, into a folder of its name, and before it the one whose weights it starts from. */
    static RunEvent.Finished trainWhole(String id, Path folder) {
        Document document = document(id);
        RunSpec spec = new RunSpec(document, folder.resolve(id), 2, false);
        if (document.plan().start().isEmpty()) {
            return train(spec);
        }
        String first = document.plan().start().get().substring(TrainingPlan.SAMPLE.length());
        trainWhole(first, folder);
        return train(spec.from(folder.resolve(first)));
    }

    /** Trains to the end. */
    static RunEvent.Finished train(RunSpec spec) {
        try (RunHandle handle = Training.start(spec, ENGINE, WORKER, event -> {})) {
            RunEvent end = handle.done().join();
            assertThat(end).isInstanceOf(RunEvent.Finished.class);
            RunEvent.Finished finished = (RunEvent.Finished) end;
            assertThat(finished.outcome()).isEqualTo(Outcome.COMPLETED);
            return finished;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exports a run, which then must compute the same on its own, bit for bit. */
    static void verify(Path run, String name, Path project) throws IOException, InterruptedException {
        RunFolder trained = RunFolder.open(run);
        SERVICE.writeJava(trained, name, project);
        Verification found = SERVICE.verify(trained, project, step -> {});
        assertThat(found.message()).startsWith("Compiled and run on its own");
        assertThat(found.verified()).isTrue();
    }
}
