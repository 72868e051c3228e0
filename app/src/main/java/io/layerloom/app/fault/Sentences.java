package io.layerloom.app.fault;

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
            return "There is not enough memory: Layerloom may use %,d MB. Close what you do not need, or give it more by LAYERLOOM_OPTS=-Xmx4g."
                    .formatted(Runtime.getRuntime().maxMemory() >> 20);
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String of(FileSystemException failure) {
        String path = failure.getFile();
        String other = failure.getOtherFile() == null ? path : failure.getOtherFile();
        if (failure instanceof NoSuchFileException) {
            return failure.getReason() == null
                    ? path + " does not exist, or its folder cannot be made; choose another place."
                    : path + " " + failure.getReason() + ".";
        }
        if (failure instanceof AccessDeniedException) {
            return "There is no permission to write or read " + path
                    + "; choose another place, or change its permissions.";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return other + " exists already; choose another name.";
        }
        if (failure instanceof NotDirectoryException) {
            return path + " is a file, not a folder; choose a folder.";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return other + " holds other files; choose an empty or a new folder.";
        }
        return path + " cannot be written or read"
                + (failure.getReason() == null ? "." : ": " + failure.getReason() + ".");
    }
}
