package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunHandle;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Trains for a long time and watches the memory of the process that trains: what grows without end is lost. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Train a sample for a while and print the memory of the training process as it goes. Linux only.")
final class SoakCommand extends JsonCommand {

    private static final int NO_END = 1_000_000;

    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|SAMPLE",
            defaultValue = "mnist-cnn",
            description = "What to train; mnist-cnn if left out.")
    private String project = "";

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "10", description = "How long; 10 if left out.")
    private int minutes;

    @Option(names = "--every", paramLabel = "SECONDS", defaultValue = "30", description = "How often to look.")
    private int every;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "0", description = "How many threads compute.")
    private int threads;

    SoakCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The memory at one moment. */
    private record Look(long second, int iteration, long megabytes) {}

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        if (minutes < 1 || every < 1) {
            throw new ParameterException(
                    commandLine(),
                    "At least one minute and one second between two looks are needed. Received: %d and %d"
                            .formatted(minutes, every));
        }
        Document document = Project.open(project).document();
        Document endless = document.with(document.plan().withEpochs(NO_END));
        Path folder = Files.createTempDirectory("layerloom-soak");
        AtomicInteger iteration = new AtomicInteger();
        List<Look> looks = new ArrayList<>();
        RunSpec spec = new RunSpec(endless, folder.resolve("run"), threads, false);
        try (RunHandle run = Training.start(spec, surroundings.context(), surroundings.worker(), event -> {
            if (event instanceof RunEvent.Iteration step) {
                iteration.set(step.iteration());
            }
        })) {
            long begun = System.nanoTime();
            long until = begun + Duration.ofMinutes(minutes).toNanos();
            while (System.nanoTime() < until && !ended(run)) {
                looks.add(look(run.pid(), begun, iteration.get()));
                tell(looks.get(looks.size() - 1));
            }
        }
        answer(
                new Report()
                        .put("iterations", iteration.get())
                        .put("looks", looks.stream().map(SoakCommand::report).toList()),
                () -> people().println(tr("%,d steps in all; the run lies in %s", iteration.get(), folder)));
        return 0;
    }

    /** Waits until the next look; answers whether the run is over before that. */
    private boolean ended(RunHandle run) throws CommandException, InterruptedException {
        try {
            RunEvent last = run.done().get(every, TimeUnit.SECONDS);
            if (last instanceof RunEvent.Failed failed) {
                throw new CommandException(failed.message());
            }
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new CommandException(String.valueOf(e.getCause()));
        }
    }

    private static Look look(long pid, long begun, int iteration) throws CommandException, IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            throw new CommandException(tr("The memory of another process can be seen on Linux only."));
        }
        long kilobytes = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return new Look((System.nanoTime() - begun) / 1_000_000_000, iteration, kilobytes >> 10);
    }

    private void tell(Look look) {
        people().println(tr("%6d s %,10d steps %,6d MB", look.second, look.iteration, look.megabytes));
        people().flush();
    }

    private static Report report(Look look) {
        return new Report()
                .put("second", look.second)
                .put("iteration", look.iteration)
                .put("megabytes", look.megabytes);
    }
}
