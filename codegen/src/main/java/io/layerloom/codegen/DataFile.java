package io.layerloom.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the training data, to be copied into the export.
 *
 * @param name its place in the folder {@code data}, with slashes between folders
 * @param content opens it; the reader closes it
 */
public record DataFile(String name, Content content) {

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** A file on this machine, under its own name. */
    public static DataFile of(Path file) {
        return new DataFile(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
    }
}
