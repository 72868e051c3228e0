package io.layerloom.engine;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;

/** How many threads suit a network: handing out the pieces of a small one costs more than computing them. */
final class ThreadChoice {

    /** Below so many multiply-adds in a mini-batch, one thread is the fastest. */
    private static final long WORTH_SHARING = 40_000_000;

    private ThreadChoice() {}

    static int of(int wanted, Document document, Catalog catalog) {
        if (wanted > 0) {
            return wanted;
        }
        long example = Inference.of(document.graph(), catalog).reports().values().stream()
                .mapToLong(Inference.Report::multiplyAdds)
                .sum();
        return example * document.plan().batchSize() < WORTH_SHARING ? 1 : Machine.cores();
    }
}
