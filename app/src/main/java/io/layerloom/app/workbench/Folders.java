package io.layerloom.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, which the library of Java handles only file by file. */
final class Folders {

    private Folders() {}

    /** Copies a folder with everything in it to a place where there is nothing; half a copy is never left behind under its name. */
    static Path copy(Path from, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        delete(part);
        for (Path file : walk(from)) {
            Files.copy(file, part.resolve(from.relativize(file).toString()));
        }
        return Files.move(part, to);
    }

    /** Deletes a folder with everything in it; does nothing where there is none. */
    static Path delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
