package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Waiting;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** How fast a network trains and predicts in a worker, as a run would have it: the same process, environment and code. */
public final class Benchmark {

    private Benchmark() {}

    /**
     * What was measured, per mini-batch.
     *
     * @param threads how many computed
     * @param threadMillis what a step took with the numbers of threads that were tried; empty if the number was given
     * @param waiting how they waited for each other
     * @param trainMillis time for a step of training; the whole steps, from features to changed weights and a loss
     * @param trainCpuMillis processor time of all threads for the same
     * @param inferMillis time for a prediction, the answer in Java's memory
     * @param fallback why DL4J computed, as a sentence; empty if it did not
     */
    public record Result(
            int batch,
            int threads,
            Map<Integer, Double> threadMillis,
            Waiting waiting,
            double trainMillis,
            double trainCpuMillis,
            double inferMillis,
            String fallback) {
        public Result {
            threadMillis = Map.copyOf(threadMillis);
        }
    }

    /**
     * What a run pays for telling how it goes.
     *
     * @param threads how many computed
     * @param stepCpuMillis processor time of all threads for a step without it
     * @param eventsPercent what the accuracy of each mini-batch and the events for charts and list of runs add to that
     * @param eventsWallPercent the same on the clock, which other programs disturb
     * @param checkpointMillis what a checkpoint takes on the clock
     * @param checkpointsPercent what they take of the whole time, as often as they are written
     */
    public record Reporting(
            int threads,
            double stepCpuMillis,
            double eventsPercent,
            double eventsWallPercent,
            double checkpointMillis,
            double checkpointsPercent) {}

    /**
     * What a step of training takes.
     *
     * @param seconds for a mini-batch of each network that was asked for, in their order
     */
    public record Steps(List<Double> seconds) {
        public Steps {
            seconds = List.copyOf(seconds);
        }
    }

    /**
     * Measures a network on numbers made up for it, in mini-batches of the plan's size.
     *
     * @param threads how many compute; 0 lets the engine choose
     * @param steps how many steps are timed, behind some that are not
     * @param told gets in a few words what is done now, on a thread of the engine
     * @return completed exceptionally with a {@link TrainingException} whose message is one sentence, if it cannot be measured
     */
    public static CompletableFuture<Result> of(
            Document document,
            EngineContext context,
            WorkerCommand command,
            int threads,
            int steps,
            Consumer<String> told)
            throws IOException {
        int wanted = threads > 0 ? threads : ThreadChoice.of(document, context.catalog());
        return ask(command, wanted, Command.Bench.of(document, threads, steps), Result.class, Optional.of(told));
    }

    /**
     * Measures what a run of a document pays for telling how it goes.
     *
     * @param rounds how many blocks of steps there are with it, and as many without
     * @return completed exceptionally as that of {@link #of} is
     */
    public static CompletableFuture<Reporting> ofReporting(
            Document document, EngineContext context, WorkerCommand command, int rounds) throws IOException {
        int threads = ThreadChoice.of(document, context.catalog());
        return ask(command, threads, Command.Reporting.of(document, rounds), Reporting.class, Optional.empty());
    }

    /**
     * Measures roughly what a step of each of some small networks takes, in mini-batches of its plan's size, one after the other in one process: about three seconds each.
     *
     * @param told gets in a few words which one is measured now, on a thread of the engine
     * @return completed exceptionally as that of {@link #of} is; cancelled, it ends the process
     */
    public static CompletableFuture<Steps> ofSteps(
            List<Document> documents, WorkerCommand command, Consumer<String> told) throws IOException {
        return ask(command, Machine.cores(), Command.Steps.of(documents), Steps.class, Optional.of(told));
    }

    private static <T> CompletableFuture<T> ask(
            WorkerCommand command, int threads, Command what, Class<T> type, Optional<Consumer<String>> told)
            throws IOException {
        Path log = Files.createTempFile("layerloom-bench", ".log");
        CompletableFuture<T> result = new CompletableFuture<>();
        WorkerProcess worker = WorkerProcess.start(
                command, WorkerOptions.environment(threads), log, WorkerRun.PATIENCE, new Ear<>(result, type, told));
        worker.send(what);
        // Not what this gives is handed out: cancelling that would leave the worker at work.
        var unused = result.whenComplete((found, failure) -> {
            worker.close();
            log.toFile().deleteOnExit();
        });
        return result;
    }

    /** {@code told} is empty where the worker tells the events of a run, which are only made to be measured. */
    private record Ear<T>(CompletableFuture<T> result, Class<T> type, Optional<Consumer<String>> told)
            implements WorkerProcess.Listener {

        @Override
        public void line(String line) {
            Reply.fromJson(line).ifPresentOrElse(this::take, () -> told.ifPresent(ear -> tell(line, ear)));
        }

        private void take(Reply reply) {
            if (reply.reply().equals(Reply.MEASURED)) {
                result.complete(Json.MAPPER.readValue(reply.message(), type));
            } else if (reply.reply().equals(Reply.REFUSED)) {
                refuse(reply.message());
            }
        }

        private static void tell(String line, Consumer<String> ear) {
            if (RunEvents.fromJson(line).orElse(null) instanceof RunEvent.Preparing preparing) {
                ear.accept(preparing.step());
            }
        }

        @Override
        public void ended(String reason) {
            refuse(tr("The worker ended unexpectedly (%s).", reason));
        }

        private void refuse(String why) {
            result.completeExceptionally(new TrainingException(new RunEvent.Failed(why, "", false)));
        }
    }
}
