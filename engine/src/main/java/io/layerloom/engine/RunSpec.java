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
    public RunSpec {
        if (threads < 0) {
            throw new IllegalArgumentException("The number of threads cannot be negative. Received: " + threads);
        }
    }
}
