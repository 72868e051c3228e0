package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.language.Language;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker as its parent sees it: lines in, lines out, and its end, whatever it comes from. */
final class WorkerProcess implements AutoCloseable {

    private static final int MAX_LINE = 64 << 20;

    /** As much as a sentence can hold of what it said last. */
    private static final int MAX_WORDS = 200;

    /** What a worker may take to end beyond what its training may take to save its state. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** Between two looks at a worker lies a second, and hardly more unless this process was stopped. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    /** What a parent does with a worker's lines and its end. Both are called on the thread that reads. */
    interface Listener {
        /** A line came. */
        void line(String line);

        /** The worker is gone, for the reason given, such as "signal 9". */
        void ended(String reason);
    }

    /** Those that live. Libraries below Java may keep a worker from ending when memory is full, so none is left to itself. */
    private static final Set<WorkerProcess> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(WorkerProcess::endAll, "workers"));
    }

    private final Process process;
    private final BufferedWriter commands;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(WorkerProcess::daemon);
    private final Duration patience;
    private final WorkerLog log;
    private final Thread logging;
    private Listener listener;
    private Language spoken = Language.ENGLISH;
    private boolean over;
    private volatile String lastWords = "";
    private volatile long lastLine = System.nanoTime();
    private volatile String killedFor = "";

    private WorkerProcess(Process process, WorkerLog log, Duration patience, Listener listener) {
        this.process = process;
        this.log = log;
        this.patience = patience;
        this.listener = listener;
        this.logging = daemon(() -> log.take(process.getErrorStream()));
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a worker.
     *
     * @param environment what {@link WorkerOptions} puts beside that of the command
     * @param log gets what it writes to standard error
     * @param patience how long it may be silent before it counts as hanging
     */
    static WorkerProcess start(
            WorkerCommand command, Map<String, String> environment, Path log, Duration patience, Listener listener)
            throws IOException {
        WorkerProcess worker = new WorkerProcess(launch(command, environment), new WorkerLog(), patience, listener);
        try {
            worker.log.to(log);
        } catch (IOException e) {
            worker.process.destroyForcibly();
            throw e;
        }
        worker.begin();
        return worker;
    }

    /** Starts a worker that is to be handed over later; until then the first of what it writes to standard error is kept. */
    static WorkerProcess ahead(
            WorkerCommand command, Map<String, String> environment, Duration patience, Listener listener)
            throws IOException {
        WorkerProcess worker = new WorkerProcess(launch(command, environment), new WorkerLog(), patience, listener);
        worker.begin();
        return worker;
    }

    private static Process launch(WorkerCommand command, Map<String, String> environment) throws IOException {
        List<String> line = new ArrayList<>(command.command());
        line.addAll(1, WorkerOptions.jvm());
        line.addAll(1, ClassArchive.use(command.archive()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private void begin() {
        LIVING.add(this);
        logging.start();
        daemon(this::read).start();
        daemon(this::watch).start();
    }

    /**
     * Lets another one hear all that comes from now on, the end included.
     *
     * @param file gets what the worker has written to standard error and will write
     * @return false if the worker has ended already, so that it is of no use
     */
    boolean handOver(Path file, Listener next) throws IOException {
        log.to(file);
        synchronized (this) {
            if (over || !process.isAlive()) {
                return false;
            }
            listener = next;
            return true;
        }
    }

    private synchronized Listener listener() {
        return listener;
    }

    private synchronized Listener lastListener() {
        over = true;
        return listener;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        return thread;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a command and returns at once; one that comes too late is lost, and the end is told to the listener. */
    void send(Command command) {
        Language language = Language.current();
        try {
            writer.execute(() -> write(language, command));
        } catch (RejectedExecutionException e) {
            // Closed meanwhile, so nobody waits for what the command would do.
            return;
        }
    }

    /** The worker is a Java of its own, which may have been started ahead while another language was spoken; so it is told before the next command that is to be answered in a new one. */
    private void write(Language language, Command command) {
        try {
            if (language != spoken) {
                write(new Command.Speak(language));
                spoken = language;
            }
            write(command);
            commands.flush();
        } catch (IOException e) {
            // It has ended or will be found silent; whoever reads what it said last says why.
            return;
        }
    }

    private void write(Command command) throws IOException {
        commands.write(command.toJson());
        commands.write('\n');
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = boundedLine(lines); line != null; line = boundedLine(lines)) {
                lastLine = System.nanoTime();
                lastWords = line.startsWith("{") ? "" : line.strip();
                listener().line(line);
            }
        } catch (IOException e) {
            kill(tr("it could not be read: %s", String.valueOf(e.getMessage())));
        }
        String reason = reason();
        LIVING.remove(this);
        awaitLog();
        lastListener().ended(reason);
    }

    /** Whoever hears of the end looks for the reason among the last words; a child of the worker that holds its pipe open is not waited for. */
    private void awaitLog() {
        try {
            logging.join(MARGIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line, or null at the end; a worker that floods its parent is ended. */
    private @Nullable String boundedLine(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
            if (line.length() > MAX_LINE) {
                kill(tr("it wrote a line without end"));
                return null;
            }
        }
        return line.length() == 0 ? null : line.toString();
    }

    private void watch() {
        try {
            long looked = System.nanoTime();
            long silent = 0;
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                long now = System.nanoTime();
                // Whoever stops the program, by Ctrl+Z or by closing the lid, stops this thread and the worker at the
                // same time.
                long waited = Math.min(now - looked, LONGEST_LOOK.toNanos());
                silent = lastLine - looked > 0 ? 0 : silent + waited;
                looked = now;
                if (silent > patience.toNanos()) {
                    kill(tr("it was silent for %d seconds", patience.toSeconds()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the worker at once, for a reason that completes "ended unexpectedly". */
    synchronized void kill(String why) {
        killedFor = killedFor.isEmpty() ? why : killedFor;
        process.destroyForcibly();
    }

    /** How a worker is said to have ended that told nothing else. */
    static String ended(int status) {
        return tr("exit status %d", status);
    }

    private String reason() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill(tr("it closed its output but went on"));
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!killedFor.isEmpty()) {
            return tr("Layerloom ended it: %s", killedFor);
        }
        int status = process.isAlive() ? -1 : process.exitValue();
        if (status > 128) {
            return tr("signal %d", status - 128);
        }
        // A Java that cannot start says why where replies are expected.
        boolean said = !lastWords.isEmpty() && lastWords.length() <= MAX_WORDS;
        return said ? tr("exit status %d: %s", status, lastWords) : ended(status);
    }

    /** Ends the worker and returns at once: closes its input, on which it ends by itself, and its life if it does not. */
    @Override
    public void close() {
        try {
            writer.execute(this::closeInput);
        } catch (RejectedExecutionException e) {
            return;
        }
        writer.shutdown();
        daemon(this::endInTime).start();
    }

    /** This process ends, and with it all workers, each with the time that it needs. */
    private static void endAll() {
        List<WorkerProcess> living = List.copyOf(LIVING);
        living.forEach(WorkerProcess::close);
        living.forEach(WorkerProcess::endInTime);
    }

    private void closeInput() {
        try {
            commands.close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private void endInTime() {
        try {
            if (!process.waitFor(Worker.LEAVE.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
