package io.layerloom.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a file where the system shows files. */
final class FolderOpener {

    private FolderOpener() {}

    /**
     * Opens the folder of a file, with the file selected where the system can do that.
     *
     * @throws IOException if there is no program that shows folders
     */
    static void show(Path file) throws IOException {
        new ProcessBuilder(command(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), file))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
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
