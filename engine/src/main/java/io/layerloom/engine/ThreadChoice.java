package io.layerloom.engine;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import java.io.IOException;

/** How many threads suit a network, as far as that can be told without trying: handing out the pieces of a small one costs more than computing them. */
final class ThreadChoice {

    /** Below so many multiply-adds in a mini-batch, one thread is the fastest. */
    private static final long WORTH_SHARING = 40_000_000;

    private ThreadChoice() {}

    /**
     * For the environment of a run: as many as are wanted, or as a run that goes on had before, since other numbers of threads give other last bits. Where more than one number was tried before it
     * began, the environment had named another than that which was taken.
     */
    static int of(RunSpec spec, Catalog catalog) throws IOException {
        if (spec.threads() > 0) {
            return spec.threads();
        }
        if (!spec.resume()) {
            return of(spec.document(), catalog);
        }
        RunFolder run = RunFolder.open(spec.folder());
        Provenance before = run.provenance();
        return before.threadMillis().isEmpty() ? before.threads() : of(run.document(), catalog);
    }

    /** For a network. */
    static int of(Document document, Catalog catalog) {
        return of(document, Inference.of(document.graph(), catalog));
    }

    /** For a network whose shapes are known. */
    static int of(Document document, Inference inference) {
        return multiplyAdds(document, inference) < WORTH_SHARING ? 1 : Machine.cores();
    }

    /** What a mini-batch costs forward. */
    static long multiplyAdds(Document document, Inference inference) {
        long example = inference.reports().values().stream()
                .mapToLong(Inference.Report::multiplyAdds)
                .sum();
        return example * document.plan().batchSize();
    }
}
