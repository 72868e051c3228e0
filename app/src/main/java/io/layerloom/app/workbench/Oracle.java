package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Input;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.Predictor;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.kit.Restoration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A trained network that can be asked. Its worker starts with the first question, and another one after it died. */
public final class Oracle implements AutoCloseable {

    /** Said where a failure is none of those that can be foreseen; that one is shown by itself. */
    private static final String MISTAKE = later(
            "Layerloom made a mistake as it loaded what was learned. Try again, and report the details if it stays so.");

    private final EngineContext context;
    private final WorkerCommand command;
    private final Tasks tasks;
    private Optional<Seat> seat = Optional.empty();

    /** A run with the worker that answers for it, once it was asked. */
    private static final class Seat implements AutoCloseable {
        private final RunFolder run;
        private Optional<CompletableFuture<Predictor>> worker = Optional.empty();
        private boolean closed;

        Seat(RunFolder run) {
            this.run = run;
        }

        /** The worker, unless there is none or it answers no more. */
        Optional<CompletableFuture<Predictor>> answering() {
            return worker.filter(opened -> !opened.isCompletedExceptionally())
                    .filter(opened -> !opened.isDone() || opened.join().isAlive());
        }

        @Override
        public void close() {
            closed = true;
            worker.filter(opened -> opened.isDone() && !opened.isCompletedExceptionally())
                    .ifPresent(opened -> opened.join().close());
        }
    }

    /** An oracle without a network. */
    public Oracle(EngineContext context, WorkerCommand command, Tasks tasks) {
        this.context = context;
        this.command = command;
        this.tasks = tasks;
    }

    /** Takes the network of another run. */
    public void use(RunFolder other) {
        close();
        seat = Optional.of(new Seat(other));
    }

    /** Asks; a failure has a message for people. To be called on the window's thread. */
    public CompletableFuture<float[]> ask(Input input) {
        return ask(found -> found.predict(input));
    }

    /** Lets a network that foretells next tokens go on with a text, as {@link Predictor#write} says; otherwise as {@link #ask}. */
    public CompletableFuture<String> write(String beginning, int count, double temperature, long seed) {
        return ask(found -> found.write(beginning, count, temperature, seed));
    }

    /** Lets a network that restores masked tokens fill the gaps of a text, as {@link Predictor#restore} says; otherwise as {@link #ask}. */
    public CompletableFuture<List<List<Restoration.Guess>>> restore(String text, int most) {
        return ask(found -> found.restore(text, most));
    }

    /** Lets a network write the target of a source, as {@link Predictor#translate} says; otherwise as {@link #ask}. */
    public CompletableFuture<String> translate(String source) {
        return ask(found -> found.translate(source));
    }

    /** Lets a network make pictures of random codes, as {@link Predictor#generate} says; otherwise as {@link #ask}. */
    public CompletableFuture<Pictures> generate(int count, long seed) {
        return ask(found -> found.generate(count, seed));
    }

    /** Lets it make one between two, as {@link Predictor#between} says; otherwise as {@link #ask}. */
    public CompletableFuture<Pictures> between(long seed, double part) {
        return ask(found -> found.between(seed, part));
    }

    private <T> CompletableFuture<T> ask(Function<Predictor, CompletableFuture<T>> question) {
        return seat.map(asked -> asked.answering().orElseGet(() -> wake(asked)).thenCompose(question))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IOException(tr("There is no trained network to ask. Choose a run."))));
    }

    private CompletableFuture<Predictor> wake(Seat asked) {
        CompletableFuture<Predictor> opened = new CompletableFuture<>();
        asked.worker = Optional.of(opened);
        tasks.of("Loading what was learned", () -> Predictor.open(asked.run, context, command))
                .onSuccess(found -> {
                    if (asked.closed) {
                        found.close();
                    }
                    opened.complete(found);
                })
                .onFailure(IOException.class, opened::completeExceptionally)
                .onFinish(() -> opened.completeExceptionally(new IOException(tr(MISTAKE))))
                .start();
        return opened;
    }

    /** Ends the worker. */
    @Override
    public void close() {
        seat.ifPresent(Seat::close);
        seat = Optional.empty();
    }
}
