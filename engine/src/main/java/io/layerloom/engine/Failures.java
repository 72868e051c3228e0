package io.layerloom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Notes in a run's folder that it broke off; done by whoever survives. */
final class Failures {

    private Failures() {}

    static void record(RunFolder run, RunEvent.Failed event) {
        record(run, event, Provenance.State.FAILED);
    }

    /** Likewise, with what the run counts as from now on. */
    static void record(RunFolder run, RunEvent.Failed event, Provenance.State state) {
        try {
            if (Files.isRegularFile(run.path().resolve(RunFolder.PROVENANCE))) {
                Json.write(run.provenance().with(state), run.path().resolve(RunFolder.PROVENANCE));
                append(run.path().resolve(RunFolder.METRICS), event);
            }
        } catch (IOException e) {
            System.getLogger(Failures.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The failure could not be noted in " + run + ": " + e.getMessage());
        }
    }

    /** Begins a line of its own, because the one before may have been cut off. */
    private static void append(Path metrics, RunEvent event) throws IOException {
        String line = RunEvents.toJson(event) + "\n";
        boolean cutOff = Files.isRegularFile(metrics) && !endsWithLineEnd(metrics);
        Files.writeString(metrics, cutOff ? "\n" + line : line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static boolean endsWithLineEnd(Path file) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(file)) {
            var last = java.nio.ByteBuffer.allocate(1);
            return channel.size() == 0 || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
        }
    }
}
