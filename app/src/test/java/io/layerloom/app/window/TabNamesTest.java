package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.Projects.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TabNamesTest {

    @Test
    void filesOfOneNameAreToldApartByTheirFoldersAndTheRestByNumbers() {
        List<Place> places = List.of(
                new Place.Saved(Path.of("/nets/first/net.loom")),
                new Place.Untitled("u-1"),
                new Place.None(),
                new Place.Saved(Path.of("/nets/second/net.loom")),
                new Place.Saved(Path.of("/other/second/net.loom")),
                new Place.Untitled("u-2"),
                new Place.Saved(Path.of("/nets/alone.loom")));
        assertThat(TabNames.of(places))
                .containsExactly(
                        "net.loom – first",
                        "Untitled",
                        "New tab",
                        "net.loom – second",
                        "net.loom – second 2",
                        "Untitled 2",
                        "alone.loom");
    }
}
