package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWasLeft() {
        Path file = folder.resolve("deep/settings.json");
        SettingsFile settings = new SettingsFile(file);
        settings.update(now -> now.withDark(true)
                .with("palette", 232.5)
                .with("CORE", true)
                .withTopDown(true)
                .opened(folder.resolve("a.loom")));
        assertThat(new SettingsFile(file).get()).isEqualTo(settings.get());
        assertThat(settings.get().recentFiles()).containsExactly(folder.resolve("a.loom"));
        assertThat(settings.get().closed()).containsExactly("CORE");
        assertThat(settings.get().tidiesDown()).isTrue();
        assertThat(settings.get().folder()).isEqualTo(folder.toString());
    }

    @Test
    void startsAfreshFromADamagedFile() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"dark\": tru");
        assertThat(new SettingsFile(file).get()).isEqualTo(Settings.INITIAL);
        Files.writeString(file, "{\"dark\": true}");
        assertThat(new SettingsFile(file).get()).isEqualTo(Settings.INITIAL);
    }

    @Test
    void readsWhatEarlierVersionsWrote() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"dark\": true, \"recent\": [], \"measures\": {}, \"folder\": \"\"}");
        assertThat(new SettingsFile(file).get()).isEqualTo(Settings.INITIAL.withDark(true));
        SettingsFile settings = new SettingsFile(file);
        settings.update(now -> now.with(Compute.GPU));
        assertThat(new SettingsFile(file).get().compute()).isEqualTo(Compute.GPU);
        assertThat(new SettingsFile(file).get().wantedThreads()).isZero();
        assertThat(new SettingsFile(file).get().tidiesDown()).isFalse();
    }

    @Test
    void wantsNoMoreThreadsThanThereAreProcessors() {
        int most = Runtime.getRuntime().availableProcessors();
        assertThat(Settings.INITIAL.withThreads(1).wantedThreads()).isEqualTo(1);
        // The settings of a larger machine may lie in a home that both share.
        assertThat(Settings.INITIAL.withThreads(100_000).wantedThreads()).isEqualTo(Math.min(most, 128));
        assertThat(Settings.INITIAL.withThreads(-1).wantedThreads()).isZero();
    }

    @Test
    void keepsTheLatestFilesFirstAndEachOnce() {
        Settings settings = Settings.INITIAL;
        for (String name : new String[] {"a", "b", "a"}) {
            settings = settings.opened(folder.resolve(name));
        }
        assertThat(settings.recentFiles()).containsExactly(folder.resolve("a"), folder.resolve("b"));
        assertThat(settings.forgotten(folder.resolve("a")).recentFiles()).containsExactly(folder.resolve("b"));
    }

    @Test
    void livesWhereEachSystemKeepsSuchFiles() {
        Path user = folder.resolve("ada");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(AppHome.of("Linux", user, Map.of()).settings())
                .isEqualTo(user.resolve(".config/layerloom/settings.json"));
        assertThat(AppHome.of("Linux", user, Map.of("XDG_CONFIG_HOME", elsewhere.toString()))
                        .settings())
                .isEqualTo(elsewhere.resolve("layerloom/settings.json"));
        assertThat(AppHome.of("Windows 11", user, Map.of("APPDATA", elsewhere.toString()))
                        .runs())
                .isEqualTo(elsewhere.resolve("Layerloom/runs"));
        assertThat(AppHome.of("Mac OS X", user, Map.of()).runs())
                .isEqualTo(user.resolve("Library/Application Support/Layerloom/runs"));
        assertThat(AppHome.of("Linux", user, Map.of()).cuda()).isEqualTo(user.resolve(".local/share/layerloom/cuda"));
        assertThat(AppHome.of("Windows 11", user, Map.of("APPDATA", "roaming", "LOCALAPPDATA", "local"))
                        .cuda())
                .isEqualTo(Path.of("local/Layerloom/cuda"));
    }
}
