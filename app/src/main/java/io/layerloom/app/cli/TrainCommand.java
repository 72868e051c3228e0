package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.PaceFile;
import io.layerloom.app.workbench.StepTimer;
import io.layerloom.engine.Compute;
import io.layerloom.engine.Launch;
import io.layerloom.engine.MissingOriginException;
import io.layerloom.engine.Origins;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Problem;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Trains a project in a worker, with the number of threads that was asked for. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train a project and keep the run: its project, figures, weights and evaluation.")
final class TrainCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|SAMPLE",
            description = "A project file, or the id of a sample; not needed to go on with a run.")
    private Optional<String> project = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Train on these data instead of the project's: a folder of IDX files or of pictures with boxes or masks, a CSV file or a file of labelled texts.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training examples, in all.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Examples per step.")
    private Optional<Integer> batch = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "For first weights, split and order of examples: 0 to 2147483647.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--pretraining",
            paramLabel = "N",
            description =
                    "Epochs in which each Dense layer learns by itself before all learn together; 0 switches it off though the plan says otherwise.")
    private Optional<Integer> pretraining = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads compute; 0, the default, takes what suits the network.")
    private int threads;

    @Option(
            names = "--backend",
            paramLabel = "auto|cpu|gpu",
            defaultValue = "auto",
            description =
                    "What computes: the processor or a graphics card; auto, the default, takes a card that can train once the CUDA libraries are installed, and lets a run that goes on stay where it began.")
    private Compute backend = Compute.AUTO;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The folder of the run; a new one below \"runs\" if left out.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "RUN|FILE|SAMPLE",
            description =
                    "Start from the weights of an earlier run, or the latest one of a project or sample; \"none\" draws them though the plan says otherwise.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "RUN",
            description =
                    "Go on with this run, or that in --out, from its last checkpoint; with --epochs, until so many are done in all.")
    private Optional<Path> resume = Optional.empty();

    /** What the data hold, once they were read. */
    private Optional<DataSchema> schema = Optional.empty();

    TrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (threads < 0 || threads > RunSpec.MOST_THREADS) {
            throw wrong("The number of threads must be from 0 to %d. Received: %d"
                    .formatted(RunSpec.MOST_THREADS, threads));
        }
        if (epochs.isPresent() && epochs.get() < 1) {
            throw wrong("At least one epoch is needed. Received: " + epochs.get());
        }
        if (batch.isPresent() && batch.get() < 1) {
            throw wrong("A step needs at least one example. Received: " + batch.get());
        }
        if (seed.isPresent() && (seed.get() < 0 || seed.get() > Integer.MAX_VALUE)) {
            throw wrong("The seed must be a whole number from 0 to %,d. Received: %d"
                    .formatted(Integer.MAX_VALUE, seed.get()));
        }
        if (pretraining.isPresent() && pretraining.get() < 0) {
            throw wrong("A pre-training of less than no epochs cannot be. Received: " + pretraining.get());
        }
        RunSpec run = resume.isPresent() ? continued(resume.get()) : fresh();
        Progress progress = new Progress(people());
        StepTimer timer = new StepTimer(run.document(), schema);
        Launch launch = surroundings.launcher().launch(backend, run);
        Consumer<RunEvent> listener = event -> {
            timer.accept(event);
            progress.accept(event);
        };
        try (RunHandle handle = Training.start(run, surroundings.context(), launch, listener);
                Interruption interruption = new Interruption(handle)) {
            RunEvent last = handle.done().join();
            learn(timer);
            return last instanceof RunEvent.Failed failed
                    ? broken(failed, run.folder())
                    : finished((RunEvent.Finished) last, run.folder(), progress);
        }
    }

    /** The command line itself is at fault. */
    private ParameterException wrong(String sentence) {
        return new ParameterException(commandLine(), sentence);
    }

    /** What a step took tells the window and later checks how fast this machine is. */
    private void learn(StepTimer timer) {
        timer.measured()
                .ifPresent(seconds -> timer.work(surroundings.context().catalog())
                        .ifPresent(work -> new PaceFile(surroundings.pace()).learn(work, seconds)));
    }

    private int finished(RunEvent.Finished finished, Path folder, Progress progress) {
        Report report = progress.report(finished).put("run", folder.toString());
        answer(report, () -> progress.summarize(finished, folder));
        return 0;
    }

    /** Told here and not by an exception, for which a program that is about to end by Ctrl+C would not wait. */
    private int broken(RunEvent.Failed failed, Path folder) {
        String howToGoOn =
                failed.resumable() ? " " + tr("To go on: %s", "layerloom train --resume " + spoken(folder)) : "";
        PrintWriter err = commandLine().getErr();
        err.println(failed.message() + howToGoOn);
        err.flush();
        return 1;
    }

    private static String spoken(Path folder) {
        String path = folder.toString();
        return path.contains(" ") ? "\"" + path + "\"" : path;
    }

    private RunSpec fresh() throws CommandException, IOException {
        Project opened = Project.open(
                project.orElseThrow(() -> new ParameterException(commandLine(), "FILE|SAMPLE is missing")));
        Project trained = data.isPresent() ? opened.on(data.get()) : opened;
        Document document = trained.document().with(plan(trained.document().plan()));
        Path folder = folder(trained.name());
        requireSound(document);
        RunSpec run = new RunSpec(document, folder, threads, false);
        Optional<String> start = document.plan().start();
        return start.isPresent() ? run.from(earlier(start.get())) : run;
    }

    private static Path earlier(String start) throws CommandException, IOException {
        try {
            return Origins.find(start, TrainCommand::runsOf);
        } catch (MissingOriginException e) {
            throw new CommandException(
                    tr("%s Or name another run: --from RUN, or --from none.", String.valueOf(e.getMessage())));
        }
    }

    /** Those that this command has made where it stands. */
    private static List<RunFolder> runsOf(String sample) throws IOException {
        return RunFolder.list(Path.of("runs")).stream()
                .filter(run -> String.valueOf(run.path().getFileName()).matches(Pattern.quote(sample) + "-\\d+"))
                .toList();
    }

    private RunSpec continued(Path named) throws CommandException, IOException {
        if (pretraining.isPresent()) {
            throw new CommandException(
                    tr("A run that goes on keeps its plan. Leave --pretraining out, or train anew without --resume."));
        }
        boolean unnamed = named.toString().isEmpty();
        if (unnamed && out.isEmpty()) {
            throw new CommandException(tr("No run is named to go on with. Give its folder: --resume RUN."));
        }
        if (!unnamed && out.isPresent()) {
            throw new CommandException(
                    tr("The run to go on with is named twice, by --resume and by --out. Leave --out out."));
        }
        if (from.isPresent()) {
            throw new CommandException(tr(
                    "A run that goes on has its weights already. Leave --from out, or train anew without --resume."));
        }
        Path folder = unnamed ? out.orElseThrow() : named;
        Optional<Project> given = project.isPresent() ? Optional.of(Project.open(project.get())) : Optional.empty();
        Resumption.Wanted wanted = new Resumption.Wanted(given, data, epochs, batch, seed, threads);
        RunSpec run = new Resumption(RunFolder.open(folder), wanted).spec();
        requireSound(run.document());
        return run;
    }

    private TrainingPlan plan(TrainingPlan plan) {
        TrainingPlan changed = epochs.map(plan::withEpochs).orElse(plan);
        changed = from.isPresent() ? changed.withStart(start(from.get())) : changed;
        changed = batch.map(changed::withBatchSize).orElse(changed);
        changed = pretraining.map(changed::withPretraining).orElse(changed);
        return seed.map(changed::withSeed).orElse(changed);
    }

    private static Optional<String> start(String given) {
        if (given.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(
                Samples.byId(given).isPresent()
                        ? TrainingPlan.SAMPLE + given
                        : Path.of(given).toAbsolutePath().normalize().toString());
    }

    private void requireSound(Document document) throws CommandException {
        Project.Judged judged = new Project("", document).judged(surroundings, backend);
        schema = judged.schema();
        Optional<Problem> error =
                judged.inference().problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new CommandException(error.get().message());
        }
    }

    private Path folder(String name) throws CommandException, IOException {
        if (out.isEmpty()) {
            return Stream.iterate(1, n -> n + 1)
                    .map(n -> Path.of("runs", name + "-" + n))
                    .filter(Files::notExists)
                    .findFirst()
                    .orElseThrow();
        }
        Path folder = out.get();
        if (!RunFolder.isFree(folder)) {
            throw new CommandException(tr(
                    "%s already holds something. Choose another folder, or go on with the run in it by --resume.",
                    folder));
        }
        return folder;
    }
}
