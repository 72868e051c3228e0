package io.layerloom.app.cli;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a project in a worker, with the number of threads that was asked for. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train a project and keep the run: its project, figures, weights and evaluation.")
final class TrainCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE|SAMPLE", description = "A project file, or the id of a sample.")
    private String project = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Train on these data instead of the project's: a folder of IDX files, a CSV file or a file of labelled texts.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training examples.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Examples per step.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "For first weights, split and order of examples.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads compute; 0, the default, takes what suits the network.")
    private int threads;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The folder of the run; a new one below \"runs\" if left out.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", description = "Go on with the broken run in --out from its last checkpoint.")
    private boolean resume;

    TrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        Project opened = Project.open(project);
        Project trained = data.isPresent() ? opened.on(data.get()) : opened;
        Document document = trained.document().with(plan(trained.document().plan()));
        if (threads < 0) {
            throw new CommandException("The number of threads cannot be negative. Received: " + threads);
        }
        Path folder = folder(trained.name());
        requireSound(new Project(trained.name(), document));
        Progress progress = new Progress(people());
        RunEvent last = run(new RunSpec(document, folder, threads, resume), progress);
        if (last instanceof RunEvent.Failed failed) {
            throw new CommandException(failed.message());
        }
        RunEvent.Finished finished = (RunEvent.Finished) last;
        Report report = progress.report(finished).put("run", folder.toString());
        answer(report, () -> progress.summarize(finished, folder));
        return 0;
    }

    private TrainingPlan plan(TrainingPlan plan) {
        TrainingPlan changed = epochs.map(plan::withEpochs).orElse(plan);
        changed = batch.map(changed::withBatchSize).orElse(changed);
        return seed.map(changed::withSeed).orElse(changed);
    }

    private void requireSound(Project checked) throws CommandException {
        Inference inference = checked.inferred(surroundings.context());
        Optional<Problem> error =
                inference.problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new CommandException(error.get().message());
        }
    }

    private Path folder(String name) throws CommandException, IOException {
        if (out.isEmpty() && resume) {
            throw new CommandException("No run is named to go on with. Give its folder by --out.");
        }
        if (out.isEmpty()) {
            return Stream.iterate(1, n -> n + 1)
                    .map(n -> Path.of("runs", name + "-" + n))
                    .filter(Files::notExists)
                    .findFirst()
                    .orElseThrow();
        }
        Path folder = out.get();
        if (!resume && Files.exists(folder) && !isEmpty(folder)) {
            throw new CommandException(
                    "%s already holds something. Choose another folder, or go on with its run by --resume."
                            .formatted(folder));
        }
        if (resume && !RunFolder.open(folder).resumable()) {
            throw new CommandException(
                    "The run in %s has no checkpoint to go on from; train it anew.".formatted(folder));
        }
        return folder;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Runs to the end; a program that is interrupted takes its worker along. */
    private RunEvent run(RunSpec spec, Progress progress) throws IOException {
        try (RunHandle handle = Training.start(spec, surroundings.context(), surroundings.worker(), progress::accept)) {
            Thread end = new Thread(handle::close, "end-worker");
            Runtime.getRuntime().addShutdownHook(end);
            try {
                return handle.done().join();
            } finally {
                Runtime.getRuntime().removeShutdownHook(end);
            }
        }
    }
}
