package io.layerloom.codegen;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of an export. It holds a list of what the export wrote, with the SHA-256 of each file, in the form of {@code sha256sum}: a later export takes the place of just these
 * files, and never touches what a person put beside them or changed.
 */
final class ExportFolder {

    /** The list of files. */
    static final String LIST = "export.sha256";

    private static final int HASH = 64;

    private final Path folder;
    /** The hashes that each file of the export may have, by its place; two while one export takes the place of another. */
    private final Map<String, Set<String>> written;

    private ExportFolder(Path folder, Map<String, Set<String>> written) {
        this.folder = folder;
        this.written = written;
    }

    /**
     * A folder to export into, which need not be there.
     *
     * @throws IOException with a sentence for people if it holds something else than an export, or one that a person has changed
     */
    static ExportFolder free(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return new ExportFolder(folder, Map.of());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        if (Files.isRegularFile(folder.resolve(LIST))) {
            ExportFolder earlier = of(folder);
            earlier.requireUnchanged();
            return earlier;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IOException(tr("The folder %s holds other files. Choose an empty or a new one.", folder));
            }
        }
        return new ExportFolder(folder, Map.of());
    }

    /** What an export into it would do to what lies there, as a sentence. */
    String foretold() {
        if (!Files.exists(folder)) {
            return tr("The folder is made new.");
        }
        return written.isEmpty()
                ? tr("The folder is empty.")
                : plural(
                        written.size(),
                        "The folder holds an earlier export: its %,d file gives way to the new ones. Nothing else there is touched.",
                        "The folder holds an earlier export: its %,d files give way to the new ones. Nothing else there is touched.");
    }

    /** The folder of an export that was written. */
    static ExportFolder of(Path folder) throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                if (line.length() > HASH + 2 && isBelow(folder, line.substring(HASH + 2))) {
                    written.computeIfAbsent(line.substring(HASH + 2), place -> new TreeSet<>())
                            .add(line.substring(0, HASH));
                }
            }
        }
        return new ExportFolder(folder, written);
    }

    /** A list may come from a stranger; it cannot name files elsewhere. */
    private static boolean isBelow(Path folder, String place) {
        Path inside = folder.resolve(place).normalize();
        return inside.startsWith(folder.normalize()) && !inside.equals(folder.normalize());
    }

    private void requireUnchanged() throws IOException {
        List<String> changed = new ArrayList<>();
        for (String place : written.keySet()) {
            if (Files.exists(folder.resolve(place)) && !holdsAsWritten(place)) {
                changed.add(place);
            }
        }
        if (!changed.isEmpty()) {
            throw new IOException(
                    changed.size() == 1
                            ? tr(
                                    "%s of the export in %s has been changed since. Move what you changed elsewhere, or choose another folder.",
                                    changed.get(0), folder)
                            : tr(
                                    "%s and other files of the export in %s, %d in all, have been changed since. Move what you changed elsewhere, or choose another folder.",
                                    changed.get(0), folder, changed.size()));
        }
    }

    /** Whether a file is just as the export wrote it. */
    boolean holdsAsWritten(String place) throws IOException {
        Path file = folder.resolve(place);
        return written.containsKey(place)
                && Files.isRegularFile(file)
                && written.get(place).contains(Hashes.sha256(file));
    }

    /** The first file whose place begins like this and that is not as the export wrote it. */
    Optional<String> changed(String beginning) throws IOException {
        for (String place : written.keySet()) {
            if (place.startsWith(beginning) && !holdsAsWritten(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /**
     * Puts all files of another folder here, in the place of those of an earlier export. Whenever this is broken off, what lies here is still known to be an export's.
     *
     * @throws IOException with a sentence for people if a person's own file lies where one is to go
     */
    void replaceBy(Path stage) throws IOException {
        Map<String, Set<String>> latter = new TreeMap<>();
        for (Path file : files(stage)) {
            latter.put(place(stage, file), Set.of(Hashes.sha256(file)));
        }
        for (String place : latter.keySet()) {
            if (!written.containsKey(place) && Files.exists(folder.resolve(place))) {
                throw new IOException(tr(
                        "The folder %s holds %s, which the export would write over. Move it elsewhere, or choose another folder.",
                        folder, place));
            }
        }
        list(union(written, latter));
        for (String place : latter.keySet()) {
            Path to = folder.resolve(place);
            Files.createDirectories(to.getParent());
            Files.move(stage.resolve(place), to, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String place : written.keySet()) {
            if (!latter.containsKey(place)) {
                remove(folder.resolve(place));
            }
        }
        list(latter);
    }

    private static Map<String, Set<String>> union(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        Map<String, Set<String>> all = new TreeMap<>();
        Stream.of(one, other)
                .flatMap(part -> part.entrySet().stream())
                .forEach(entry -> all.computeIfAbsent(entry.getKey(), place -> new TreeSet<>())
                        .addAll(entry.getValue()));
        return all;
    }

    /** Takes note of files that belong to the export as they are now. */
    void note(List<String> places) throws IOException {
        Map<String, Set<String>> all = new TreeMap<>(written);
        for (String place : places) {
            all.put(place, Set.of(Hashes.sha256(folder.resolve(place))));
        }
        list(all);
    }

    private void list(Map<String, Set<String>> files) throws IOException {
        StringBuilder text = new StringBuilder();
        files.forEach((place, hashes) -> hashes.forEach(
                hash -> text.append(hash).append("  ").append(place).append('\n')));
        Files.writeString(folder.resolve(LIST), text);
    }

    /** Removes a file and the folders that it leaves empty. */
    private void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        for (Path parent = file.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            if (!Files.isDirectory(parent)) {
                continue;
            }
            try (Stream<Path> left = Files.list(parent)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(parent);
        }
    }

    private static List<Path> files(Path stage) throws IOException {
        try (Stream<Path> all = Files.walk(stage)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String place(Path stage, Path file) {
        return stage.relativize(file).toString().replace(stage.getFileSystem().getSeparator(), "/");
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
