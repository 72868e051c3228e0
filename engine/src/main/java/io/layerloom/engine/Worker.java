package io.layerloom.engine;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The child process in which networks train and answer: commands come in on standard input, events go out on standard output, one JSON object a line. Everything else that
 * writes to standard output is sent to standard error.
 */
public final class Worker {

    static final int HEARTBEAT_SECONDS = 2;

    private final EngineContext context;
    private final WorkerOutput out;
    private volatile RunControl control = new RunControl();
    private @Nullable LoadedRun loaded;

    private Worker(EngineContext context, WorkerOutput out) {
        this.context = context;
        this.out = out;
    }

    /** Serves commands until standard input ends; answers the exit status. To be called first thing in {@code main}, before anything writes to standard output. */
    public static int serve(EngineContext context) {
        PrintStream real = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        return serve(context, System.in, real);
    }

    static int serve(EngineContext context, InputStream in, PrintStream real) {
        WorkerOutput out = new WorkerOutput(real);
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(daemon("heartbeat"));
        ExecutorService work = Executors.newSingleThreadExecutor(daemon("training"));
        var ticking = beat.scheduleAtFixedRate(out::beat, 0, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Worker worker = new Worker(context, out);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Command> command = Command.fromJson(line);
                command.ifPresent(known -> worker.obey(known, work));
            }
            return 0;
        } catch (IOException e) {
            return 1;
        } finally {
            ticking.cancel(false);
            beat.shutdownNow();
            work.shutdownNow();
        }
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void obey(Command command, ExecutorService work) {
        switch (command.name()) {
            case PAUSE -> control.pause();
            case RESUME -> control.resume();
            case STOP -> control.stop();
            case TRAIN -> work.execute(() -> train(command));
            case LOAD -> work.execute(() -> load(command));
            case PREDICT -> work.execute(() -> predict(command));
            case EXPECT -> work.execute(() -> expect(command));
        }
    }

    private void train(Command command) {
        Path folder = Path.of(command.folder());
        try {
            RunSpec spec = new RunSpec(RunFolder.at(folder).document(), folder, command.threads(), command.resume());
            Trainer.Result result = new Trainer(spec, context, control, out::event).train();
            loaded = new LoadedRun(result.built(), result.encoder());
        } catch (TrainingException e) {
            loaded = null;
        } catch (IOException e) {
            out.event(new RunEvent.Failed(String.valueOf(e.getMessage()), "", false));
        }
        control = new RunControl();
    }

    private void load(Command command) {
        try {
            loaded = LoadedRun.of(RunFolder.at(Path.of(command.folder())), context);
            out.reply(Reply.of(Reply.READY));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, "The run cannot be loaded: " + e.getMessage()));
        }
    }

    private void predict(Command command) {
        LoadedRun run = loaded;
        if (run == null) {
            out.reply(Reply.refused(command.id(), "There is no trained network to ask; train one first."));
            return;
        }
        try {
            out.reply(Reply.output(command.id(), run.predict(command.input())));
        } catch (IOException e) {
            out.reply(Reply.refused(command.id(), String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(command.id(), "The network cannot answer: " + e.getMessage()));
        }
    }

    private void expect(Command command) {
        try {
            Expectations found = LoadedRun.expectations(
                    RunFolder.at(Path.of(command.folder())), context, command.examples(), command.threads());
            out.reply(new Reply(Reply.EXPECTATIONS, 0, java.util.List.of(), Json.MAPPER.writeValueAsString(found)));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, "The run cannot be repeated: " + e.getMessage()));
        }
    }
}
