package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Document;
import io.layerloom.graph.language.Language;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The child process in which networks train and answer: commands come in on standard input, events go out on standard output, one JSON object a line. Everything else that
 * writes to standard output is sent to standard error.
 */
public final class Worker {

    static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** How long a training may take to come to the end of its step and to save its state when the worker is to end. */
    static final Duration LEAVE = Duration.ofSeconds(10);

    private final EngineContext context;
    private final WorkerOutput out;
    private final ExecutorService work = Executors.newSingleThreadExecutor(daemon("training"));
    private final Object trainingEnds = new Object();
    private volatile RunControl control = new RunControl();
    private boolean training;
    private final Looking looking;
    private Preparation preparation = Preparation.NONE;
    private @Nullable LoadedRun loaded;

    private Worker(EngineContext context, WorkerOutput out) {
        this.context = context;
        this.looking = new Looking(context);
        this.out = out;
    }

    /**
     * Serves commands until standard input ends; answers the exit status. To be called first thing in {@code main}, before anything writes to standard output. A training that goes
     * on when the input ends or the process is told to end saves its state first.
     */
    public static int serve(EngineContext context) {
        return serve(context, StepWatch.LEAST);
    }

    /** @param least how long a step of a training may take in any case */
    static int serve(EngineContext context, Duration least) {
        CardWorker.keepToChoice();
        PrintStream real = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Worker worker = new Worker(context, new WorkerOutput(real));
        // On Ctrl+C the terminal tells every process of the program to end, this one too.
        Runtime.getRuntime().addShutdownHook(new Thread(worker::leave, "leave"));
        return worker.serve(System.in, least);
    }

