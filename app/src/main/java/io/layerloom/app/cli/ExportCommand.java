package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.export.ExportService;
import io.layerloom.codegen.Verification;
import io.layerloom.engine.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a run out of the program. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Export a run as a Maven project of readable Java that does not depend on Layerloom.")
final class ExportCommand extends JsonCommand {

    /** What a run can be exported to. */
    enum Target {
        java
    }

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            defaultValue = "java",
            description = "What to export to: ${COMPLETION-CANDIDATES}.")
    private Target target = Target.java;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the export: a new or empty one, or that of an earlier export.")
    private Path out = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the project is called; the run's name if left out.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--verify",
            description = "Compile and run the export on its own and compare it bit for bit with this program.")
    private boolean verify;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        RunFolder folder = RunFolder.open(run);
        ExportService export = new ExportService(surroundings.context(), surroundings.worker());
        export.writeJava(folder, name.orElseGet(() -> nameOf(folder)), out);
        Report report =
                new Report().put("run", run.toString()).put("to", target.name()).put("out", out.toString());
        if (!verify) {
            answer(report, () -> people().println(tr("Exported to %s", out)));
            return 0;
        }
        say(tr("Exported to %s", out));
        Verification found = export.verify(folder, out, this::say);
        report.put("verified", found.verified())
                .put("maxDiff", found.maxDiff())
                .put("configurationEqual", found.configurationEqual())
                .put("retrainedEqual", found.retrainedEqual())
                .put("message", found.message());
        answer(report, () -> people().println(found.said()));
        if (!found.verified()) {
            throw new CommandException(found.said());
        }
        return 0;
    }

    private void say(String step) {
        people().println(step);
        people().flush();
    }

    /** The window keeps runs under numbers in a folder that is named after the project. */
    private static String nameOf(RunFolder run) {
        String own = String.valueOf(run.path().normalize().getFileName());
        return Optional.ofNullable(run.path().normalize().getParent())
                .filter(parent -> own.matches("run-\\d+"))
                .map(parent -> String.valueOf(parent.getFileName()).replaceFirst("\\.runs$", ""))
                .orElse(own);
    }
}
