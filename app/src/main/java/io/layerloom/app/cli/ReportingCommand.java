package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Benchmark;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Measures what a training pays for its charts, statistics and checkpoints. */
@Command(
        name = "reporting",
        mixinStandardHelpOptions = true,
        description =
                "Measure what charts, statistics and checkpoints cost a training: blocks of steps with and without them take turns in one process.")
final class ReportingCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|SAMPLE",
            defaultValue = "mnist-cnn",
            description = "What to train; mnist-cnn if left out.")
    private String project = "";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many blocks of each kind, of a tenth of a second; 400 if left out.")
    private int rounds;

    ReportingCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (rounds < 1) {
            throw new ParameterException(commandLine(), "At least one round is needed. Received: " + rounds);
        }
        Benchmark.Reporting found = awaited(Benchmark.ofReporting(
                Project.open(project).document(), surroundings.context(), surroundings.worker(), rounds));
        double together = found.eventsPercent() + found.checkpointsPercent();
        answer(
                new Report()
                        .put("project", project)
                        .put("threads", found.threads())
                        .put("stepCpuMillis", found.stepCpuMillis())
                        .put("eventsPercent", found.eventsPercent())
                        .put("eventsWallPercent", found.eventsWallPercent())
                        .put("checkpointMillis", found.checkpointMillis())
                        .put("checkpointsPercent", found.checkpointsPercent())
                        .put("percent", together),
                () -> people().println(tr(
                        "%s: charts and statistics %.2f %%, checkpoints %.2f %% (%.1f ms each), together %.2f %% of a training whose step takes %.3f ms of processor time",
                        project,
                        found.eventsPercent(),
                        found.checkpointsPercent(),
                        found.checkpointMillis(),
                        together,
                        found.stepCpuMillis())));
        return 0;
    }
}
