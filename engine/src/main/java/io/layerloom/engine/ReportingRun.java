package io.layerloom.engine;

import com.sun.management.OperatingSystemMXBean;
import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Shuffle;
import io.layerloom.graph.Document;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Finds out what a run pays for telling how it goes. One network trains on and on, in short blocks: in every other one it does all that a run does beside its steps, in those between
 * nothing but steps. So both meet the same machine.
 */
final class ReportingRun implements AutoCloseable {

    private static final double WARM_UP_SECONDS = 5;
    private static final double BLOCK_SECONDS = 0.1;
    private static final int LEAST_STEPS = 5;
    private static final int CHECKPOINTS = 5;
    private static final Path THREADS = Path.of("/proc/self/task");

    private final BuiltNetwork built;
    private final LoadedDataset data;
    private final TrainingPlan plan;
    private final RunWriter writer;
    private final Watch watch;
    private final MeasuredStep step;
    private final List<TrainingListener> hearing;
    private final IterationReport report;
    private final Stopwatch clock = new Stopwatch(0);
    private Batches batches;
    private Prefetch ready;
    private int epoch;
    private int batch;
    private int iteration;
    private long examplesSeen;

    private ReportingRun(
            BuiltNetwork built, LoadedDataset data, TrainingPlan plan, RunWriter writer, Consumer<RunEvent> out) {
        this.built = built;
        this.data = data;
        this.plan = plan;
        this.writer = writer;
        this.watch = Watch.of(plan, built.network());
        this.step = new MeasuredStep(built, data.examples(), new RunControl());
        this.hearing = List.copyOf(built.net().getListeners());
        this.report = new IterationReport(event -> tell(event, out));
        this.batches = shuffled();
        this.ready = new Prefetch(batches, 0);
    }

    /**
     * Measures the training of a document.
     *
     * @param folder where the run that it pretends to be is kept
     * @param out gets the events of that run
     * @param rounds how many blocks of each kind
     */
    static Benchmark.Reporting of(
            Document document, EngineContext context, Path folder, Consumer<RunEvent> out, int rounds)
            throws IOException {
        LoadedDataset data = DataSources.load(document.plan(), context.samples());
        ThreadProbe.Choice choice = ThreadProbe.of(document, context.catalog(), data);
        choice.use();
        BuiltNetwork built = BuiltNetwork.of(document, context.catalog());
        built.requireFits(data.schema());
        try (RunWriter writer = RunWriter.begin(folder, document);
                ReportingRun run = new ReportingRun(built, data, document.plan(), writer, out)) {
            return run.measure(choice.threads(), rounds);
        }
    }

    private void tell(RunEvent event, Consumer<RunEvent> out) {
        try {
            writer.event(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.accept(event);
    }

    private Benchmark.Reporting measure(int threads, int rounds) throws DataException {
        // Of a training that has just begun, more is told than of a long one, by code that is not compiled yet.
        Spent last = block(LEAST_STEPS, true);
        while (clock.seconds() < WARM_UP_SECONDS) {
            last = block(steps(last), true);
            last = block(steps(last), false);
        }
        int steps = steps(last);
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // Whatever grows or falls with time falls on both alike.
            boolean toldFirst = round % 2 == 0;
            Spent one = block(steps, toldFirst);
            Spent other = block(steps, !toldFirst);
            Spent told = toldFirst ? one : other;
            Spent silent = toldFirst ? other : one;
            cpu.add(told.cpuSeconds / silent.cpuSeconds);
            wall.add(told.seconds / silent.seconds);
            plain.add(silent.cpuSeconds / steps);
        }
        double checkpoint = checkpointSeconds();
        double epochSeconds = median(plain) / threads * batches.count();
        return new Benchmark.Reporting(
                threads,
                1000 * median(plain),
                100 * (median(cpu) - 1),
                100 * (median(wall) - 1),
                1000 * checkpoint,
                100 * CheckpointClock.share(checkpoint, epochSeconds));
    }

    /** How many steps fill a block. */
    private static int steps(Spent block) {
        return Math.max(LEAST_STEPS, (int) (block.steps * BLOCK_SECONDS / block.seconds));
    }

    /** What some steps took. */
    private record Spent(int steps, double seconds, double cpuSeconds) {}

    private Spent block(int steps, boolean told) {
        built.net().setListeners(told ? hearing : List.of());
        long begun = System.nanoTime();
        long cpu = cpuNanos();
        for (int i = 0; i < steps; i++) {
            if (batch == batches.count()) {
                nextEpoch();
            }
            iteration++;
            examplesSeen += batches.size(batch);
            if (told) {
                MeasuredStep.Figures figures = step.take(batches.rows(batch), ready);
                report.add(iteration, epoch + 1, figures, examplesSeen, clock.seconds(), false);
            } else {
                step.silently(ready);
            }
            batch++;
        }
        return new Spent(steps, (System.nanoTime() - begun) / 1e9, (cpuNanos() - cpu) / 1e9);
    }

    private void nextEpoch() {
        ready.close();
        epoch++;
        batch = 0;
        batches = shuffled();
        ready = new Prefetch(batches, 0);
    }

    private Batches shuffled() {
        int[] order = Shuffle.rows(data.loaded().split().train(), plan.seed(), epoch);
        Examples shown = data.examples().inEpoch(epoch);
        step.learnFrom(shown);
        return Batches.of(shown, order, plan.batchSize(), built.feed());
    }

    /** The time that training waits for a checkpoint; the first waits for code to be loaded, too, and does not count. */
    private double checkpointSeconds() throws DataException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i <= CHECKPOINTS; i++) {
            long begun = System.nanoTime();
            Checkpoint state = new Checkpoint(0, epoch, batch, iteration, examplesSeen, clock.seconds(), 0, 0, "");
            writer.checkpoint(state.toFile(built.net(), watch), iteration);
            taken.add((System.nanoTime() - begun) / 1e9);
        }
        return median(taken.subList(1, taken.size()));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Java counts in hundredths of a second; Linux tells more exactly what each thread took. What compiles Java is left out, since it is done once. */
    private static long cpuNanos() {
        if (!Files.isDirectory(THREADS)) {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                sum += nanos(thread);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    private static long nanos(Path thread) {
        try {
            if (Files.readString(thread.resolve("comm")).matches("C[12] Compiler[\\s\\S]*")) {
                return 0;
            }
            String told = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(told.substring(0, told.indexOf(' ')));
        } catch (IOException ended) {
            return 0;
        }
    }

    @Override
    public void close() {
        ready.close();
    }
}
