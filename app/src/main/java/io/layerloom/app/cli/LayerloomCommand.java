package io.layerloom.app.cli;

import io.layerloom.app.fault.Sentences;
import io.layerloom.engine.TrainingException;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.language.Language;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program as it is called: a window without a command, or one of the commands. Exit code 0 only on success, 2 on a wrong call, 1 with one sentence otherwise. */
@Command(
        name = "layerloom",
        description = "Draw a neural network, train it, take it away as Java. Without a command, the window opens.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class LayerloomCommand implements Callable<Integer> {

    /** The exit code of a program that goes on because its window is open. */
    public static final int WINDOW_OPEN = -1;

    private static final Logger LOG = Logger.getLogger(LayerloomCommand.class.getName());

    /** Held, so that the levels set below last: what the engine logs while all is well would bury the answers. */
    private static final List<Logger> TALKATIVE =
            Stream.of("org.nd4j", "org.deeplearning4j").map(Logger::getLogger).toList();

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|SAMPLE",
            description = "A project to open in the window, or the id of a sample.")
    private Optional<Path> project = Optional.empty();

    private Optional<Language> language = Optional.empty();

    private LayerloomCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Holds for the whole call, wherever it stands in it. */
    @Option(
            names = "--lang",
            paramLabel = "LANG",
            scope = ScopeType.INHERIT,
            description = "The language to speak: en, or zh for Simplified Chinese.")
    void speak(String code) {
        language = Language.of(code);
        Language.use(language.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "--lang must be en or zh. Received: \"%s\"".formatted(code))));
    }

    /** The command line, ready to {@link CommandLine#execute}. */
    public static CommandLine in(Surroundings surroundings) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        return new CommandLine(new LayerloomCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new TrainCommand(surroundings))
                .addSubcommand(new EvaluateCommand(surroundings))
                .addSubcommand(new WriteCommand(surroundings))
                .addSubcommand(new FillCommand(surroundings))
                .addSubcommand(new TranslateCommand(surroundings))
                .addSubcommand(new GenerateCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new PictureCommand(surroundings))
                .addSubcommand(new GpuCommand(surroundings.launcher()))
                .addSubcommand(new CommandLine(new BenchCommand(surroundings))
                        .addSubcommand(new CanvasBenchCommand(surroundings))
                        .addSubcommand(new OpeningCommand(surroundings))
                        .addSubcommand(new MachineCommand(surroundings))
                        .addSubcommand(new FirstIterationCommand(surroundings))
                        .addSubcommand(new ReportingCommand(surroundings))
                        .addSubcommand(new SoakCommand(surroundings)))
                .addSubcommand(new SamplesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine commandLine = wrong.getCommandLine();
                    String name = commandLine.getCommandSpec().qualifiedName();
                    boolean json = List.of(arguments).contains("--json");
                    refuse(commandLine, json, "%s; see %s --help.".formatted(WrongCall.sentence(wrong), name));
                    return 2;
                })
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    boolean unanswered = commandLine.getCommand() instanceof JsonCommand command && command.owesJson();
                    refuse(commandLine, unanswered, sentence(failure));
                    return 1;
                });
    }

    private static void refuse(CommandLine commandLine, boolean json, String sentence) {
        if (json) {
            commandLine.getOut().println(new Report().put("error", sentence).line());
            commandLine.getOut().flush();
        }
        commandLine.getErr().println(sentence);
        commandLine.getErr().flush();
    }

    /** What went wrong, for people; what only a programmer can mend goes to the log as well. */
    private static String sentence(Exception failure) {
        boolean expected = failure instanceof CommandException
                || failure instanceof IOException
                || failure instanceof TrainingException;
        if (expected && failure.getMessage() != null) {
            return Sentences.of(failure);
        }
        LOG.log(Level.SEVERE, "A command failed.", failure);
        return "Layerloom has made a mistake: " + failure;
    }

    private static boolean isProject(Path named) {
        return named.toString().endsWith(ProjectFile.EXTENSION)
                || Samples.byId(named.toString()).isPresent();
    }

    @Override
    public Integer call() throws CommandException {
        if (project.isPresent() && !isProject(project.get())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no command and no sample \"%s\", and a project file ends in %s."
                            .formatted(project.get(), ProjectFile.EXTENSION));
        }
        Optional<String> fault = surroundings.window().apply(project, language);
        if (fault.isPresent()) {
            throw new CommandException(fault.get());
        }
        return WINDOW_OPEN;
    }
}
