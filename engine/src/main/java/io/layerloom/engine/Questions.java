package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Restoration;
import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Questions to a worker that wait for their answers. */
final class Questions {

    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<Reply>> open = new ConcurrentHashMap<>();

    CompletableFuture<float[]> ask(WorkerProcess worker, Input input) {
        return send(worker, id -> Command.Predict.of(id, input)).thenApply(Reply::values);
    }

    CompletableFuture<String> write(WorkerProcess worker, String beginning, int count, double temperature, long seed) {
        return send(worker, id -> new Command.Write(id, beginning, count, temperature, seed))
                .thenApply(Reply::message);
    }

    CompletableFuture<List<List<Restoration.Guess>>> restore(WorkerProcess worker, String text, int most) {
        return send(worker, id -> new Command.Restore(id, text, most)).thenApply(Reply::guesses);
    }

    CompletableFuture<String> translate(WorkerProcess worker, String source) {
        return send(worker, id -> new Command.Translate(id, source)).thenApply(Reply::message);
    }

    CompletableFuture<Pictures> generate(WorkerProcess worker, int count, long seed) {
        return send(worker, id -> new Command.Generate(id, count, seed)).thenApply(Reply::pictures);
    }

    CompletableFuture<Pictures> between(WorkerProcess worker, long seed, double part) {
        return send(worker, id -> new Command.Between(id, seed, part)).thenApply(Reply::pictures);
    }

    CompletableFuture<LayerOutput> look(
            WorkerProcess worker,
            Document document,
            List<NodeId> path,
            int example,
            float[] own,
            Optional<Path> weights) {
        return send(worker, id -> Command.Look.of(id, document, path, example, own, weights))
                .thenApply(Reply::layerOutput);
    }

    private CompletableFuture<Reply> send(WorkerProcess worker, LongFunction<Command> question) {
        long id = ids.incrementAndGet();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        open.put(id, answer);
        worker.send(question.apply(id));
        if (!worker.isAlive()) {
            refuse(id, tr("The worker has ended. Load the run again to ask it."));
        }
        return answer;
    }

    void answer(Reply reply) {
        if (reply.reply().equals(Reply.REFUSED)) {
            refuse(reply.id(), reply.message());
            return;
        }
        CompletableFuture<Reply> waiting = open.remove(reply.id());
        if (waiting != null) {
            waiting.complete(reply);
        }
    }

    void refuseAll(String why) {
        open.keySet().forEach(id -> refuse(id, why));
    }

    private void refuse(long id, String why) {
        CompletableFuture<Reply> waiting = open.remove(id);
        if (waiting != null) {
            waiting.completeExceptionally(new TrainingException(new RunEvent.Failed(why, "", false)));
        }
    }
}
