package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.ClassArchive;
import io.layerloom.engine.Compute;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Measures how long a person waits between the button and the first step of training, with and without a process that waits ready. */
@Command(
        name = "first-iteration",
        mixinStandardHelpOptions = true,
        description =
                "Measure the time from the start of a run to its first step: in a process of its own (cold), and in one that was started and prepared ahead, as the window does (warm).")
final class FirstIterationCommand extends JsonCommand {

    /** What the window keeps the classes of for later runs. */
    private static final String ARCHIVED = "mnist-cnn";

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|SAMPLE",
            defaultValue = "mnist-cnn",
            description = "What to train; mnist-cnn if left out.")
    private String project = "";

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often; 5 if left out.")
    private int rounds;

    FirstIterationCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        if (rounds < 1) {
            throw new ParameterException(commandLine(), "At least one round is needed. Received: " + rounds);
        }
        Document document = Project.open(project).document();
        ClassArchive.make(surroundings.worker(), Project.open(ARCHIVED).document());
        List<Wait> cold = new ArrayList<>();
        List<Wait> warm = new ArrayList<>();
        try (Launcher launcher = surroundings.launcher()) {
            for (int round = 0; round < rounds; round++) {
                cold.add(measured(launcher, document));
                if (!launcher.prepare(Compute.CPU, document, 0, surroundings.context())
                        .join()) {
                    throw new CommandException(
                            tr(
                                    "No process can be kept ready here: that takes 6 GiB of memory and a project that can be trained."));
                }
                warm.add(measured(launcher, document));
            }
        }
        answer(report(cold, warm), () -> {
            print(tr("cold"), cold);
            print(tr("warm"), warm);
        });
        return 0;
    }

    /**
     * How long a person waited.
     *
     * @param seconds on the clock
     * @param cpuSeconds processor time that the training process took meanwhile, which says more on a machine that does something else
     */
    private record Wait(double seconds, double cpuSeconds) {}

    /** Starts a run and waits for its first step. */
    private Wait measured(Launcher launcher, Document document)
            throws CommandException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("layerloom-first");
        RunSpec spec = new RunSpec(document, folder.resolve("run"), 0, false);
        CompletableFuture<Long> first = new CompletableFuture<>();
        long pressed = System.nanoTime();
        try (RunHandle run = Training.start(
                spec, surroundings.context(), launcher.launch(Compute.CPU, spec), event -> hear(event, first))) {
            double spent = cpuSeconds(run.pid());
            double seconds = (first.get() - pressed) / 1e9;
            double cpu = cpuSeconds(run.pid()) - spent;
            run.stop();
            run.done().join();
            return new Wait(seconds, cpu);
        } catch (ExecutionException e) {
            throw new CommandException(
                    e.getCause() == null
                            ? e.toString()
                            : String.valueOf(e.getCause().getMessage()));
        } finally {
            remove(folder);
        }
    }

    private static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(spent -> spent.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    private static void hear(RunEvent event, CompletableFuture<Long> first) {
        if (event instanceof RunEvent.Iteration) {
            first.complete(System.nanoTime());
        } else if (event instanceof RunEvent.Failed failed) {
            first.completeExceptionally(new CommandException(failed.message()));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Report report(List<Wait> cold, List<Wait> warm) {
        return new Report()
                .put("project", project)
                .put("rounds", rounds)
                .put("coldSeconds", median(cold, Wait::seconds))
                .put("coldCpuSeconds", median(cold, Wait::cpuSeconds))
                .put("warmSeconds", median(warm, Wait::seconds))
                .put("warmCpuSeconds", median(warm, Wait::cpuSeconds));
    }

    private static double median(List<Wait> waits, ToDoubleFunction<Wait> figure) {
        double[] sorted = waits.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void print(String how, List<Wait> waits) {
        DoubleSummaryStatistics seconds =
                waits.stream().mapToDouble(Wait::seconds).summaryStatistics();
        people().println(tr(
                "%s %s: first step after %.2f s (%.2f to %.2f), %.2f s of processor time",
                project,
                how,
                median(waits, Wait::seconds),
                seconds.getMin(),
                seconds.getMax(),
                median(waits, Wait::cpuSeconds)));
    }
}
