package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Benchmark;
import io.layerloom.engine.RunSpec;
import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.samples.Benchmarks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Measures how fast a network trains and predicts, as the worker runs it, and prints one line that scripts can compare. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure how fast a network trains and predicts on made-up numbers, in a process as for a run.")
final class BenchCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NET",
            defaultValue = "",
            description = "mlp, cnn, lstm, resnet or transformer.")
    private String net = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "BATCH",
            defaultValue = "64",
            description = "Examples per step; 64 if left out.")
    private int batch;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ITERATIONS",
            defaultValue = "100",
            description = "How many steps are timed; 100 if left out.")
    private int iterations;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many threads compute; 0, the default, takes what turns out to be the fastest.")
    private int threads;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (batch < 1 || iterations < 1 || threads < 0 || threads > RunSpec.MOST_THREADS) {
            throw new ParameterException(
                    commandLine(),
                    "Batch and iterations must be positive and threads from 0 to %d. Received: batch %d, iterations %d, threads %d."
                            .formatted(RunSpec.MOST_THREADS, batch, iterations, threads));
        }
        Document document = document();
        Benchmark.Result found = awaited(Benchmark.of(
                document.with(document.plan().withBatchSize(batch)),
                surroundings.context(),
                surroundings.worker(),
                threads,
                iterations,
                this::tell));
        answer(report(found), () -> print(found));
        return 0;
    }

    /** Made numbers and warming up take long for large networks; nobody shall think that it hangs. */
    private void tell(String step) {
        commandLine().getErr().println(step);
        commandLine().getErr().flush();
    }

    /** The network may be left out only where a command below this one takes its place. */
    private Document document() throws CommandException, IOException {
        if (net.isEmpty()) {
            throw new ParameterException(
                    commandLine(),
                    "Name what to measure: canvas, first-iteration, reporting, soak, or one of "
                            + String.join(", ", Benchmarks.all()));
        }
        if (!Benchmarks.all().contains(net)) {
            throw new ParameterException(
                    commandLine(),
                    "There is no network \"%s\" to measure. Choose one of %s."
                            .formatted(net, String.join(", ", Benchmarks.all())));
        }
        try (InputStream in = Benchmarks.open(net)) {
            return ProjectFile.read(in);
        }
    }

    private Report report(Benchmark.Result found) {
        return new Report()
                .put("engine", "layerloom")
                .put("net", net)
                .put("batch", found.batch())
                .put("iterations", iterations)
                .put("threads", found.threads())
                .put("threadMillis", found.threadMillis())
                .put("waiting", found.waiting().name())
                .put("trainMillis", found.trainMillis())
                .put("trainCpuMillis", found.trainCpuMillis())
                .put("inferMillis", found.inferMillis())
                .put("fallback", found.fallback());
    }

    private void print(Benchmark.Result found) {
        people().printf(
                        Locale.ROOT,
                        "engine=layerloom net=%s batch=%d train_ms=%.3f train_cpu_ms=%.3f infer_ms=%.3f threads=%d%n",
                        net,
                        found.batch(),
                        found.trainMillis(),
                        found.trainCpuMillis(),
                        found.inferMillis(),
                        found.threads());
        if (!found.fallback().isEmpty()) {
            people().println(tr("DL4J computed this network. %s", found.fallback()));
        }
    }
}
