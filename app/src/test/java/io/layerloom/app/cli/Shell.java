package io.layerloom.app.cli;

import io.layerloom.app.Main;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.NvidiaSmi;
import io.layerloom.graph.language.Language;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the program as a shell does, in this process, and keeps what it writes. */
final class Shell {

    /** What a call left behind. */
    record Result(int code, String out, String err) {

        /** The last line of standard output as JSON. */
        JsonNode json() {
            String last = out.lines().reduce((first, second) -> second).orElse("");
            return new JsonMapper().readTree(last);
        }
    }

    private final List<Optional<Path>> windows = new ArrayList<>();
    private final Launcher launcher;
    private final Path pace = Path.of("target", "pace-" + UUID.randomUUID() + ".json");

    /** On a computer without a card. */
    Shell() {
        this(NvidiaSmi.at(Path.of("there-is-no-nvidia-smi")));
    }

    /** On a computer with the cards that this one sees; nothing is installed for them. */
    Shell(NvidiaSmi smi) {
        launcher = new Launcher(worker(), CudaFolder.of(Path.of("target", "no-cuda")), smi);
    }

    Result call(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine layerloom = LayerloomCommand.in(new Surroundings(
                        new EngineContext(NodeLibrary.CATALOG, SampleData::open),
                        launcher,
                        pace,
                        this::open,
                        () -> Optional.of("There is no screen here.")))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        String[] args = new String[words.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = words[i].toString();
        }
        int code = layerloom.execute(args);
        return new Result(code, out.toString(), err.toString());
    }

    private Optional<String> open(Optional<Path> project, Optional<Language> language) {
        windows.add(project);
        return Optional.empty();
    }

    /** Where it keeps how fast trainings were. */
    Path pace() {
        return pace;
    }

    /** The projects with which windows were opened. */
    List<Optional<Path>> windows() {
        return windows;
    }

    static WorkerCommand worker() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WorkerCommand(
                List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), "worker"), Map.of());
    }
}
