package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the keys that a person chose, which may have been edited by hand. */
class KeyMapTest {

    @TempDir
    Path folder;

    @Test
    void aChangeKeepsTheLinesThatMeanNothingToThisVersion() throws IOException {
        Path file = folder.resolve("keys.properties");
        Files.writeString(file, "fit=Shift+F\nfly=Wings+Nine\n");
        KeyMap map = new KeyMap(file);
        map.put("tidy", KeyCombination.valueOf("Alt+T"));
        assertThat(map.keysProperty().get()).containsOnlyKeys("fit", "tidy");
        assertThat(Files.readString(file)).contains("fit=Shift+F", "fly=Wings+Nine", "tidy=Alt+T");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeReadIsKeptAside() throws IOException {
        Path file = folder.resolve("keys.properties");
        Files.writeString(file, "fit=\\uZZZZ\n");
        new KeyMap(file).put("tidy", KeyCombination.valueOf("Alt+T"));
        assertThat(Files.readString(file)).contains("tidy=Alt+T");
        assertThat(folder.resolve("keys.properties.unreadable")).content().contains("uZZZZ");
    }
}
