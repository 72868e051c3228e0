package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Where the unsaved changes to one project lie: beside it, in a hidden file whose name tells the process that wrote it: its number, when it began and on which machine,
 * because after a restart, and in a container, the same number is given to others. What a living process of this machine wrote is its own affair; anything else is work that
 * would be lost.
 *
 * @param folder where it lies
 * @param stem the name of the project
 */
record JournalFile(Path folder, String stem) {

    private static final Logger LOG = Logger.getLogger(JournalFile.class.getName());
    private static final String ENDING = ".journal";
    private static final String HOST = host();
    private static final String OWNER =
            "%d-%d-%s".formatted(ProcessHandle.current().pid(), began(ProcessHandle.current()), HOST);

    /** Two readings of when one process began differ by what the clock was set in between; two processes of one number are further apart. */
    private static final long SAME_START_MILLIS = 5_000;

    /** The journal of a project that has a file. */
    static JournalFile of(Path project) {
        Path whole = project.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return new JournalFile(parent == null ? whole : parent, String.valueOf(whole.getFileName()));
    }

    /** The file of this process. */
    Path mine() {
        return folder.resolve("." + stem + "." + OWNER + ENDING);
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

    /** The projects of which a process that is no more left something in a folder, by their names. */
    static List<JournalFile> allLeft(Path folder) {
        return orphans(folder, "([A-Za-z0-9_-]{1,100})").stream()
                .map(file -> String.valueOf(file.getFileName()).split("\\.", 3)[1])
                .distinct()
                .sorted()
                .map(name -> new JournalFile(folder, name))
                .toList();
    }

    /** All that processes left which are no more. */
    List<Path> orphans() {
        return orphans(folder, "(" + Pattern.quote(stem) + ")");
    }

    /** What was left before that holds the same: it went on from there. Anything else is work of its own, and offered at the next start. */
    List<Path> likewise(Path left, Document document) {
        return orphans().stream()
                .filter(file -> age(file) <= age(left) && holds(file, document))
                .toList();
    }

    /** The same of a file that may not be readable. */
    List<Path> alike(Path left) {
        try {
            return likewise(left, ProjectFile.read(left));
        } catch (ProjectFileException unreadable) {
            return List.of();
        }
    }

    private static boolean holds(Path file, Document document) {
        try {
            return ProjectFile.read(file).equals(document);
        } catch (ProjectFileException unreadable) {
            return false;
        }
    }

    private static List<Path> orphans(Path folder, String stem) {
        Pattern name = Pattern.compile(
                "\\." + stem + "\\.(\\d{1,18})-(\\d{1,18})-([A-Za-z0-9_]{1,32})" + Pattern.quote(ENDING));
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
                && !(matcher.group(4).equals(HOST)
                        && lives(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))));
    }

    private static boolean lives(long process, long start) {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(alive -> Math.abs(began(alive) - start) <= SAME_START_MILLIS)
                .isPresent();
    }

    /** When a process began, in milliseconds since 1970; 0 where the system does not tell. */
    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The name of this machine as the system keeps it; asking the network for it could take seconds. */
    private static String host() {
        String name = System.getenv().getOrDefault("COMPUTERNAME", "");
        Path kept = Path.of("/proc/sys/kernel/hostname");
        if (name.isEmpty() && Files.isReadable(kept)) {
            try {
                name = Files.readString(kept);
            } catch (IOException e) {
                LOG.log(Level.FINE, "This machine does not tell its name.", e);
            }
        }
        String plain = name.strip().replaceAll("[^A-Za-z0-9]", "_");
        return plain.isEmpty() ? "local" : plain.substring(0, Math.min(32, plain.length()));
    }

    /** When a journal was written, in words that tell it from another: 29 November, 16:04. */
    static String written(Path file) {
        return DateTimeFormatter.ofPattern(
                        tr("d MMMM, HH:mm"), Language.current().locale())
                .format(Instant.ofEpochMilli(age(file)).atZone(ZoneId.systemDefault()));
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
