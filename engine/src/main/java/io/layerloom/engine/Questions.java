package io.layerloom.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Questions to a worker that wait for their answers. */
final class Questions {

    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<float[]>> open = new ConcurrentHashMap<>();

    CompletableFuture<float[]> ask(WorkerProcess worker, Input input) {
        long id = ids.incrementAndGet();
        CompletableFuture<float[]> answer = new CompletableFuture<>();
        open.put(id, answer);
        worker.send(Command.predict(id, input));
        if (!worker.isAlive()) {
            refuse(id, "The worker has ended. Load the run again to ask it.");
        }
        return answer;
    }

    void answer(Reply reply) {
        if (reply.reply().equals(Reply.REFUSED)) {
            refuse(reply.id(), reply.message());
            return;
        }
        CompletableFuture<float[]> waiting = open.remove(reply.id());
        if (waiting != null) {
            waiting.complete(reply.values());
        }
    }

    void refuseAll(String why) {
        open.keySet().forEach(id -> refuse(id, why));
    }

    private void refuse(long id, String why) {
        CompletableFuture<float[]> waiting = open.remove(id);
        if (waiting != null) {
            waiting.completeExceptionally(new TrainingException(new RunEvent.Failed(why, "", false)));
        }
    }
}
