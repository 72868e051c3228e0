package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Shows a file where the system shows files. */
public final class FolderOpener {

    private FolderOpener() {}

    /** Whether this system has a program that shows folders; on a server without a desktop there may be none. */
    public static boolean isThere() {
        String program = command(system(), Path.of("a", "file")).get(0);
        return !program.equals("xdg-open")
                || Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Opens the folder of a file, with the file selected where the system can do that.
     *
     * @throws IOException if there is no program that shows folders
     */
    public static void show(Path file) throws IOException {
        new ProcessBuilder(command(system(), file))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The same; {@code failed} hears it in a sentence where no program shows folders. */
    static void reveal(Path file, Consumer<String> failed) {
        try {
            show(file);
        } catch (IOException none) {
            failed.accept(tr("No program was found that shows folders. The file is %s.", file));
        }
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    static List<String> command(String system, Path file) {
        if (system.contains("win")) {
            return List.of("explorer.exe", "/select," + file);
        }
        return system.contains("mac")
                ? List.of("open", "-R", file.toString())
                : List.of("xdg-open", String.valueOf(file.getParent()));
    }
}
