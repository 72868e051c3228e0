package io.layerloom.engine.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Outputs of {@code nvidia-smi} in test resources: a line {@code status N} with its exit status, then what it wrote. */
final class Recorded {

    private Recorded() {}

    static SmiOutput output(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream(name + ".txt")) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new SmiOutput(Integer.parseInt(parts[0].substring("status ".length())), parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
