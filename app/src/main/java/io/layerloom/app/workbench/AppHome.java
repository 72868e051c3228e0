package io.layerloom.app.workbench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program keeps what is its own, apart from the projects of people.
 *
 * @param settings the file of preferences
 * @param runs the folder for runs of projects that were never saved
 * @param cuda the folder for the libraries by which a graphics card trains
 * @param cache the folder for what is made anew if it is lost
 */
public record AppHome(Path settings, Path runs, Path cuda, Path cache) {

    /** Names another home, for tests and for portable use. */
    public static final String PROPERTY = "layerloom.home";

    /** Holds the unsaved work on projects without a file. */
    public Path unsaved() {
        return runs.resolveSibling("unsaved");
    }

    /** Holds how fast this machine trains. */
    public Path pace() {
        return cache.resolve("pace.json");
    }

    /** Holds which projects are open. */
    public Path open() {
        return runs.resolveSibling("open");
    }

    /** Everything below one folder. */
    public static AppHome in(Path folder) {
        return new AppHome(
                folder.resolve("settings.json"),
                folder.resolve("runs"),
                folder.resolve("cuda"),
                folder.resolve("cache"));
    }

    /** The home of this user on this system. */
    public static AppHome ofUser() {
        String named = System.getProperty(PROPERTY, "");
        return named.isBlank()
                ? of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv())
                : in(Path.of(named));
    }

    static AppHome of(String system, Path user, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            AppHome roaming = in(folder(environment, "APPDATA", user.resolve("AppData/Roaming"))
                    .resolve("Layerloom"));
            // Gigabytes are not to follow a person from one computer to the next.
            Path local = folder(environment, "LOCALAPPDATA", user.resolve("AppData/Local"));
            return new AppHome(
                    roaming.settings, roaming.runs, local.resolve("Layerloom/cuda"), local.resolve("Layerloom/cache"));
        }
        if (os.startsWith("mac")) {
            return in(user.resolve("Library/Application Support/Layerloom"));
        }
        Path data = folder(environment, "XDG_DATA_HOME", user.resolve(".local/share"));
        return new AppHome(
                folder(environment, "XDG_CONFIG_HOME", user.resolve(".config")).resolve("layerloom/settings.json"),
                data.resolve("layerloom/runs"),
                data.resolve("layerloom/cuda"),
                folder(environment, "XDG_CACHE_HOME", user.resolve(".cache")).resolve("layerloom"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(otherwise);
    }
}