    private int serve(InputStream in, Duration least) {
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(daemon("heartbeat"));
        // After a sleep of the machine, beats that were missed are not made up for.
        var ticking = beat.scheduleWithFixedDelay(() -> beat(least), 0, HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Command.fromJson(line).ifPresent(this::obey);
            }
            leave();
            return 0;
        } catch (IOException e) {
            return 1;
        } finally {
            ticking.cancel(false);
            beat.shutdownNow();
            work.shutdownNow();
        }
    }

    private void beat(Duration least) {
        try {
            out.beat();
        } catch (OutOfMemoryError full) {
            // The training has more to say about that; a process that goes on must not be taken for one that hangs.
            return;
        }
        control.steps().beat(HEARTBEAT, least).ifPresent(why -> out.reply(Reply.stuck(why)));
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void obey(Command command) {
        if (command instanceof Command.Speak speak) {
            Language.use(speak.language());
        } else if (command instanceof Command.Press press) {
            press(press.button());
        } else if (command instanceof Command.Train train) {
            setTraining(true);
            work.execute(() -> train(train));
        } else {
            work.execute(() -> doNext(command));
        }
    }

    private void press(Command.Button button) {
        switch (button) {
            case PAUSE -> control.pause();
            case RESUME -> control.resume();
            case STOP -> control.stop();
        }
    }

    private void doNext(Command command) {
        if (command instanceof Command.Question question) {
            answer(question);
        } else if (command instanceof Command.Prepare prepare) {
            prepare(prepare);
        } else if (command instanceof Command.Load load) {
            load(load);
        } else if (command instanceof Command.Expect expect) {
            expect(expect);
        } else if (command instanceof Command.Bench bench) {
            bench(bench);
        } else if (command instanceof Command.Steps steps) {
            steps(steps);
        } else if (command instanceof Command.Reporting reporting) {
            reporting(reporting);
        } else if (command instanceof Command.Look look) {
            look(look);
        } else if (command instanceof Command.Wake) {
            wake();
        }
    }

    private void setTraining(boolean begins) {
        synchronized (trainingEnds) {
            training = begins;
            trainingEnds.notifyAll();
        }
    }

    private boolean isTraining() {
        synchronized (trainingEnds) {
            return training;
        }
    }

    /** Ends a training with its state saved, and waits for that, though not for ever. */
    private void leave() {
        control.leave();
        long until = System.nanoTime() + LEAVE.toNanos();
        synchronized (trainingEnds) {
            try {
                for (long left = LEAVE.toMillis();
                        training && left > 0;
                        left = (until - System.nanoTime()) / 1_000_000) {
                    trainingEnds.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void wake() {
        out.reply(CardWorker.wake().map(why -> Reply.refused(0, why)).orElseGet(() -> Reply.of(Reply.READY)));
    }

    private void prepare(Command.Prepare command) {
        try {
            preparation = Preparation.NONE;
            preparation = Preparation.of(command.document(), command.threads(), context, this::isTraining);
            if (!isTraining()) {
                // What was tried out is not to lie about while nobody comes.
                System.gc();
            }
            out.reply(Reply.prepared(command.id()));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(command.id(), Reason.of(e)));
        }
    }

    private void train(Command.Train command) {
        try {
            Trainer trainer = new Trainer(command.spec(), context, control, out::event, command.notices(), preparation);
            Trainer.Result result = trainer.train();
            loaded = LoadedRun.of(result.built(), command.spec().document().plan(), result.encoder());
        } catch (TrainingException e) {
            loaded = null;
        } catch (IOException e) {
            out.event(new RunEvent.Failed(Reason.of(e), "", false));
        } finally {
            control = new RunControl();
            preparation = Preparation.NONE;
            setTraining(false);
        }
    }

    private void load(Command.Load command) {
        try {
            loaded = LoadedRun.of(RunFolder.at(Path.of(command.folder())), context);
            out.reply(Reply.of(Reply.READY));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, tr("The run cannot be loaded: %s", Reason.of(e))));
        }
    }

    private void answer(Command.Question question) {
        LoadedRun run = loaded;
        if (run == null) {
            out.reply(Reply.refused(question.id(), tr("There is no trained network to ask; train one first.")));
            return;
        }
        try {
            out.reply(question.answer(run));
        } catch (IOException e) {
            out.reply(Reply.refused(question.id(), Reason.of(e)));
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(question.id(), tr("The network cannot answer: %s", Reason.of(e))));
        }
    }

    private void look(Command.Look command) {
        try {
            out.reply(Reply.seen(command.id(), command.answer(looking)));
        } catch (IOException e) {
            out.reply(Reply.refused(command.id(), Reason.of(e)));
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(command.id(), tr("The layer cannot be computed: %s", Reason.of(e))));
        }
    }

    private void expect(Command.Expect command) {
        try {
            Expectations found = LoadedRun.expectations(
                    RunFolder.at(Path.of(command.folder())), context, command.examples(), command.threads());
            out.reply(new Reply(Reply.EXPECTATIONS, 0, List.of(), Json.MAPPER.writeValueAsString(found)));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, tr("The run cannot be repeated: %s", Reason.of(e))));
        }
    }

    private void bench(Command.Bench command) {
        try {
            Benchmark.Result found = BenchmarkRun.of(
                    command.document(),
                    context.catalog(),
                    command.threads(),
                    command.steps(),
                    step -> out.event(new RunEvent.Preparing(step)));
            out.reply(new Reply(Reply.MEASURED, 0, List.of(), Json.MAPPER.writeValueAsString(found)));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, tr("The network cannot be measured: %s", Reason.of(e))));
        }
    }

    private void steps(Command.Steps command) {
        try {
            List<Document> documents = command.documents();
            List<Double> seconds = new ArrayList<>();
            for (Document document : documents) {
                out.event(new RunEvent.Preparing(tr("Network %d of %d", seconds.size() + 1, documents.size())));
                seconds.add(BenchmarkRun.step(document, context.catalog()));
            }
            Benchmark.Steps found = new Benchmark.Steps(seconds);
            out.reply(new Reply(Reply.MEASURED, 0, List.of(), Json.MAPPER.writeValueAsString(found)));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, tr("The network cannot be measured: %s", Reason.of(e))));
        }
    }

    private void reporting(Command.Reporting command) {
        try {
            Path folder = Files.createTempDirectory("layerloom-reporting");
            Benchmark.Reporting found;
            try {
                found = ReportingRun.of(command.document(), context, folder, out::event, command.rounds());
            } finally {
                // Before the answer, after which nobody waits for this process.
                Rehearsal.remove(folder);
            }
            out.reply(new Reply(Reply.MEASURED, 0, List.of(), Json.MAPPER.writeValueAsString(found)));
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            out.reply(Reply.refused(0, tr("The training cannot be measured: %s", Reason.of(e))));
        }
    }
}
