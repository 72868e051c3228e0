package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Restoration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A trained network that answers questions, in a worker of its own. Thread-safe; questions are answered in order. */
public final class Predictor implements AutoCloseable, WorkerProcess.Listener {

    private final Questions questions = new Questions();
    private final WorkerProcess process;
    private final CompletableFuture<Expectations> expectations = new CompletableFuture<>();
    /** Why every question is refused; empty as long as there may be answers. */
    private volatile String refusal = "";

    private Predictor(RunFolder run, WorkerCommand command, int threads) throws IOException {
        process = WorkerProcess.start(
                command,
                WorkerOptions.environment(threads, run.provenance().environment()),
                run.path().resolve(RunFolder.PREDICTOR_LOG),
                WorkerRun.PATIENCE,
                this);
    }

    /** Starts a worker that loads a run; it is ready when the first answer comes. */
    public static Predictor open(RunFolder run, EngineContext context, WorkerCommand command) throws IOException {
        int threads = ThreadChoice.of(run.document(), context.catalog());
        Predictor predictor = new Predictor(run, command, threads);
        predictor.process.send(Command.Load.of(run, threads));
        return predictor;
    }

    /**
     * What an export of a run must reproduce bit for bit: computed in a worker with the run's number of threads. Trains one epoch, so it takes as long as that.
     *
     * @param examples how many of the first test examples are to be predicted
     * @return completed exceptionally with a {@link TrainingException} whose message is one sentence, if the run cannot be repeated
     */
    public static CompletableFuture<Expectations> expectations(RunFolder run, WorkerCommand command, int examples)
            throws IOException {
        int threads = run.provenance().threads();
        Predictor worker = new Predictor(run, command, threads);
        worker.process.send(Command.Expect.of(run, threads, examples));
        return worker.expectations.whenComplete((found, failure) -> worker.close());
    }

    /**
     * The output of the network for one example: a probability per class, a single probability, the predicted numbers, the objects on a picture as {@link Found#of(float[])} reads them, or the class of each pixel as {@link Mask#of(int, int, float[])} does.
     *
     * @return completed exceptionally with a {@link TrainingException} whose message is one sentence, if the input does not fit or the worker is gone
     */
    public CompletableFuture<float[]> predict(Input input) {
        return unlessRefused(questions.ask(process, input));
    }

    /**
     * How a network that foretells next tokens goes on from a beginning.
     *
     * @param count how many characters or words more
     * @param temperature 0 always takes the likeliest, 1 draws as the network foretells
     * @return completed exceptionally as {@link #predict} is
     */
    public CompletableFuture<String> write(String beginning, int count, double temperature, long seed) {
        return unlessRefused(questions.write(process, beginning, count, temperature, seed));
    }

    /**
     * What a network that restores masked tokens puts into the gaps of a text: for each, from front to back, the likeliest tokens first.
     *
     * @param text with {@link io.layerloom.engine.kit.Vocabulary#MASK_SIGN} in each gap
     * @param most how many guesses for a gap
     * @return completed exceptionally as {@link #predict} is
     */
    public CompletableFuture<List<List<Restoration.Guess>>> restore(String text, int most) {
        return unlessRefused(questions.restore(process, text, most));
    }

    /**
     * The target that a network writes for a source.
     *
     * @return completed exceptionally as {@link #predict} is
     */
    public CompletableFuture<String> translate(String source) {
        return unlessRefused(questions.translate(process, source));
    }

    /**
     * What a network makes of random codes.
     *
     * @param seed that the codes follow from
     * @return completed exceptionally as {@link #predict} is
     */
    public CompletableFuture<Pictures> generate(int count, long seed) {
        return unlessRefused(questions.generate(process, count, seed));
    }

    /**
     * What it makes of a code on the way from the first of a seed (0) to the second (1).
     *
     * @return one picture; completed exceptionally as {@link #predict} is
     */
    public CompletableFuture<Pictures> between(long seed, double part) {
        return unlessRefused(questions.between(process, seed, part));
    }

    /** A question that came after the refusal is refused as those before it were. */
    private <T> CompletableFuture<T> unlessRefused(CompletableFuture<T> answer) {
        if (!refusal.isEmpty()) {
            questions.refuseAll(refusal);
        }
        return answer;
    }

    /** Whether it may answer: its worker lives and did not fail to load the run. */
    public boolean isAlive() {
        return refusal.isEmpty() && process.isAlive();
    }

    @Override
    public void line(String line) {
        Reply.fromJson(line).ifPresent(this::take);
    }

    private void take(Reply reply) {
        if (reply.reply().equals(Reply.EXPECTATIONS)) {
            expectations.complete(Json.MAPPER.readValue(reply.message(), Expectations.class));
        } else if (reply.reply().equals(Reply.REFUSED) && reply.id() == 0) {
            refuse(reply.message());
            close();
        } else {
            questions.answer(reply);
        }
    }

    @Override
    public void ended(String reason) {
        refuse(tr("The worker ended unexpectedly (%s). Load the run again to ask it.", reason));
    }

    /** The first reason stays: a worker that could not load its run is ended, and its end would tell nothing more. */
    private synchronized void refuse(String why) {
        refusal = refusal.isEmpty() ? why : refusal;
        expectations.completeExceptionally(new TrainingException(new RunEvent.Failed(refusal, "", false)));
        questions.refuseAll(refusal);
    }

    /** Ends the worker. */
    @Override
    public void close() {
        process.close();
    }
}
