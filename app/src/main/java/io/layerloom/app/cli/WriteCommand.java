package io.layerloom.app.cli;

import io.layerloom.engine.Continuations;
import io.layerloom.engine.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Lets a network that foretells next tokens write. */
@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        description = "Let the trained network of a run go on with a text; its plan must learn the next token.")
final class WriteCommand extends JsonCommand {

    private static final double HOTTEST = 10;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "TEXT", description = "How the text begins.")
    private String beginning = "";

    @Option(
            names = "--length",
            paramLabel = "N",
            description = "How many characters or words to write (default: ${DEFAULT-VALUE}).")
    private int length = 200;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "How daring: 0 always takes the likeliest, 1 draws as the network foretells (default: ${DEFAULT-VALUE}).")
    private double temperature = 0.7;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same text (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    WriteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (length < 1 || length > Continuations.MOST) {
            throw new ParameterException(
                    commandLine(), "--length must be from 1 to %d. Received: %d".formatted(Continuations.MOST, length));
        }
        if (!(temperature >= 0 && temperature <= HOTTEST)) {
            throw new ParameterException(commandLine(), "--temperature must be from 0 to 10. Received: " + temperature);
        }
        String text =
                Continuations.of(RunFolder.open(run), surroundings.context(), beginning, length, temperature, seed);
        answer(new Report().put("run", run.toString()).put("text", text), () -> people().println(text));
        return 0;
    }
}
