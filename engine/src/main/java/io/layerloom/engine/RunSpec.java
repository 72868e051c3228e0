package io.layerloom.engine;

import io.layerloom.graph.Document;
import java.nio.file.Path;

/**
 * A run to be made.
 *
 * @param document the network and how to train it
 * @param folder where the run is kept; made if need be
 * @param threads how many threads compute; 0 lets the engine choose
 * @param resume whether to go on from the checkpoint in {@code folder}, with the document that is stored there; of {@code document} only the number of epochs counts then,
 *     which is the number to reach in all
 */
public record RunSpec(Document document, Path folder, int threads, boolean resume) {

    /** More than any machine that one person sits at has processors. */
    public static final int MOST_THREADS = 128;

    public RunSpec {
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "The number of threads must be from 0 to %d. Received: %d".formatted(MOST_THREADS, threads));
        }
    }
}
