package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.bench.CanvasBench;
import io.layerloom.app.bench.OpeningBench;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures how long it takes until a project is seen. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description =
                "Measure how long it takes to read a project, to work out all its shapes, and to open it in a window of 1600×1000, up to the first frame.")
final class OpeningCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|SAMPLE",
            defaultValue = "resnet50-imagenet",
            description = "What to open; resnet50-imagenet if left out.")
    private String project = "";

    OpeningCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Project.open(project); // refuses what cannot be opened before there is a window
        CanvasBench.unbounded();
        Optional<String> fault = surroundings.screen().get();
        if (fault.isPresent()) {
            throw new CommandException(fault.get());
        }
        OpeningBench.Result result = OpeningBench.of(
                surroundings.context().catalog(), () -> Project.open(project).document());
        answer(report(result), () -> print(result));
        return 0;
    }

    private Report report(OpeningBench.Result result) {
        Report report = new Report().put("project", project).put("layers", result.layers());
        put(report, "read", result.read());
        put(report, "infer", result.infer());
        put(report, "open", result.open());
        return report;
    }

    private static void put(Report report, String name, OpeningBench.Times times) {
        report.put(name + "FirstMs", rounded(times.first()))
                .put(name + "Ms", rounded(times.others().median()))
                .put(name + "P99Ms", rounded(times.others().p99()));
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }

    private void print(OpeningBench.Result result) {
        people().println(tr("%s, %,d layers", project, result.layers()));
        Table table = new Table(people(), 10, 0);
        table.row(tr("read"), words(result.read()));
        table.row(tr("infer"), words(result.infer()));
        table.row(tr("open"), words(result.open()));
    }

    private static String words(OpeningBench.Times times) {
        return tr(
                "%.1f ms at first, then %.1f ms, 99 %% below %.1f ms",
                times.first(), times.others().median(), times.others().p99());
    }
}
