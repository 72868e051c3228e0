package io.layerloom.app.fault;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Reason;
import io.layerloom.engine.kit.DataException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** One sentence for each failure. Those of Java about files say no more than a path, so the rest is put in here. */
public final class Sentences {

    private Sentences() {}

    /** What went wrong; the name of the failure where it says nothing itself. */
    public static String of(Throwable failure) {
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return of(file);
        }
        Throwable cause = failure.getCause();
        if (failure instanceof UncheckedIOException && cause != null) {
            return of(cause);
        }
        if (failure instanceof OutOfMemoryError) {
            return tr(
                    "There is not enough memory: Layerloom may use %,d MB. Close what you do not need, or give it more by LAYERLOOM_OPTS=-Xmx4g.",
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        if (failure instanceof DataException) {
            return Reason.of(failure);
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String of(FileSystemException failure) {
        String path = failure.getFile();
        String other = failure.getOtherFile() == null ? path : failure.getOtherFile();
        if (failure instanceof NoSuchFileException) {
            return failure.getReason() == null
                    ? tr("%s does not exist, or its folder cannot be made; choose another place.", path)
                    : tr("%s %s.", path, failure.getReason());
        }
        if (failure instanceof AccessDeniedException) {
            return tr(
                    "There is no permission to write or read %s; choose another place, or change its permissions.",
                    path);
        }
        if (failure instanceof FileAlreadyExistsException) {
            return tr("%s exists already; choose another name.", other);
        }
        if (failure instanceof NotDirectoryException) {
            return tr("%s is a file, not a folder; choose a folder.", path);
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return tr("%s holds other files; choose an empty or a new folder.", other);
        }
        return failure.getReason() == null
                ? tr("%s cannot be written or read.", path)
                : tr("%s cannot be written or read: %s.", path, failure.getReason());
    }
}
