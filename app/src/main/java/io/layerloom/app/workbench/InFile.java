package io.layerloom.app.workbench;

import io.layerloom.engine.DataPaths;
import io.layerloom.graph.Document;
import io.layerloom.graph.History;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the file of a project held when it was last read or written here, and what another program has made of it since. Looks and writes on threads that may wait, one at a time. */
final class InFile {

    private static final Logger LOG = Logger.getLogger(InFile.class.getName());

    private final AtomicReference<Known> known =
            new AtomicReference<>(new Known(Optional.empty(), false, Document.EMPTY, Optional.empty()));

    /** What lies where the file of the project is. */
    sealed interface Found {
        /** What was read or written here last, be it in other words. */
        record Same() implements Found {}

        /** Nothing. */
        record Gone() implements Found {}

        /** Another project. */
        record Other(Document document, Print print) implements Found {}

        /** Something that is no project of this version, for the reason that the sentence names. */
        record Unreadable(String why, Print print) implements Found {}
    }

    /**
     * What tells one state of a file from another.
     *
     * @param key of the file on its disk, where there are such; a file that was put in the place of another has its own
     * @param hash the SHA-256 of its bytes
     */
    record Print(long size, FileTime modified, String key, String hash) {

        static Print of(Path file, BasicFileAttributes now) throws IOException {
            return new Print(now.size(), now.lastModifiedTime(), key(now), hash(file));
        }

        /** Whether the bytes need not be read. */
        boolean isOf(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime()) && key.equals(key(now));
        }

        private static String key(BasicFileAttributes of) {
            return String.valueOf(of.fileKey());
        }

        private static String hash(Path file) throws IOException {
            try (InputStream in =
                    new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
                in.transferTo(OutputStream.nullOutputStream());
                return HexFormat.of()
                        .formatHex(((DigestInputStream) in).getMessageDigest().digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /**
     * What is known of the file.
     *
     * @param newer whether a newer version wrote it
     * @param print empty until it is looked at for the first time
     */
    private record Known(Optional<Path> file, boolean newer, Document document, Optional<Print> print) {

        Known with(Print seen) {
            return new Known(file, newer, document, Optional.of(seen));
        }
    }

    /** A file that holds something else than what was last read from it or written into it. */
    static final class ChangedElsewhereException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Found found;

        ChangedElsewhereException(Found found) {
            this.found = found;
        }

        Found found() {
            return found;
        }
    }

    private Known known() {
        return Objects.requireNonNull(known.get());
    }

    /** This was read from the file of a project, or nothing where there is none. */
    void know(Projects.Place place, Document document) {
        known.set(new Known(place.opened(), place instanceof Projects.Place.Newer, document, Optional.empty()));
    }

    /** The person knows that another program left a file in this state. */
    void accept(Path file, Document document, Print print) {
        known.set(new Known(Optional.of(file), false, document, Optional.of(print)));
    }

    /** What was last read from the file of the project or written into it. */
    Document document() {
        return known().document;
    }

    /** Looks at the file of the project; one that cannot be asked counts as unchanged, and says so itself when it is written. */
    synchronized Found look(Path file) {
        Known now = known();
        if (!now.file.equals(Optional.of(file))) {
            return new Found.Same();
        }
        try {
            if (!Files.exists(file)) {
                return new Found.Gone();
            }
            BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
            return now.print.filter(seen -> seen.isOf(state)).isPresent()
                    ? new Found.Same()
                    : compare(now, file, Print.of(file, state));
        } catch (IOException unknown) {
            LOG.log(Level.INFO, file + " cannot be looked at.", unknown);
            return new Found.Same();
        }
    }

    private Found compare(Known now, Path file, Print print) {
        try {
            if (now.print.filter(seen -> seen.hash.equals(print.hash)).isPresent()) {
                known.compareAndSet(now, now.with(print));
                return new Found.Same();
            }
            ProjectFile.Opened opened = now.newer
                    ? ProjectFile.open(file)
                    : new ProjectFile.Opened(ProjectFile.read(file), ProjectFile.FORMAT);
            // With whole paths, because one file can name the same data in several ways.
            Document theirs = DataPaths.whole(opened.document(), file);
            Document mine = DataPaths.whole(DataPaths.relative(now.document, file), file);
            if (opened.isNewer() != now.newer || !ProjectFile.toJson(theirs).equals(ProjectFile.toJson(mine))) {
                return new Found.Other(theirs, print);
            }
            known.compareAndSet(now, now.with(print));
            return new Found.Same();
        } catch (ProjectFileException another) {
            return new Found.Unreadable(Tasks.sentence(another), print);
        }
    }

    /**
     * Writes a project with the steps that led to it; a file that is gone is made anew.
     *
     * @param own whether it is the file of the project, into which nothing is written over what another program made of it
     */
    synchronized Document write(History history, Path file, boolean own)
            throws ProjectFileException, ChangedElsewhereException {
        Found found = own ? look(file) : new Found.Same();
        if (found instanceof Found.Other || found instanceof Found.Unreadable) {
            throw new ChangedElsewhereException(found);
        }
        Document document = history.present();
        ProjectFile.write(DataPaths.relative(document, file), file);
        know(new Projects.Place.Saved(file), document);
        keep(history, file);
        return document;
    }

    /** Keeps the steps that led to what a file holds. */
    synchronized void keep(History history, Path file) {
        try {
            ProjectReader.historyOf(file).write(history);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The steps of " + file + " cannot be kept; the project is saved.", e);
        }
    }
}
