package io.layerloom.engine;

import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The beginning of a run that nobody hears of, up to its first step and checkpoint: what comes after it finds all code loaded, and much of it compiled. */
final class Rehearsal {

    private Rehearsal() {}

    /** Begins a run in a folder of its own, which is gone afterwards. One that fails is of no use, but the run that may come tells why better. */
    static void of(Document document, int threads, EngineContext context, Preparation preparation) {
        try {
            Path folder = Files.createTempDirectory("layerloom-rehearsal");
            try {
                RunControl control = new RunControl();
                RunSpec spec = new RunSpec(document, folder, threads, false);
                new Trainer(spec, context, control, event -> leave(event, control), List.of(), preparation).train();
            } finally {
                remove(folder);
            }
        } catch (IOException | TrainingException ended) {
            return;
        }
    }

    private static void leave(RunEvent event, RunControl control) {
        if (event instanceof RunEvent.Iteration || event instanceof RunEvent.Pretraining) {
            control.leave();
        }
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
