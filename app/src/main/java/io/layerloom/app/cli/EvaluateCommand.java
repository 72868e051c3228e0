package io.layerloom.app.cli;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.Examination;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the network of a run once more. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure the trained network of a run on the test part of its data, or of other data.")
final class EvaluateCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Measure on these data, on all of them unless they bring a test part: a folder of IDX files or of pictures with boxes or masks, a CSV file or a file of labelled texts.")
    private Optional<Path> data = Optional.empty();

    EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        RunFolder folder = RunFolder.open(run);
        Evaluation found = data.isPresent()
                ? Examination.on(other(folder, data.get()), folder, surroundings.context())
                : Examination.of(folder, surroundings.context());
        Report report = new Report().put("run", run.toString()).put(found).putClasses(found);
        answer(report, () -> new EvaluationText(people()).print(found));
        return 0;
    }

    /** Other data with the run's own settings of how to read them. */
    private static Component other(RunFolder run, Path data) throws IOException {
        return new Project("", run.document()).on(data).document().plan().data().orElseThrow();
    }
}
