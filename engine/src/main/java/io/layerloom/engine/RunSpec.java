package io.layerloom.engine;

import io.layerloom.graph.Document;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run to be made.
 *
 * @param document the network and how to train it
 * @param folder where the run is kept; made if need be
 * @param threads how many threads compute; 0 lets the engine choose
 * @param resume whether to go on from the checkpoint in {@code folder}, with the document that is stored there; of {@code document} only the number of epochs counts then,
 *     which is the number to reach in all
 * @param from the folder of an earlier run from whose weights training starts; a run that goes on has them already
 */
public record RunSpec(Document document, Path folder, int threads, boolean resume, Optional<Path> from) {

    /** More than any machine that one person sits at has processors. */
    public static final int MOST_THREADS = 128;

    /** A run that draws all its first weights, or goes on. */
    public RunSpec(Document document, Path folder, int threads, boolean resume) {
        this(document, folder, threads, resume, Optional.empty());
    }

    /** The same run, started from the weights of an earlier one. */
    public RunSpec from(Path earlier) {
        return new RunSpec(document, folder, threads, resume, Optional.of(earlier));
    }

    public RunSpec {
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "The number of threads must be from 0 to %d. Received: %d".formatted(MOST_THREADS, threads));
        }
    }
}
