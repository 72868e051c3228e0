package io.layerloom.app.cli;

import io.layerloom.engine.Restorations;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.kit.Restoration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Lets a network that restores masked tokens fill the gaps of a text. */
@Command(
        name = "fill",
        mixinStandardHelpOptions = true,
        description = "Let the trained network of a run fill the gaps of a text; its plan must learn masked tokens.")
final class FillCommand extends JsonCommand {

    private static final int MOST = 100;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "TEXT", description = "A text with _ in each gap.")
    private String text = "";

    @Option(
            names = "--guesses",
            paramLabel = "N",
            description = "How many guesses for each gap (default: ${DEFAULT-VALUE}).")
    private int most = 5;

    FillCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 1 || most > MOST) {
            throw new ParameterException(
                    commandLine(), "--guesses must be from 1 to %d. Received: %d".formatted(MOST, most));
        }
        List<List<Restoration.Guess>> gaps = Restorations.of(RunFolder.open(run), surroundings.context(), text, most);
        String filled = Restoration.filled(text, gaps);
        Report report = new Report()
                .put("run", run.toString())
                .put("text", filled)
                .put("gaps", gaps.stream().map(FillCommand::report).toList());
        answer(report, () -> print(filled, gaps));
        return 0;
    }

    private static Report report(List<Restoration.Guess> gap) {
        return new Report()
                .put(
                        "guesses",
                        gap.stream()
                                .map(guess -> new Report()
                                        .put("token", guess.token())
                                        .put("probability", guess.probability()))
                                .toList());
    }

    private void print(String filled, List<List<Restoration.Guess>> gaps) {
        people().println(filled);
        for (List<Restoration.Guess> gap : gaps) {
            people().println(gap.stream()
                    .map(guess -> String.format(Locale.ROOT, "%s %.1f %%", guess.token(), 100 * guess.probability()))
                    .collect(Collectors.joining(", ", "    ", "")));
        }
    }
}
