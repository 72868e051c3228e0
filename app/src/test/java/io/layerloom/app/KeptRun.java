package io.layerloom.app;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunEvents;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs as they lie on disk after an earlier start of the program, made without training. */
final class KeptRun {

    private KeptRun() {}

    /** A project file with the smallest sample in it. */
    static Path project(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = Samples.byId("iris-mlp").orElseThrow().openProject()) {
            Files.copy(in, file);
        }
        return file;
    }

    /** The same project over the rows of a table of one's own. */
    static Path project(Path file, Path table) throws IOException {
        project(file);
        Document document = ProjectFile.read(file);
        Component data = new Component("csv", new Values(Map.of("file", table.toString())));
        ProjectFile.write(
                new Document(
                        document.graph(),
                        document.layout(),
                        document.plan().withData(data).withSplit(new TrainingPlan.Split(0, 0))),
                file);
        return file;
    }

    /** A run of a project: begun at an hour, left in a state, having told something, with a checkpoint. */
    static Path write(Path project, String name, int hour, String state, RunEvent... told) throws IOException {
        String stem = String.valueOf(project.getFileName()).replace(".loom", "");
        Path run =
                Files.createDirectories(project.resolveSibling(stem + ".runs").resolve(name));
        Files.createDirectories(run.resolve("checkpoint"));
        Files.writeString(run.resolve("checkpoint/state.safetensors"), "");
        Files.writeString(run.resolve("lock"), "");
        Files.copy(project, run.resolve("project.loom"));
        Files.writeString(run.resolve("run.json"), """
                {"created": "2026-01-01T%02d:00:00Z", "state": "%s", "dataName": "", "dataSha256": "", "seed": 1,
                 "threads": 1, "backend": "", "versions": {}, "machine": {}}
                """.formatted(hour, state));
        Files.write(
                run.resolve("metrics.jsonl"),
                List.of(told).stream().map(RunEvents::toJson).toList());
        return run;
    }

    /** What a run tells that has done one epoch of two. */
    static RunEvent[] half() {
        return new RunEvent[] {
            new RunEvent.Started(100, 2, 1, 100, 20, 30, "CPU", 1, 0),
            new RunEvent.Iteration(1, 1, 1.0, 0.5, 100, 1),
            new RunEvent.EpochEnd(1, 1, 1.0, 0.5, 1.1, 0.4, 1, 100, 0.1),
            new RunEvent.CheckpointSaved(1, 1)
        };
    }

    /** The files without which a run has learned nothing; such as these nothing can be asked of. */
    static void learn(Path run) throws IOException {
        Files.writeString(run.resolve("data.json"), """
                {"name": "", "classes": ["a", "b", "c"], "plain": [], "table": [], "texts": []}
                """);
        Files.writeString(run.resolve("weights.safetensors"), "");
    }
}
