package io.layerloom.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentencesTest {

    @TempDir
    Path folder;

    @Test
    void aPathIsNeverAllThatIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(said(() -> Files.createDirectory(folder.resolve("no/where"))))
                .contains("does not exist");
        assertThat(said(() -> Files.createDirectory(file))).contains("exists already");
        assertThat(said(() -> Files.createDirectories(file.resolve("below")))).contains("cannot be written");
        assertThat(Sentences.of(new FileSystemException("big", null, "No space left on device")))
                .isEqualTo("big cannot be written or read: No space left on device.");
        assertThat(Sentences.of(new IOException())).isEqualTo("IOException");
    }

    private static String said(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return Sentences.of(catchThrowable(work));
    }
}
