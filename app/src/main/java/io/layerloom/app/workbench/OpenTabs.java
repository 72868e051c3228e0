package io.layerloom.app.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Notes which projects are open, in a file that goes away when the window is closed: what a process noted that is no more was open when it ended. One line is one project. */
public final class OpenTabs {

    private static final Logger LOG = Logger.getLogger(OpenTabs.class.getName());

    /** What a line begins with that names a project without a file. */
    private static final String KEPT = "kept:";

    private final JournalFile file;
    private List<Projects.Place> noted = List.of();

    /** Notes in a folder, which need not exist. */
    public OpenTabs(Path folder) {
        this.file = new JournalFile(folder, "tabs");
    }

    /** Notes that these projects are open now, in this order; a few lines, so it is done at once. */
    public void note(List<Projects.Place> places) {
        if (noted.equals(places)) {
            return;
        }
        noted = List.copyOf(places);
        try {
            Files.createDirectories(file.folder());
            Files.write(
                    file.mine(),
                    places.stream().flatMap(place -> line(place).stream()).toList(),
                    StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The open projects cannot be noted.", unwritable);
        }
    }

    private static Optional<String> line(Projects.Place place) {
        return place.opened()
                .map(path -> path.toUri().toString())
                .or(() -> place.keptAs().map(name -> KEPT + name));
    }

    /** What was open when a process ended that is no more; empty if all were closed on purpose. */
    public List<Projects.Place> left() {
        return file.left().map(OpenTabs::read).orElse(List.of());
    }

    private static List<Projects.Place> read(Path left) {
        try (Stream<String> lines = Files.lines(left, StandardCharsets.UTF_8)) {
            return lines.flatMap(line -> place(line).stream()).distinct().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.log(Level.WARNING, "It cannot be read which projects were open.", unreadable);
            return List.of();
        }
    }

    private static Optional<Projects.Place> place(String line) {
        try {
            return Optional.of(
                    line.startsWith(KEPT)
                            ? Projects.Place.keptAs(line.substring(KEPT.length()))
                            : new Projects.Place.Saved(Path.of(URI.create(line))));
        } catch (IllegalArgumentException | FileSystemNotFoundException strange) {
            LOG.log(Level.WARNING, "This names no project: " + line, strange);
            return Optional.empty();
        }
    }

    /** What was left is known now, and not told again. */
    public void forget() {
        file.orphans().forEach(JournalFile::delete);
    }

    /** All are closed on purpose. */
    public void close() {
        JournalFile.delete(file.mine());
    }
}
