package io.layerloom.app.workbench;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Where the unsaved changes to one project lie: beside it, in a hidden file whose name tells the process that wrote it. What a living process wrote is its own affair; what a
 * dead one left is work that would be lost.
 *
 * @param folder where it lies
 * @param stem the name of the project
 */
record JournalFile(Path folder, String stem) {

    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    private static final String ENDING = ".journal";

    /** The journal of a project that has a file. */
    static JournalFile of(Path project) {
        Path whole = project.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return new JournalFile(parent == null ? whole : parent, String.valueOf(whole.getFileName()));
    }

    /** The file of this process. */
    Path mine() {
        return file(ProcessHandle.current().pid());
    }

    private Path file(long process) {
        return folder.resolve("." + stem + "." + process + ENDING);
    }

    /** Writes a document as the one to bring back. */
    void write(Document document) throws IOException {
        Files.createDirectories(folder);
        ProjectFile.write(document, mine());
    }

    /** The newest file that a process left which is no more. */
    Optional<Path> left() {
        return orphans().stream().max(Comparator.comparing(JournalFile::age));
    }

    /** Removes what this process and dead ones wrote. */
    void clear() {
        delete(mine());
        orphans().forEach(JournalFile::delete);
    }

    private List<Path> orphans() {
        Pattern name = Pattern.compile(Pattern.quote("." + stem + ".") + "(\\d{1,18})" + Pattern.quote(ENDING));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isDead(name, file))) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The folder " + folder + " cannot be searched for unsaved changes.", e);
            return List.of();
        }
    }

    private static boolean isDead(Pattern name, Path file) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        return matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0; // it went away in the meantime
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The journal " + file + " cannot be deleted.", e);
        }
    }
}
