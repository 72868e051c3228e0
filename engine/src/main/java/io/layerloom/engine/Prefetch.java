package io.layerloom.engine;

import io.layerloom.engine.kit.Batches;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Puts the next mini-batch together while the current one is trained on. */
final class Prefetch implements AutoCloseable {

    private final Batches batches;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "batches");
        thread.setDaemon(true);
        return thread;
    });
    private int at;
    private CompletableFuture<MultiDataSet> next;

    /** Begins with the mini-batch {@code first}. */
    Prefetch(Batches batches, int first) {
        this.batches = batches;
        this.at = first;
        this.next = request(first);
    }

    private CompletableFuture<MultiDataSet> request(int batch) {
        return batch < batches.count()
                ? CompletableFuture.supplyAsync(() -> batches.get(batch), worker)
                : CompletableFuture.completedFuture(new MultiDataSet());
    }

    /** The next mini-batch. */
    MultiDataSet take() {
        MultiDataSet taken = next.join();
        next = request(++at);
        return taken;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
