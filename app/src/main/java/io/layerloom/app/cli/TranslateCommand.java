package io.layerloom.app.cli;

import io.layerloom.engine.RunFolder;
import io.layerloom.engine.Translations;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a network that learned targets write that of a source. */
@Command(
        name = "translate",
        mixinStandardHelpOptions = true,
        description =
                "Let the trained network of a run write the target of a source; its plan must learn the next token of the target.")
final class TranslateCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            description = "A text like the sources that the network learned from.")
    private String source = "";

    TranslateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        String target = Translations.of(RunFolder.open(run), surroundings.context(), source);
        Report report =
                new Report().put("run", run.toString()).put("source", source).put("target", target);
        answer(report, () -> people().println(target));
        return 0;
    }
}
