package io.layerloom.engine.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks {@code nvidia-smi}, the program that comes with every NVIDIA driver, for cards. Loads nothing of CUDA, and never waits longer than it is told to. */
public final class NvidiaSmi {

    /** The first question to a driver that sleeps takes seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where it lies beside the search path: older drivers of Windows, and Linux under Windows. */
    private static final List<String> PLACES = List.of(
            "nvidia-smi",
            "C:\\Program Files\\NVIDIA Corporation\\NVSMI\\nvidia-smi.exe",
            "/usr/lib/wsl/lib/nvidia-smi");

    private static final int MOST_OUTPUT = 1 << 16;

    private final List<String> programs;
    private final Duration patience;

    NvidiaSmi(List<String> programs, Duration patience) {
        this.programs = List.copyOf(programs);
        this.patience = patience;
    }

    /** A certain one. */
    public static NvidiaSmi at(Path program) {
        return new NvidiaSmi(List.of(program.toString()), PATIENCE);
    }

    /** The one of this machine, if there is one. */
    public static NvidiaSmi ofMachine() {
        return new NvidiaSmi(PLACES, PATIENCE);
    }

    /** Asks now; takes a fraction of a second as a rule, and to be called on a thread that may wait. */
    public Sighting look() {
        for (String program : programs) {
            Optional<Sighting> seen = look(program);
            if (seen.isPresent()) {
                return seen.get();
            }
        }
        return new Sighting.NoDriver();
    }

    /** Empty if there is no such program. */
    private Optional<Sighting> look(String program) {
        try {
            SmiOutput whole = ask(program, SmiOutput.Field.ALL);
            return Optional.of(
                    whole.refusesField()
                            ? ask(program, SmiOutput.Field.OLD).read(SmiOutput.Field.OLD)
                            : whole.read(SmiOutput.Field.ALL));
        } catch (TimeoutException late) {
            return Optional.of(new Sighting.NoAnswer(Math.max(1, patience.toSeconds())));
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(new Sighting.NoAnswer(0));
        }
    }

    private SmiOutput ask(String program, List<SmiOutput.Field> fields)
            throws IOException, InterruptedException, TimeoutException {
        List<String> command = new ArrayList<>(List.of(program));
        command.add("--query-gpu=" + SmiOutput.Field.list(fields));
        command.add("--format=csv,noheader,nounits");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            // Read elsewhere: a process that hangs in the driver survives even its own end, with its output open.
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> text(process), NvidiaSmi::start);
            String written = text.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            return new SmiOutput(process.exitValue(), written);
        } catch (ExecutionException unreadable) {
            throw new IOException(unreadable.getCause());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "nvidia-smi");
        thread.setDaemon(true);
        thread.start();
    }

    private static String text(Process process) {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        } catch (IOException cut) {
            return "";
        }
    }
}
