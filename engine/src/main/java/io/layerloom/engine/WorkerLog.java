package io.layerloom.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a worker writes to its standard error: its first words are kept until there is a file for them, and all that comes later goes to that file. */
final class WorkerLog {

    /** A worker that waits for a run has said much less. */
    private static final int MOST_KEPT = 1 << 16;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Optional<OutputStream> file = Optional.empty();

    /** Names the file, which takes the place of a former one. */
    synchronized void to(Path path) throws IOException {
        OutputStream out = Files.newOutputStream(path);
        kept.writeTo(out);
        kept.reset();
        file = Optional.of(out);
    }

    /** Takes all that comes, to its end: a worker whose words nobody takes would wait for ever. */
    void take(InputStream words) {
        byte[] block = new byte[8192];
        try (words) {
            for (int length = words.read(block); length >= 0; length = words.read(block)) {
                keep(block, length);
            }
        } catch (IOException ended) {
            // The process is gone and its pipe with it; what came before is kept.
            return;
        } finally {
            close();
        }
    }

    private synchronized void keep(byte[] block, int length) {
        if (file.isEmpty()) {
            kept.write(block, 0, Math.min(length, MOST_KEPT - kept.size()));
            return;
        }
        try {
            file.get().write(block, 0, length);
        } catch (IOException full) {
            // A log is never worth a training.
            return;
        }
    }

    private synchronized void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException full) {
            return;
        }
    }
}
