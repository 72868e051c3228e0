package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs that a project has without having trained them: those of the project that it was saved from under another name. They stay where they are, and a small file among the
 * project's own runs names them, relative to itself where it can, so that both projects can be moved together.
 */
final class RunLinks {

    private static final String FILE = "linked-runs.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The form of the file. */
    private record Links(List<String> runs) {}

    private RunLinks() {}

    /** The linked runs that are still there. */
    static List<Path> of(Path root) throws IOException {
        return all(root).stream().filter(Files::isDirectory).toList();
    }

    private static Set<Path> all(Path root) throws IOException {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        try {
            Set<Path> runs = new LinkedHashSet<>();
            for (String run :
                    JSON.readValue(Files.readString(file), Links.class).runs()) {
                runs.add(root.resolve(run).normalize());
            }
            return runs;
        } catch (JacksonException | InvalidPathException | NullPointerException e) {
            throw new IOException(
                    tr(
                            "%s is damaged. Delete it; then the runs of earlier projects are not listed here any more.",
                            file),
                    e);
        }
    }

    /** Links more runs; those that lie below the folder itself need no link. */
    static void add(Path root, Collection<Path> runs) throws IOException {
        Set<Path> all = new LinkedHashSet<>(all(root));
        runs.stream().filter(run -> !run.startsWith(root)).forEach(all::add);
        if (!all.isEmpty()) {
            write(root, all);
        }
    }

    /** A linked run lies elsewhere now. */
    static void move(Path root, Path former, Path latter) throws IOException {
        change(root, run -> run.equals(former) ? latter : run);
    }

    /** Forgets a linked run, which stays where it is. */
    static void remove(Path root, Path run) throws IOException {
        Set<Path> all = new LinkedHashSet<>(all(root));
        if (all.remove(run)) {
            write(root, all);
        }
    }

    private static void change(Path root, UnaryOperator<Path> change) throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        all(root).forEach(run -> all.add(change.apply(run)));
        if (!all.isEmpty()) {
            write(root, all);
        }
    }

    private static void write(Path root, Set<Path> runs) throws IOException {
        Files.createDirectories(root);
        Links links = new Links(runs.stream().map(run -> spelled(root, run)).toList());
        Path part = root.resolve(FILE + ".part");
        Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(links) + "\n");
        Files.move(part, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Relative with slashes; absolute where there is no way from one to the other, as between two drives. */
    private static String spelled(Path root, Path run) {
        return Stream.of(root, run).map(Path::getRoot).distinct().count() == 1
                ? root.relativize(run).toString().replace(root.getFileSystem().getSeparator(), "/")
                : run.toString();
    }
}
