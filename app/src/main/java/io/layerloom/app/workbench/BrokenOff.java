package io.layerloom.app.workbench;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.util.List;

/** A run that ended before its plan did: what it trained, and what it told up to its last checkpoint. */
record BrokenOff(Document document, List<RunEvent> told) {

    static BrokenOff of(RunFolder run) throws IOException {
        List<RunEvent> all = run.metrics();
        int kept = all.stream()
                .filter(RunEvent.CheckpointSaved.class::isInstance)
                .mapToInt(event -> ((RunEvent.CheckpointSaved) event).iteration())
                .max()
                .orElse(0);
        return new BrokenOff(
                run.document(),
                all.stream().filter(event -> iteration(event) <= kept).toList());
    }

    private static int iteration(RunEvent event) {
        if (event instanceof RunEvent.Iteration done) {
            return done.iteration();
        }
        return event instanceof RunEvent.EpochEnd end ? end.iteration() : Integer.MAX_VALUE;
    }
}
