package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which projects were open when the program ended without being closed. */
class OpenTabsTest {

    @TempDir
    Path folder;

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void comeBackInTheirOrderOnceTheirProcessIsNoMore() throws IOException {
        List<Projects.Place> places = List.of(
                new Projects.Place.Saved(folder.resolve("ä net\nof two lines.loom")),
                new Projects.Place.Untitled("untitled-k3x-1"),
                new Projects.Place.Shipped(Samples.byId("iris-mlp").orElseThrow()));
        OpenTabs tabs = new OpenTabs(folder);
        tabs.note(places);
        assertThat(tabs.left()).as("of a process that lives").isEmpty();
        Files.move(only(), folder.resolve(".tabs.4000000000-1-elsewhere.journal"));
        assertThat(tabs.left()).isEqualTo(places);
        tabs.forget();
        assertThat(tabs.left()).isEmpty();
    }

    @Test
    void aLineThatNamesNothingIsLeftOut() throws IOException {
        Files.write(folder.resolve(".tabs.4000000000-1-elsewhere.journal"), List.of("::", "http://x/y.loom", "kept:a"));
        assertThat(new OpenTabs(folder).left()).containsExactly(new Projects.Place.Untitled("a"));
    }

    @Test
    void nothingIsLeftOfAWindowThatWasClosed() throws IOException {
        OpenTabs tabs = new OpenTabs(folder);
        tabs.note(List.of(new Projects.Place.Untitled("a")));
        tabs.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
